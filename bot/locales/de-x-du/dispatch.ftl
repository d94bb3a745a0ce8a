error-unknown-command = { $near ->
    [0] Den Befehl „{ $word }“ kenne ich nicht. Mit <code>!hilfe</code> zeige ich dir, was ich kann.
   *[other] Den Befehl „{ $word }“ kenne ich nicht. Meintest du: { $near }? Mit <code>!hilfe</code> zeige ich alles, was ich kann.
}
error-unknown-sentence = Einen Befehl erkenne ich darin nicht. Suchst du ein Patennetzwerk? Dann schreib: <code>!pate { $text }</code>
    Alles, was ich kann, zeigt <code>!hilfe</code>.
error-too-long = Das ist zu viel Text für einen Befehl. Bitte kürze auf höchstens 4.000 Zeichen und sende ihn noch einmal.
error-too-many-commands = Mehr als { $most } Befehle in einer Nachricht führe ich nicht aus. Bitte sende die übrigen noch einmal.
error-too-old = Deine Nachricht hat mich erst spät erreicht, deshalb habe ich sie nicht mehr ausgeführt. Wenn sie noch gilt, sende bitte noch einmal: <code>!{ $text }</code>
error-needs-role = { $role ->
    [member] <code>!{ $command }</code> ist für Mitglieder der Gemeinschaft. Bitte tritt zuerst dem Gemeinschaftsraum bei; das Büro lädt dich gern ein.
    [coordinator] <code>!{ $command }</code> ist für Koordinationen, die für ein Netzwerk sprechen. Bitte wende dich an das Büro, damit es dich einträgt.
    [admin] <code>!{ $command }</code> ist den Administratorinnen und Administratoren vorbehalten. Bitte wende dich an das Büro.
   *[other] <code>!{ $command }</code> ist dem Büro vorbehalten. Bitte wende dich an das Büro.
}
error-rights-suspended = <code>!{ $command }</code> geht gerade nicht: Dein Konto hat eine neue Verschlüsselungs-Identität, und das Büro hat sie noch nicht bestätigt. Bitte ruf dort kurz an. Mit <code>!rolle bestätigen { $user }</code> geht es weiter.
error-said-in-clear = Diese Nachricht kam ohne Verschlüsselung, obwohl dieser Raum verschlüsselt ist. Jeder auf dem Weg könnte sie geschrieben haben, deshalb tue ich nichts. Bitte schreib sie noch einmal, am besten in Element.
error-unproven = { $how ->
    [reaction] Für diesen Schritt zählen Reaktionen in verschlüsselten Räumen nicht. Bitte antworte mit dem Wort.
   *[device] Für diesen Befehl muss sicher sein, dass er von dir kommt. Dein Gerät ist aber noch nicht bestätigt. Bitte öffne in Element „Einstellungen“ und dort „Sitzungen“, bestätige das Gerät, und schick den Befehl noch einmal.
}
error-office-room-only = <code>!{ $command }</code> geht nur im Raum des Büros. Bitte gib den Befehl dort ein.
error-internal = Das hat leider nicht geklappt; der Fehler liegt bei mir. Bitte versuch es noch einmal. Wenn es wieder geschieht, nenn dem Büro die Nummer { $reference }.
error-too-slow = Das hat zu lange gedauert, deshalb habe ich abgebrochen. Bitte versuch es noch einmal. Wenn es wieder geschieht, nenn dem Büro die Nummer { $reference }.
edited-too-late = Diesen Befehl habe ich schon beantwortet; die Änderung bewirkt nichts mehr. Bitte sende ihn neu.

greeting = Hallo, ich bin der Netzwerklotse. Ich finde Patennetzwerke, notiere Projektmeldungen und sage die Fachtagung an.
    Ich antworte nur auf Befehle und auf meinen Namen; was ihr sonst schreibt, speichere ich nicht.
    Was ich kann: <code>!hilfe</code>
gap-too-long = Ich war länger nicht erreichbar und konnte nicht alles nachlesen, was hier inzwischen geschrieben wurde. Bitte wiederholt Befehle, auf die ihr keine Antwort habt.

error-meant-one = „{ $word }“ kenne ich nicht. Meintest du <code>!{ $meant }</code>?
ask-hint = { $how ->
    [typed] Zur Wahl stehen { $choices }. Bitte antworte auf diese Nachricht mit dem Wort; Zeichen zählen hier nicht.
    [direct] Zur Wahl stehen { $choices }. Tipp auf ein Zeichen, oder schreib das Wort.
   *[room] Zur Wahl stehen { $choices }. Tipp auf ein Zeichen, oder antworte auf diese Nachricht mit dem Wort.
}
ask-number = { $how ->
    [direct] Tipp auf eine Ziffer, oder schreib deine Antwort.
   *[other] Tipp auf eine Ziffer, oder antworte auf diese Nachricht.
}
ask-light = { $choices } – tipp auf das Zeichen, oder antworte mit dem Wort.
asked-too-late = Diese Frage ist schon beantwortet oder abgelaufen; deine Antwort bewirkt nichts mehr. Sende den Befehl bei Bedarf noch einmal.
asked-not-you = Diese Frage ist an jemand anderen gerichtet; deine Antwort bewirkt nichts.
asked-type-it = In verschlüsselten Räumen zählen hier keine Zeichen. Bitte antworte auf die Frage mit dem Wort.
form-goes-direct = Das frage ich dich in unserem direkten Chat.
form-hint = { $direct ->
    [yes] Schreib einfach die Antwort. Auch möglich: „zurück“, „später“, „abbrechen“.
   *[no] Schreib die Antwort einfach hier, oder antworte auf diese Nachricht. Auch möglich: „zurück“, „später“, „abbrechen“.
}
edited-stays = Dein Befehl gilt weiter, wie er vor der Änderung war.
form-summary = So verstehe ich dich. Stimmt das?
withdrawn-too-late = Dein Befehl steht dort nicht mehr, aber sein Ergebnis gilt weiter; zurücknehmen lässt es sich nicht mehr. Was du tun kannst, zeigt <code>!hilfe</code>.
withdrawn-type-it = Dein Befehl ist gelöscht, aber sein Ergebnis gilt weiter: In verschlüsselten Räumen zählt das Löschen nicht. Zurücknehmen: <code>!rückgängig</code>
reaction-withdrawn = Deine Antwort gilt weiter. Zurücknehmen: <code>!rückgängig</code>
several-later = Zu einem weiteren Befehl habe ich eine Frage. Bitte sende ihn einzeln.
day-meant = { $count ->
    [one] „{ $text }“ ist mehr als ein Tag. Meinst du { $day }? Wenn nicht, schreib bitte den Tag, den du meinst.
   *[other] „{ $text }“ kann zweierlei heißen. Welchen Tag meinst du?
    }
form-unassigned = Das kann ich nicht zuordnen. Wenn du etwas ändern möchtest, stell bitte voran, was es ist, zum Beispiel „{ $label }: …“. Sonst antworte mit „ja“, „zurück“ oder „abbrechen“.
