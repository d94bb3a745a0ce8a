tagung-none = Noch ist kein nächstes Jahrestreffen eingetragen. Wenn du Näheres wissen möchtest, frag bitte das Innovationsbüro.
tagung-no-rooms = Noch hört kein Raum die Ansagen. Bis das so ist, zeige ich sie nur dem Büro. Bitte gib im gewünschten Raum ein: <code>!ansagen hier an</code>

# Was in Räume geht, spricht alle darin an: „ihr“.
tagung-post = { $step ->
    [save-the-date] <strong>{ $title }: Bitte merkt euch den Termin vor.</strong>
    [programme] <strong>{ $title } { $days ->
        [0] heute
        [1] morgen
       *[other] in { $days } Tagen
    }.</strong> { $programme ->
        [yes] Das Programm findet ihr unter dem Link.
       *[no] Das Programm folgt; bitte plant eure Teilnahme schon ein.
    }
    [sign-up] <strong>{ $title } { $days ->
        [0] heute
        [1] morgen
       *[other] in { $days } Tagen
    }.</strong> Bitte meldet euch an, falls ihr es noch nicht getan habt{ $programme ->
        [yes] {""}.
       *[no] {""}; das Innovationsbüro hilft euch gern.
    }
    [last-call] <strong>{ $title } { $days ->
        [0] heute
        [1] morgen
       *[other] in { $days } Tagen
    }.</strong> Jetzt ist die letzte Gelegenheit, sich anzumelden.
    [day-before] <strong>{ $days ->
        [0] Heute
        [1] Morgen
       *[other] In { $days } Tagen
    } ist es so weit: { $title }.</strong> Wir freuen uns auf euch.
    [thanks] <strong>{ $title }: Vielen Dank, dass ihr dabei wart!</strong> Was nehmt ihr mit? Haltet es für die anderen fest: <code>!projekt meldung</code>
    [cancellation] <strong>{ $title } ist abgesagt.</strong> Geplant war der Termin { $starts }. Bitte streicht ihn aus eurem Kalender.
   *[correction] <strong>{ $title }: Bitte beachtet die Änderung.</strong>
}

error-unreadable-title = „{ $text }“ verstehe ich nicht als Tagung. Bitte schreib Nummer und Reihe, zum Beispiel <code>9. Fachtagung</code>
error-unreadable-link = „{ $text }“ ist keine Internetadresse. Bitte schreib sie vollständig, zum Beispiel <code>https://example.org/programm</code>
error-unknown-field = „{ $text }“ verstehe ich nicht als Feld einer Tagung. Bitte schreib zum Beispiel: <code>!tagung ändern Ort: Bonn</code>. Es gibt die Felder Tagung, Motto, Termin, Ort und Link.
error-too-much = Ein Feld ist zu lang. Bitte kürze es auf höchstens { $limit } Zeichen.
error-which-meeting = Es sind mehrere Tagungen eingetragen: { $numbers }. Bitte nenn die Nummer dazu, zum Beispiel <code>!tagung plan 3</code> oder <code>!tagung absagen 3</code>.
error-meeting-exists = { $ordinal }. { $series } ist schon eingetragen, als #{ $number } für { $starts }. Bitte nimm eine andere Nummer, oder ändere diese: <code>!tagung ändern { $number } Termin: …</code>
error-meeting-cancelled = Die Tagung #{ $number } ist abgesagt. Wenn sie doch stattfindet, trag sie bitte neu ein: <code>!tagung neu</code>
error-past-moment = { $moment } ist schon vorbei. Bitte nenn einen Zeitpunkt in der Zukunft.
tagung-which = Welche Tagung meinst du?
