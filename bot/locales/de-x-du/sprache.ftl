sprache-help = stellt ein, wie ich mit dir spreche: mit „Sie“ oder „du“, einfach oder englisch
field-voice-ask = Wie soll ich mit dir sprechen?
sprache-done = { $here ->
    [yes] Ab jetzt spreche ich in diesem Raum: { $voice ->
       *[de] Deutsch mit „Sie“
        [de-du] Deutsch mit „du“
        [de-einfach] einfaches Deutsch
        [en] Englisch
    }.
   *[no] Ab jetzt spreche ich mit dir: { $voice ->
       *[de] Deutsch mit „Sie“
        [de-du] Deutsch mit „du“
        [de-einfach] einfaches Deutsch
        [en] Englisch
    }. Das gilt in allen Räumen.
}
error-rooms-voice = Wie ich in einem Raum spreche, entscheiden Koordinationen und das Büro. Für dich allein geht es ohne „hier“, zum Beispiel <code>!sprache du</code>
