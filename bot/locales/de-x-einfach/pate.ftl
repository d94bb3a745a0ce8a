pate-help = findet Netzwerke, die Ihnen helfen können
pate-usage = <code>!pate THEMA, ORT oder FRAGE</code>
    Schreiben Sie ganz frei.
pate-hit = <strong>{ $name }</strong>, Nummer { $number }, { $place }: { $reason }.
pate-next = So fragen Sie an: <code>!pate anfragen { $number } Ihr Satz</code>
    So erfahren Sie mehr: <code>!netzwerk { $number }</code>
pate-none-next = Bitte nehmen Sie andere Wörter oder lassen Sie den Ort weg. Zum Beispiel: <code>!pate Pflege</code>
pate-anfragen-done = { $receivers ->
    [0] Ich habe Ihre Anfrage an { $network } notiert. Sie hat die Nummer { $number }. Ich kenne dort noch niemanden. Deshalb kümmert sich das Büro darum. Bei einer Antwort schreibe ich Ihnen.
   *[other] Ich habe Ihre Anfrage an { $network } notiert. Sie hat die Nummer { $number }. Das Netzwerk hat sie schon bekommen. Bei einer Antwort schreibe ich Ihnen.
} So nehmen Sie die Anfrage zurück: <code>!anfrage zurück { $number }</code>
request-new = { $asker } fragt { $network } um Hilfe. Das ist die Anfrage Nummer { $number }:
    „{ $sentence }“
    { $known ->
    [yes] Antworten Sie auf diese Nachricht, wenn Sie etwas dazu sagen wollen. Zum Beispiel: <code>!annehmen Gern, rufen Sie am Montag an.</code>
   *[no] Für { $network } kenne ich noch keine Person. Bitte helfen Sie weiter. Sie können auch selbst antworten.
        So tragen Sie eine Person ein: <code>!rolle koordination @name:server { $network }</code>
}
error-nothing-asked = Was suchen Sie? Schreiben Sie Thema und Ort hinter den Befehl. Zum Beispiel: <code>!pate Pflege in NRW</code>
error-sentence-missing = Worum geht es? Schreiben Sie einen Satz dazu. Zum Beispiel: <code>!pate anfragen { $asked } Wie haben Sie angefangen?</code>
error-sentence-too-long = Ihr Satz ist zu lang. Erlaubt sind { $most } Zeichen. Bitte schreiben Sie weniger. Alles andere können Sie später besprechen.
error-own-network = Das ist Ihr eigenes Netzwerk. So finden Sie andere: <code>!pate THEMA</code>
pate-short = Netzwerke finden, die Ihnen helfen
error-asked-missing = Welches Netzwerk möchten Sie fragen? Bitte schreiben Sie zuerst die Nummer. Zum Beispiel: <code>!pate anfragen 6 Wie haben Sie angefangen?</code>
    Verstanden habe ich „{ $text }“.
