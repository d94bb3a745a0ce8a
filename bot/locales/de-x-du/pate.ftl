pate-anfragen-usage = <code>!pate anfragen NUMMER DEIN SATZ</code>
pate-anfragen-examples = <code>!pate anfragen 6 Wie habt ihr die Pflegeschulen gewonnen?</code>
pate-next = Anfragen: <code>!pate anfragen { $number } dein Satz</code> · Steckbrief: <code>!netzwerk { $number }</code>
pate-none-next = Bitte versuch es mit anderen Worten oder ohne Ort, zum Beispiel <code>!pate Pflege</code>.
pate-anfragen-done = { $receivers ->
    [0] Deine Anfrage an { $network } ist als #{ $number } notiert. Ich kenne dort noch niemanden, deshalb kümmert sich das Büro darum. Du hörst von mir, sobald sich etwas tut.
   *[other] Deine Anfrage an { $network } ist als #{ $number } notiert, und die Koordination dort hat sie gerade erhalten. Du hörst von mir, sobald sich etwas tut.
} Zurücknehmen: <code>!anfrage zurück { $number }</code>
request-new = { $asker } fragt { $network } um Hilfe (Anfrage #{ $number }):
    „{ $sentence }“
    { $known ->
    [yes] Einen Satz dazu schreibst du in einer Antwort auf diese Nachricht, zum Beispiel <code>!annehmen Gern, ruf am Montag an.</code>
   *[no] Für { $network } ist noch keine Koordination eingetragen. Bitte vermittle, oder antworte selbst. Eintragen: <code>!rolle koordination @name:server { $network }</code>
}
error-nothing-asked = Wonach suchst du? Schreib Thema und Ort hinter den Befehl, zum Beispiel <code>!pate Pflege in NRW</code>.
error-sentence-missing = Es fehlt noch ein Satz, worum es geht, zum Beispiel <code>!pate anfragen { $asked } Wie habt ihr angefangen?</code>
error-sentence-too-long = Dein Satz ist zu lang. Bitte kürze ihn auf höchstens { $most } Zeichen; Einzelheiten klärt ihr dann direkt miteinander.
error-own-network = Das ist dein eigenes Netzwerk. Andere findest du mit <code>!pate THEMA</code>.
pate-unsent = Deine Anfrage #{ $number } ist zurückgenommen, als hättest du nicht gefragt.
error-asked-missing = Welches Netzwerk möchtest du fragen? Bitte schreib seine Nummer davor, zum Beispiel <code>!pate anfragen 6 Wie habt ihr angefangen?</code> Verstanden habe ich „{ $text }“.
