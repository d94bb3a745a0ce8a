ruhe-help = legt Ruhezeiten fest, in denen du nichts Ungefragtes von mir hörst
ruhe-done = { $here ->
    [yes] In diesem Raum ist jetzt Ruhe von { $start } bis { $end } Uhr. Ansagen, die in diese Zeit fallen, kommen danach. Auf Fragen antworte ich immer.
   *[no] Von { $start } bis { $end } Uhr schreibe ich dir nichts Ungefragtes; es kommt danach. Auf deine Fragen antworte ich immer.
}
ruhe-off = { $here ->
    [yes] In diesem Raum gibt es keine Ruhezeit mehr.
   *[no] Du hast keine Ruhezeit mehr.
}
error-unreadable-hours = „{ $text }“ verstehe ich nicht als Ruhezeit. Bitte nenn zwei Uhrzeiten, zum Beispiel <code>!ruhe 18-8 Uhr</code>, oder <code>!ruhe aus</code>
error-rooms-calm = Die Ruhezeit eines Raums legen Koordinationen und das Büro fest. Für dich allein geht es ohne „hier“, zum Beispiel <code>!ruhe 18-8 Uhr</code>
