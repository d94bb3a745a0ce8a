# Was jedem Befehl widerfahren kann.

error-unknown-command = { $near ->
    [0] Den Befehl „{ $word }“ kenne ich nicht. Mit <code>!hilfe</code> zeige ich Ihnen, was ich kann.
   *[other] Den Befehl „{ $word }“ kenne ich nicht. Meinten Sie: { $near }? Mit <code>!hilfe</code> zeige ich alles, was ich kann.
}
error-unknown-sentence = Einen Befehl erkenne ich darin nicht. Suchen Sie ein Patennetzwerk? Dann schreiben Sie: <code>!pate { $text }</code>
    Alles, was ich kann, zeigt <code>!hilfe</code>.
error-which-one = Zu „{ $word }“ fehlt noch ein Wort. Es gibt: { $choices }. Beispiele zeigt <code>!hilfe { $word }</code>.
error-too-long = Das ist zu viel Text für einen Befehl. Bitte kürzen Sie auf höchstens 4.000 Zeichen und senden Sie ihn noch einmal.
error-too-old = Ihre Nachricht hat mich erst spät erreicht, deshalb habe ich sie nicht mehr ausgeführt. Wenn sie noch gilt, senden Sie bitte noch einmal: <code>!{ $text }</code>
error-needs-role = { $role ->
    [member] <code>!{ $command }</code> ist für Mitglieder der Gemeinschaft. Bitte treten Sie zuerst dem Gemeinschaftsraum bei; das Büro lädt Sie gern ein.
    [coordinator] <code>!{ $command }</code> ist für Koordinationen, die für ein Netzwerk sprechen. Bitte wenden Sie sich an das Büro, damit es Sie einträgt.
    [admin] <code>!{ $command }</code> ist den Administratorinnen und Administratoren vorbehalten. Bitte wenden Sie sich an das Büro.
   *[other] <code>!{ $command }</code> ist dem Büro vorbehalten. Bitte wenden Sie sich an das Büro.
}
error-office-room-only = <code>!{ $command }</code> geht nur im Raum des Büros. Bitte geben Sie den Befehl dort ein.
error-internal = Das hat leider nicht geklappt; der Fehler liegt bei mir. Bitte versuchen Sie es noch einmal. Wenn es wieder geschieht, nennen Sie dem Büro die Nummer { $reference }.
error-too-slow = Das hat zu lange gedauert, deshalb habe ich abgebrochen. Bitte versuchen Sie es noch einmal. Wenn es wieder geschieht, nennen Sie dem Büro die Nummer { $reference }.
edited-too-late = Diesen Befehl habe ich schon beantwortet; die Änderung bewirkt nichts mehr. Bitte senden Sie ihn neu.

error-number-missing = Hier fehlt die Nummer, zum Beispiel <code>#12</code>. Verstanden habe ich „{ $text }“.
error-user-missing = Hier fehlt die vollständige Matrix-Kennung, zum Beispiel <code>@anna:example.org</code>. Verstanden habe ich „{ $text }“.

greeting = Guten Tag, ich bin der Netzwerklotse. Ich finde Patennetzwerke, notiere Projektmeldungen und sage die Fachtagung an.
    Ich antworte nur auf Befehle und auf meinen Namen; was Sie sonst schreiben, speichere ich nicht.
    Was ich kann: <code>!hilfe</code>
gap-too-long = Ich war länger nicht erreichbar und konnte nicht alles nachlesen, was hier inzwischen geschrieben wurde. Bitte wiederholen Sie Befehle, auf die Sie keine Antwort haben.
