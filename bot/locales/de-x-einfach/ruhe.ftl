ruhe-help = legt eine Ruhezeit fest. Dann schreibe ich Ihnen nur Antworten
ruhe-usage = <code>!ruhe 18-8 Uhr</code>
    So endet die Ruhezeit: <code>!ruhe aus</code>
    Für den ganzen Raum schreiben Sie: <code>!ruhe hier 18-8 Uhr</code>
ruhe-done = { $here ->
    [yes] In diesem Raum ist jetzt Ruhe von { $start } bis { $end } Uhr. Ansagen kommen erst danach. Auf Fragen antworte ich immer.
   *[no] Von { $start } bis { $end } Uhr lasse ich Sie in Ruhe. Nachrichten kommen erst danach. Auf Ihre Fragen antworte ich immer.
}
error-hours-missing = Von wann bis wann soll Ruhe sein? Zum Beispiel: <code>!ruhe 18-8 Uhr</code>
error-unreadable-hours = „{ $text }“ verstehe ich nicht als Ruhezeit. Bitte schreiben Sie zwei Uhrzeiten. Zum Beispiel: <code>!ruhe 18-8 Uhr</code> oder <code>!ruhe aus</code>
error-rooms-calm = Die Ruhezeit im Raum ändern nur das Büro und die Koordination. Ihre eigene Ruhezeit ändern Sie so: <code>!ruhe 18-8 Uhr</code>
