ruhe-help = legt Ruhezeiten fest, in denen Sie nichts Ungefragtes von mir hören
ruhe-usage = <code>!ruhe [hier] VON-BIS | aus</code>
ruhe-examples = <code>!ruhe 18-8 Uhr</code>
    <code>!ruhe hier 20:00 bis 7:00</code>
    <code>!ruhe aus</code>
field-hours = Ruhezeit
field-hours-ask = Von wann bis wann soll Ruhe sein? Zum Beispiel: 18-8 Uhr
ruhe-done = { $here ->
    [yes] In diesem Raum ist jetzt Ruhe von { $start } bis { $end } Uhr. Ansagen, die in diese Zeit fallen, kommen danach. Auf Fragen antworte ich immer.
   *[no] Von { $start } bis { $end } Uhr schreibe ich Ihnen nichts Ungefragtes; es kommt danach. Auf Ihre Fragen antworte ich immer.
}
ruhe-off = { $here ->
    [yes] In diesem Raum gibt es keine Ruhezeit mehr.
   *[no] Sie haben keine Ruhezeit mehr.
}
ruhe-undone = Die Ruhezeit ist wieder wie vorher.
error-hours-missing = Von wann bis wann? Zum Beispiel: <code>!ruhe 18-8 Uhr</code>
error-unreadable-hours = „{ $text }“ verstehe ich nicht als Ruhezeit. Bitte nennen Sie zwei Uhrzeiten, zum Beispiel <code>!ruhe 18-8 Uhr</code>, oder <code>!ruhe aus</code>
error-rooms-calm = Die Ruhezeit eines Raums legen Koordinationen und das Büro fest. Für Sie allein geht es ohne „hier“, zum Beispiel <code>!ruhe 18-8 Uhr</code>
ruhe-short = Ruhezeiten
field-room-hours = Ruhezeit des Raums
field-room-hours-ask = Von wann bis wann soll in diesem Raum Ruhe sein? Zum Beispiel: 18-8 Uhr
error-room-hours-missing = Von wann bis wann? Zum Beispiel: <code>!ruhe hier 18-8 Uhr</code>
