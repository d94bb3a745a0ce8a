projekt-neu-help = trägt ein Projekt deines Netzwerks ein
projekt-neu-done = Das Projekt „{ $title }“ von { $network } ist als #{ $number } eingetragen ({ $about }). Melde, was geschieht: <code>!projekt meldung { $number } dein Text</code>
projekt-meldung-help = meldet, was in deinem Projekt geschehen ist
projekt-meldung-done = { $count ->
    [one] Deine Meldung zu „{ $title }“ (#{ $number }) vom { $days } ist notiert. Zurücknehmen: <code>!rückgängig</code>. Alle zeigt <code>!projekt zeige { $number }</code>.
   *[other] { $count } Meldungen zu „{ $title }“ (#{ $number }) sind notiert: { $days }. Zurücknehmen: <code>!rückgängig</code>. Alle zeigt <code>!projekt zeige { $number }</code>.
}
projekt-liste-help = zeigt Projekte: alle, deine eigenen, die eines Netzwerks, zu einem Thema, seit einem Tag
projekt-zeige-silent = Es gibt noch keine Meldung. Melden: <code>!projekt meldung { $number } dein Text</code>

error-title-missing = Wie heißt das Projekt? Bitte nenn zuerst den Titel, zum Beispiel <code>!projekt neu Pflegecampus Bielefeld Thema: Pflege</code>
error-title-too-long = Der Titel ist zu lang. Bitte kürze ihn auf höchstens { $most } Zeichen; Einzelheiten gehören in eine Meldung.
error-unreadable-line = „{ $text }“ kann ich hier nicht zuordnen. Nach dem Titel gehen nur <code>Thema: …</code> und <code>Pflicht: …</code>. Was geschehen ist, meldest du danach mit <code>!projekt meldung</code>.
error-update-missing = Was ist geschehen? Bitte schreib es dahinter, zum Beispiel <code>!projekt meldung { $project } Der Auftakt ist gelungen.</code>
error-update-too-long = Eine Meldung darf höchstens { $most } Zeichen haben. Bitte kürze, oder teil den Text auf mehrere Meldungen auf.
error-future-day = { $day } liegt noch vor uns. Bitte nenn einen Tag, der schon war, oder lass ihn für heute weg.
projekt-meldung-undone = { $count ->
    [one] Deine Meldung zu „{ $title }“ (#{ $number }) ist gelöscht.
   *[other] { $count } Meldungen zu „{ $title }“ (#{ $number }) sind gelöscht.
}
error-project-in-use = Zum Projekt #{ $number } gibt es schon Meldungen, deshalb bleibt es eingetragen. Du siehst es mit <code>!projekt zeige { $number }</code>.
