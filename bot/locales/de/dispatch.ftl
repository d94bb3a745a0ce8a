# Was jedem Befehl widerfahren kann.

error-unknown-command = { $near ->
    [0] Den Befehl „{ $word }“ kenne ich nicht. Mit <code>!hilfe</code> zeige ich Ihnen, was ich kann.
   *[other] Den Befehl „{ $word }“ kenne ich nicht. Meinten Sie: { $near }? Mit <code>!hilfe</code> zeige ich alles, was ich kann.
}
error-unknown-sentence = Einen Befehl erkenne ich darin nicht. Suchen Sie ein Patennetzwerk? Dann schreiben Sie: <code>!pate { $text }</code>
    Alles, was ich kann, zeigt <code>!hilfe</code>.
error-which-one = Zu „{ $word }“ fehlt noch ein Wort. Es gibt: { $choices }. Beispiele zeigt <code>!hilfe { $word }</code>.
error-too-long = Das ist zu viel Text für einen Befehl. Bitte kürzen Sie auf höchstens 4.000 Zeichen und senden Sie ihn noch einmal.
error-too-many-commands = Mehr als { $most } Befehle in einer Nachricht führe ich nicht aus. Bitte senden Sie die übrigen noch einmal.
error-too-old = Ihre Nachricht hat mich erst spät erreicht, deshalb habe ich sie nicht mehr ausgeführt. Wenn sie noch gilt, senden Sie bitte noch einmal: <code>!{ $text }</code>
error-needs-role = { $role ->
    [member] <code>!{ $command }</code> ist für Mitglieder der Gemeinschaft. Bitte treten Sie zuerst dem Gemeinschaftsraum bei; das Büro lädt Sie gern ein.
    [coordinator] <code>!{ $command }</code> ist für Koordinationen, die für ein Netzwerk sprechen. Bitte wenden Sie sich an das Büro, damit es Sie einträgt.
    [admin] <code>!{ $command }</code> ist den Administratorinnen und Administratoren vorbehalten. Bitte wenden Sie sich an das Büro.
   *[other] <code>!{ $command }</code> ist dem Büro vorbehalten. Bitte wenden Sie sich an das Büro.
}
error-rights-suspended = <code>!{ $command }</code> geht gerade nicht: Ihr Konto hat eine neue Verschlüsselungs-Identität, und das Büro hat sie noch nicht bestätigt. Bitte rufen Sie dort kurz an. Mit <code>!rolle bestätigen { $user }</code> geht es weiter.
error-said-in-clear = Diese Nachricht kam ohne Verschlüsselung, obwohl dieser Raum verschlüsselt ist. Jeder auf dem Weg könnte sie geschrieben haben, deshalb tue ich nichts. Bitte schreiben Sie sie noch einmal, am besten in Element.
error-unproven = { $how ->
    [reaction] Für diesen Schritt zählen Reaktionen in verschlüsselten Räumen nicht. Bitte antworten Sie mit dem Wort.
   *[device] Für diesen Befehl muss sicher sein, dass er von Ihnen kommt. Ihr Gerät ist aber noch nicht bestätigt. Bitte öffnen Sie in Element „Einstellungen“ und dort „Sitzungen“, bestätigen Sie das Gerät, und schicken Sie den Befehl noch einmal.
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

error-meant-one = „{ $word }“ kenne ich nicht. Meinten Sie <code>!{ $meant }</code>?
choice-yes = Ja
choice-no = Nein
choice-back = Zurück
choice-more = Mehr
choice-file = Datei
ask-choice = { $emoji } { $label }
ask-hint = { $how ->
    [typed] Zur Wahl stehen { $choices }. Bitte antworten Sie auf diese Nachricht mit dem Wort; Zeichen zählen hier nicht.
    [direct] Zur Wahl stehen { $choices }. Tippen Sie auf ein Zeichen, oder schreiben Sie das Wort.
   *[room] Zur Wahl stehen { $choices }. Tippen Sie auf ein Zeichen, oder antworten Sie auf diese Nachricht mit dem Wort.
}
ask-number = { $how ->
    [direct] Tippen Sie auf eine Ziffer, oder schreiben Sie Ihre Antwort.
   *[other] Tippen Sie auf eine Ziffer, oder antworten Sie auf diese Nachricht.
}
ask-light = { $choices } – tippen Sie auf das Zeichen, oder antworten Sie mit dem Wort.
ask-second = Eine zweite Person muss zustimmen.
asked-answered = { $who }: <strong>{ $emoji } { $choice }</strong>
asked-withdrawn = <strong>Zurückgezogen.</strong>
asked-too-late = Diese Frage ist schon beantwortet oder abgelaufen; Ihre Antwort bewirkt nichts mehr. Senden Sie den Befehl bei Bedarf noch einmal.
asked-not-you = Diese Frage ist an jemand anderen gerichtet; Ihre Antwort bewirkt nichts.
asked-type-it = In verschlüsselten Räumen zählen hier keine Zeichen. Bitte antworten Sie auf die Frage mit dem Wort.
asked-dropped = Gut, es bleibt alles, wie es war.
form-goes-direct = Das frage ich Sie in unserem direkten Chat.
form-hint = { $direct ->
    [yes] Schreiben Sie einfach die Antwort. Auch möglich: „zurück“, „später“, „abbrechen“.
   *[no] Schreiben Sie die Antwort einfach hier, oder antworten Sie auf diese Nachricht. Auch möglich: „zurück“, „später“, „abbrechen“.
}
form-summary = So verstehe ich Sie. Stimmt das?
form-typed = { $value }
form-line = { $label }: { $value }
form-parked = Gut, ich hebe das auf. Mit <code>!weiter</code> geht es weiter, dreißig Tage lang.
edited-stays = Ihr Befehl gilt weiter, wie er vor der Änderung war.
edited-done = Ich habe das korrigiert.
withdrawn-done = <strong>Zurückgenommen.</strong>
withdrawn-too-late = Ihr Befehl steht dort nicht mehr, aber sein Ergebnis gilt weiter; zurücknehmen lässt es sich nicht mehr. Was Sie tun können, zeigt <code>!hilfe</code>.
withdrawn-type-it = Ihr Befehl ist gelöscht, aber sein Ergebnis gilt weiter: In verschlüsselten Räumen zählt das Löschen nicht. Zurücknehmen: <code>!rückgängig</code>
reaction-withdrawn = Ihre Antwort gilt weiter. Zurücknehmen: <code>!rückgängig</code>
several-later = Zu einem weiteren Befehl habe ich eine Frage. Bitte senden Sie ihn einzeln.
day-meant = { $count ->
    [one] „{ $text }“ ist mehr als ein Tag. Meinen Sie { $day }? Wenn nicht, schreiben Sie bitte den Tag, den Sie meinen.
   *[other] „{ $text }“ kann zweierlei heißen. Welchen Tag meinen Sie?
    }
day-choice = { $day }
form-unassigned = Das kann ich nicht zuordnen. Wenn Sie etwas ändern möchten, stellen Sie bitte voran, was es ist, zum Beispiel „{ $label }: …“. Sonst antworten Sie mit „ja“, „zurück“ oder „abbrechen“.
