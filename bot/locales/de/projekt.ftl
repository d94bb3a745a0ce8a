projekt-neu-help = trägt ein Projekt Ihres Netzwerks ein
projekt-neu-usage = <code>!projekt neu TITEL [Thema: THEMA] [Pflicht: PFLICHT]</code>
projekt-neu-examples = <code>!projekt neu Pflegecampus Bielefeld Thema: Pflege</code>
    <code>!projekt neu Satzung und Verein Pflicht: verstetigen</code>
projekt-neu-done = Das Projekt „{ $title }“ von { $network } ist als #{ $number } eingetragen ({ $about }). Melden Sie, was geschieht: <code>!projekt meldung { $number } Ihr Text</code>
projekt-meldung-help = meldet, was in Ihrem Projekt geschehen ist
projekt-meldung-usage = <code>!projekt meldung NUMMER [TAG:] TEXT</code>
projekt-meldung-examples = <code>!projekt meldung 3 Der Auftakt mit 30 Betrieben ist gelungen.</code>
    <code>!projekt meldung 3 12.11.: Förderung bewilligt</code>
projekt-meldung-done = { $count ->
    [one] Ihre Meldung zu „{ $title }“ (#{ $number }) vom { $days } ist notiert. Zurücknehmen: <code>!rückgängig</code>. Alle zeigt <code>!projekt zeige { $number }</code>.
   *[other] { $count } Meldungen zu „{ $title }“ (#{ $number }) sind notiert: { $days }. Zurücknehmen: <code>!rückgängig</code>. Alle zeigt <code>!projekt zeige { $number }</code>.
}
projekt-liste-help = zeigt Projekte: alle, Ihre eigenen, die eines Netzwerks, zu einem Thema, seit einem Tag
projekt-liste-usage = <code>!projekt liste [eigene | NETZWERK | THEMA] [seit TAG] [SEITE | datei]</code>
projekt-liste-examples = <code>!projekt liste</code>
    <code>!projekt liste Pflege seit 1.10.</code>
    <code>!projekt liste eigene</code>
projekt-liste-none = Dazu ist noch kein Projekt eingetragen. Eintragen: <code>!projekt neu TITEL</code>
projekt-liste-title = { $count ->
    [one] Ein Projekt ist eingetragen:
   *[other] { $count } Projekte sind eingetragen, die jüngste Meldung zuerst:
}
projekt-liste-next = Mehr zu einem Projekt: <code>!projekt zeige { $number }</code>
projekt-zeige-help = zeigt ein Projekt mit seinen Meldungen
projekt-zeige-usage = <code>!projekt zeige NUMMER [SEITE | datei]</code>
projekt-zeige-examples = <code>!projekt zeige 3</code>
projekt-zeige-title = <strong>{ $title }</strong> (#{ $number }) von { $network }
    { $about }
    Eingetragen am { $since }
projekt-zeige-silent = Es gibt noch keine Meldung. Melden: <code>!projekt meldung { $number } Ihr Text</code>
projekt-zeige-update = <strong>{ $day }</strong>: { $text }
project-line = <strong>#{ $number } { $title }</strong> ({ $network }): { $last }
project-last = { $day }: { $text }
project-silent = noch keine Meldung
project-duty = { $duty ->
    [professionalise] Pflicht: professionalisieren
    [sustain] Pflicht: verstetigen
   *[own-project] Pflicht: eigenes Projekt
}
project-duty-and-topic = { $duty }, Thema: { $topic }

error-unknown-project = Ein Projekt #{ $number } gibt es nicht. Alle Projekte mit Nummern zeigt <code>!projekt liste</code>.
error-title-missing = Wie heißt das Projekt? Bitte nennen Sie zuerst den Titel, zum Beispiel <code>!projekt neu Pflegecampus Bielefeld Thema: Pflege</code>
error-title-too-long = Der Titel ist zu lang. Bitte kürzen Sie ihn auf höchstens { $most } Zeichen; Einzelheiten gehören in eine Meldung.
error-unknown-duty = Die Pflicht „{ $text }“ kenne ich nicht. Möglich sind: professionalisieren, verstetigen, eigenes Projekt. Zum Beispiel: <code>Pflicht: verstetigen</code>
error-unreadable-line = „{ $text }“ kann ich hier nicht zuordnen. Nach dem Titel gehen nur <code>Thema: …</code> und <code>Pflicht: …</code>. Was geschehen ist, melden Sie danach mit <code>!projekt meldung</code>.
error-update-missing = Was ist geschehen? Bitte schreiben Sie es dahinter, zum Beispiel <code>!projekt meldung { $project } Der Auftakt ist gelungen.</code>
error-update-too-long = Eine Meldung darf höchstens { $most } Zeichen haben. Bitte kürzen Sie, oder teilen Sie den Text auf mehrere Meldungen auf.
error-future-day = { $day } liegt noch vor uns. Bitte nennen Sie einen Tag, der schon war, oder lassen Sie ihn für heute weg.
projekt-short = Projekte und Meldungen
projekt-neu-undone = Das Projekt „{ $title }“ (#{ $number }) ist nicht mehr eingetragen.
projekt-meldung-undone = { $count ->
    [one] Ihre Meldung zu „{ $title }“ (#{ $number }) ist gelöscht.
   *[other] { $count } Meldungen zu „{ $title }“ (#{ $number }) sind gelöscht.
}
error-project-in-use = Zum Projekt #{ $number } gibt es schon Meldungen, deshalb bleibt es eingetragen. Sie sehen es mit <code>!projekt zeige { $number }</code>.
error-updates-changed = Davon ist inzwischen etwas gelöscht, deshalb lasse ich den Rest. Was gilt, zeigt <code>!projekt liste</code>.
