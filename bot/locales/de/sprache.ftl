sprache-help = stellt ein, wie ich mit Ihnen spreche: mit „Sie“ oder „du“, einfach oder englisch
sprache-usage = <code>!sprache [hier] sie|du|einfach|englisch</code>
sprache-examples = <code>!sprache du</code>
    <code>!sprache hier englisch</code>
voice-name = { $voice ->
   *[de] Deutsch mit „Sie“
    [de-du] Deutsch mit „du“
    [de-einfach] Einfaches Deutsch
    [en] Englisch
}
field-voice = Sprache
field-voice-ask = Wie soll ich mit Ihnen sprechen?
sprache-done = { $here ->
    [yes] Ab jetzt spreche ich in diesem Raum: { $voice ->
       *[de] Deutsch mit „Sie“
        [de-du] Deutsch mit „du“
        [de-einfach] einfaches Deutsch
        [en] Englisch
    }.
   *[no] Ab jetzt sprechen wir so miteinander: { $voice ->
       *[de] Deutsch mit „Sie“
        [de-du] Deutsch mit „du“
        [de-einfach] einfaches Deutsch
        [en] Englisch
    }. Das gilt in allen Räumen.
}
sprache-undone = Ich spreche wieder wie vorher.
error-unknown-voice = „{ $text }“ kann ich nicht. Möglich sind <code>sie</code>, <code>du</code>, <code>einfach</code> und <code>englisch</code>, zum Beispiel: <code>!sprache du</code>
error-voice-missing = Wie soll ich sprechen? Zum Beispiel: <code>!sprache du</code>
error-rooms-voice = Wie ich in einem Raum spreche, entscheiden Koordinationen und das Büro. Für Sie allein geht es ohne „hier“, zum Beispiel <code>!sprache du</code>
sprache-short = „Sie“ oder „du“, einfach, Englisch
