projekt-neu-usage = <code>!projekt neu TITEL Thema: THEMA Pflicht: PFLICHT</code>
    Thema und Pflicht dürfen fehlen.
projekt-neu-done = Das Projekt „{ $title }“ von { $network } ist eingetragen. Es hat die Nummer { $number }. { $about }. So melden Sie etwas Neues: <code>!projekt meldung { $number } Ihr Text</code>
projekt-meldung-help = meldet etwas Neues aus Ihrem Projekt
projekt-meldung-usage = <code>!projekt meldung NUMMER TAG: TEXT</code>
    Der Tag darf fehlen.
projekt-meldung-done = { $count ->
    [one] Ihre Meldung zu „{ $title }“ ist notiert. Sie gilt für { $days }. So löschen Sie sie: <code>!rückgängig</code>
    So sehen Sie alle Meldungen: <code>!projekt zeige { $number }</code>
   *[other] { $count } Meldungen zu „{ $title }“ sind notiert: { $days }. So löschen Sie sie: <code>!rückgängig</code>
    So sehen Sie alle Meldungen: <code>!projekt zeige { $number }</code>
}
projekt-liste-help = zeigt Projekte
projekt-liste-usage = <code>!projekt liste</code>
    Sie können <code>eigene</code>, ein Netzwerk oder ein Thema dahinter schreiben. Auch ein Tag geht, zum Beispiel <code>seit 1.10.</code>
projekt-liste-none = Dazu gibt es noch kein Projekt. So tragen Sie eines ein: <code>!projekt neu TITEL</code>
projekt-liste-title = { $count ->
    [one] Es gibt ein Projekt:
   *[other] Es gibt { $count } Projekte. Das Neueste steht oben:
}
projekt-zeige-usage = <code>!projekt zeige NUMMER</code>
projekt-zeige-title = <strong>{ $title }</strong>, Nummer { $number }, von { $network }
    { $about }
    Eingetragen am { $since }
projekt-zeige-silent = Es gibt noch keine Meldung. So melden Sie etwas: <code>!projekt meldung { $number } Ihr Text</code>
project-line = <strong>Nummer { $number }, { $title }</strong>, { $network }: { $last }
project-duty = { $duty ->
    [professionalise] Pflicht: professionell werden
    [sustain] Pflicht: auf Dauer bleiben
   *[own-project] Pflicht: eigenes Projekt
}

error-unknown-project = Ein Projekt Nummer { $number } gibt es nicht. So sehen Sie alle Projekte: <code>!projekt liste</code>
error-title-missing = Wie heißt das Projekt? Bitte schreiben Sie den Titel zuerst. Zum Beispiel: <code>!projekt neu Pflegecampus Bielefeld Thema: Pflege</code>
error-title-too-long = Der Titel ist zu lang. Erlaubt sind { $most } Zeichen. Bitte schreiben Sie weniger. Mehr können Sie später melden.
error-unknown-duty = Die Pflicht „{ $text }“ kenne ich nicht. Möglich sind: <code>professionalisieren</code>, <code>verstetigen</code> und <code>eigenes Projekt</code>. Verstetigen heißt: Das Netzwerk bleibt auf Dauer. Zum Beispiel: <code>Pflicht: verstetigen</code>
error-unreadable-line = „{ $text }“ verstehe ich hier nicht. Nach dem Titel gehen nur <code>Thema: …</code> und <code>Pflicht: …</code>. So melden Sie danach etwas Neues: <code>!projekt meldung</code>
error-update-missing = Was ist passiert? Bitte schreiben Sie es dahinter. Zum Beispiel: <code>!projekt meldung { $project } Der Auftakt ist gelungen.</code>
error-update-too-long = Die Meldung ist zu lang. Erlaubt sind { $most } Zeichen. Bitte schreiben Sie weniger oder schreiben Sie mehrere Meldungen.
error-future-day = { $day } ist noch nicht vorbei. Bitte nehmen Sie einen früheren Tag. Für heute lassen Sie den Tag weg.
projekt-neu-undone = Das Projekt „{ $title }“ ist nicht mehr eingetragen. Es hatte die Nummer { $number }.
projekt-meldung-undone = { $count ->
    [one] Ihre Meldung zu „{ $title }“ ist gelöscht. Das Projekt hat die Nummer { $number }.
   *[other] { $count } Meldungen zu „{ $title }“ sind gelöscht. Das Projekt hat die Nummer { $number }.
}
error-project-in-use = Zum Projekt Nummer { $number } gibt es schon Meldungen. Deshalb bleibt es. So sehen Sie es: <code>!projekt zeige { $number }</code>
error-updates-changed = Davon ist schon etwas gelöscht. Deshalb lasse ich den Rest. So sehen Sie alles: <code>!projekt liste</code>
