error-unknown-command = { $near ->
    [0] Den Befehl „{ $word }“ kenne ich nicht. So sehen Sie alle Befehle: <code>!hilfe</code>
   *[other] Den Befehl „{ $word }“ kenne ich nicht. Meinten Sie: { $near }? So sehen Sie alle Befehle: <code>!hilfe</code>
}
error-unknown-sentence = Ich finde darin keinen Befehl. Suchen Sie Hilfe von einem Netzwerk? Dann schreiben Sie: <code>!pate { $text }</code>
    So sehen Sie alle Befehle: <code>!hilfe</code>
error-which-one = Hinter „{ $word }“ fehlt noch ein Wort. Es gibt: { $choices }. Beispiele zeigt: <code>!hilfe { $word }</code>
error-too-long = Das ist zu viel Text für einen Befehl. Erlaubt sind 4.000 Zeichen. Bitte schreiben Sie weniger und senden Sie den Befehl neu.
error-too-many-commands = Das sind zu viele Befehle in einer Nachricht. Erlaubt sind { $most }. Bitte senden Sie die anderen noch einmal.
error-too-old = Ihre Nachricht kam sehr spät bei mir an. Deshalb habe ich nichts getan. Gilt sie noch? Dann senden Sie bitte noch einmal: <code>!{ $text }</code>
error-needs-role = { $role ->
    [member] <code>!{ $command }</code> ist nur für Mitglieder der Gemeinschaft. Bitte gehen Sie zuerst in den Raum der Gemeinschaft. Das Büro lädt Sie gern ein.
    [coordinator] <code>!{ $command }</code> ist nur für Personen, die für ein Netzwerk sprechen. Bitte fragen Sie das Büro. Es kann Sie eintragen.
    [admin] <code>!{ $command }</code> ist nur für die Administration. Bitte fragen Sie das Büro.
   *[other] <code>!{ $command }</code> ist nur für das Büro. Bitte fragen Sie das Büro.
}
error-rights-suspended = <code>!{ $command }</code> geht gerade nicht. Sie haben sich bei Matrix neu angemeldet. Das Büro muss das erst bestätigen. Bitte rufen Sie dort an. Das Büro schreibt dann: <code>!rolle bestätigen { $user }</code>
error-said-in-clear = Dieser Raum ist verschlüsselt. Ihre Nachricht war es nicht. Vielleicht war sie gar nicht von Ihnen. Deshalb tue ich nichts. Bitte schreiben Sie die Nachricht noch einmal.
error-unproven = { $how ->
    [reaction] Hier zählt das Zeichen nicht. Bitte antworten Sie mit dem Wort.
   *[device] Ich weiß nicht sicher: Kommt der Befehl von Ihnen? Ihr Gerät ist noch nicht bestätigt. Öffnen Sie in Element „Einstellungen“ und „Sitzungen“. Bestätigen Sie dort das Gerät. Schicken Sie den Befehl dann noch einmal.
}
error-office-room-only = <code>!{ $command }</code> geht nur im Raum des Büros. Bitte schreiben Sie den Befehl dort.
error-internal = Das hat leider nicht geklappt. Der Fehler liegt bei mir. Bitte versuchen Sie es noch einmal. Klappt es wieder nicht? Dann sagen Sie dem Büro die Nummer { $reference }.
error-too-slow = Das hat zu lange gedauert. Deshalb habe ich aufgehört. Bitte versuchen Sie es noch einmal. Klappt es wieder nicht? Dann sagen Sie dem Büro die Nummer { $reference }.
edited-too-late = Diesen Befehl habe ich schon beantwortet. Ihre Änderung kommt zu spät. Bitte senden Sie den Befehl neu.

error-number-missing = Hier fehlt die Nummer. Zum Beispiel: <code>#12</code>
    Ich habe verstanden: „{ $text }“.
error-user-missing = Hier fehlt die ganze Matrix-Kennung. Zum Beispiel: <code>@anna:example.org</code>
    Ich habe verstanden: „{ $text }“.

greeting = Guten Tag, ich bin der Netzwerklotse. Ich finde Netzwerke, die Ihnen helfen. Ich notiere Meldungen aus Projekten. Ich sage die Fachtagung an.
    Ich antworte nur auf Befehle und auf meinen Namen. Alles andere speichere ich nicht.
    So sehen Sie alle Befehle: <code>!hilfe</code>
gap-too-long = Ich war lange nicht da. Ich konnte nicht alle Nachrichten nachlesen. Haben Sie auf einen Befehl keine Antwort bekommen? Dann senden Sie ihn bitte noch einmal.

ask-hint = { $how ->
    [typed] Sie können wählen: { $choices }. Bitte antworten Sie auf diese Nachricht mit dem Wort. Zeichen gelten hier nicht.
    [direct] Sie können wählen: { $choices }. Tippen Sie auf ein Zeichen. Oder schreiben Sie das Wort.
   *[room] Sie können wählen: { $choices }. Tippen Sie auf ein Zeichen. Oder antworten Sie auf diese Nachricht mit dem Wort.
}
ask-number = { $how ->
    [direct] Tippen Sie auf eine Ziffer. Oder schreiben Sie Ihre Antwort.
   *[other] Tippen Sie auf eine Ziffer. Oder antworten Sie auf diese Nachricht.
}
ask-light = { $choices }. Tippen Sie auf das Zeichen. Oder antworten Sie mit dem Wort.
asked-too-late = Diese Frage ist schon beantwortet oder zu alt. Ihre Antwort kommt zu spät. Brauchen Sie den Befehl noch? Dann senden Sie den Befehl noch einmal.
asked-not-you = Diese Frage ist für eine andere Person. Ihre Antwort gilt hier nicht.
asked-type-it = Dieser Raum ist verschlüsselt. Zeichen gelten hier nicht. Bitte antworten Sie auf die Frage mit dem Wort.
asked-dropped = Gut. Alles bleibt wie vorher.
form-hint = { $direct ->
    [yes] Schreiben Sie einfach die Antwort. Oder schreiben Sie: „zurück“, „später“ oder „abbrechen“.
   *[no] Schreiben Sie die Antwort einfach hier. Oder schreiben Sie: „zurück“, „später“ oder „abbrechen“.
}
form-parked = Gut, ich hebe das dreißig Tage auf. So machen Sie weiter: <code>!weiter</code>
withdrawn-too-late = Ihr Befehl steht nicht mehr da. Das Ergebnis gilt aber weiter. So sehen Sie alle Befehle: <code>!hilfe</code>
withdrawn-type-it = Sie haben Ihren Befehl gelöscht. Das Ergebnis gilt aber weiter. Denn dieser Raum ist verschlüsselt. So nehmen Sie den Befehl zurück: <code>!rückgängig</code>
reaction-withdrawn = Ihre Antwort gilt weiter. So nehmen Sie sie zurück: <code>!rückgängig</code>
several-later = Ich habe eine Frage zu einem anderen Befehl. Bitte senden Sie diesen Befehl allein.
form-unassigned = Ich weiß nicht, wozu das gehört. Möchten Sie etwas ändern? Dann schreiben Sie zum Beispiel: „{ $label }: …“. Sonst antworten Sie mit „ja“, „zurück“ oder „abbrechen“.
