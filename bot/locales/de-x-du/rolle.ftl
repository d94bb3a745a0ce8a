error-person-missing = Um wen geht es? Bitte schreib die vollständige Matrix-Kennung, zum Beispiel <code>@anna:example.org</code>. Verstanden habe ich „{ $text }“.
rolle-bestaetigen-draft = <strong>{ $user } soll die alten Rechte wiederhaben.</strong> Neu ist die Identität seit { $since }. Hast du mit der Person gesprochen, am besten am Telefon?
