pate-help = findet Patennetzwerke zu Thema, Erfahrung und Ort
pate-usage = <code>!pate THEMA, ORT, FRAGE – ganz frei</code>
pate-examples = <code>!pate Pflege in NRW</code>
    <code>!pate Wer hat Erfahrung mit ESF-Anträgen?</code>
    <code>!pate Rückkehrer Sauerland</code>
pate-anfragen-help = fragt ein Netzwerk um Hilfe
pate-anfragen-usage = <code>!pate anfragen NUMMER IHR SATZ</code>
pate-anfragen-examples = <code>!pate anfragen 6 Wie haben Sie die Pflegeschulen gewonnen?</code>
pate-found = { $count ->
    [one] Zu „{ $question }“ passt ein Netzwerk:
   *[other] Zu „{ $question }“ passen { $count } Netzwerke:
}
pate-hit = <strong>{ $name }</strong> (#{ $number }, { $place }): { $reason }.
pate-next = Anfragen: <code>!pate anfragen { $number } Ihr Satz</code> · Steckbrief: <code>!netzwerk { $number }</code>
pate-none = Zu „{ $question }“ habe ich kein Netzwerk gefunden.
pate-none-next = Bitte versuchen Sie es mit anderen Worten oder ohne Ort, zum Beispiel <code>!pate Pflege</code>.
pate-anfragen-done = { $receivers ->
    [0] Ihre Anfrage an { $network } ist als #{ $number } notiert. Ich kenne dort noch niemanden, deshalb kümmert sich das Büro darum. Sie hören von mir, sobald sich etwas tut.
   *[other] Ihre Anfrage an { $network } ist als #{ $number } notiert, und die Koordination dort hat sie gerade erhalten. Sie hören von mir, sobald sich etwas tut.
} Zurücknehmen: <code>!anfrage zurück { $number }</code>
request-new = { $asker } fragt { $network } um Hilfe (Anfrage #{ $number }):
    „{ $sentence }“
    { $known ->
    [yes] Einen Satz dazu schreiben Sie in einer Antwort auf diese Nachricht, zum Beispiel <code>!annehmen Gern, rufen Sie am Montag an.</code>
   *[no] Für { $network } ist noch keine Koordination eingetragen. Bitte vermitteln Sie, oder antworten Sie selbst. Eintragen: <code>!rolle koordination @name:server { $network }</code>
}
error-nothing-asked = Wonach suchen Sie? Schreiben Sie Thema und Ort hinter den Befehl, zum Beispiel <code>!pate Pflege in NRW</code>.
error-sentence-missing = Es fehlt noch ein Satz, worum es geht, zum Beispiel <code>!pate anfragen { $asked } Wie haben Sie angefangen?</code>
error-sentence-too-long = Ihr Satz ist zu lang. Bitte kürzen Sie ihn auf höchstens { $most } Zeichen; Einzelheiten klären Sie dann direkt miteinander.
error-own-network = Das ist Ihr eigenes Netzwerk. Andere finden Sie mit <code>!pate THEMA</code>.
pate-short = Patennetzwerke finden
pate-unsent = Ihre Anfrage #{ $number } ist zurückgenommen, als hätten Sie nicht gefragt.
error-asked-missing = Welches Netzwerk möchten Sie fragen? Bitte schreiben Sie seine Nummer davor, zum Beispiel <code>!pate anfragen 6 Wie haben Sie angefangen?</code> Verstanden habe ich „{ $text }“.
