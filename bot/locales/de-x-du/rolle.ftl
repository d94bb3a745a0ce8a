error-person-missing = Um wen geht es? Bitte schreib die vollständige Matrix-Kennung, zum Beispiel <code>@anna:example.org</code>. Verstanden habe ich „{ $text }“.
