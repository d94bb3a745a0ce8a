tagung-help = zeigt das nächste Jahrestreffen
tagung-usage = <code>!tagung</code>
    Sie können den Namen eines Treffens dahinter schreiben.
tagung-plan-help = zeigt die Ansagen zu einem Jahrestreffen
tagung-plan-usage = <code>!tagung plan NUMMER</code>
    Die Nummer darf fehlen.
tagung-neu-help = trägt ein Jahrestreffen ein und plant die Ansagen dazu
tagung-neu-usage = <code>!tagung neu NUMMER. REIHE | MOTTO | TAG UHRZEIT | ORT | LINK</code>
    Motto und Link dürfen fehlen. Sie können auch Zeilen statt der Striche schreiben.
tagung-aendern-usage = <code>!tagung ändern NUMMER FELD: WERT</code>
    Die Nummer darf fehlen. Die Felder sind: Tagung, Motto, Termin, Ort, Link. Ein Strich löscht Motto oder Link.
tagung-absagen-usage = <code>!tagung absagen NUMMER</code>
    Die Nummer darf fehlen.

tagung-none = Noch ist kein Jahrestreffen eingetragen. Haben Sie Fragen? Dann schreiben Sie bitte an das Innovationsbüro.
tagung-was-cancelled = Abgesagt ist: { $title }. Der Termin war: { $starts }.
tagung-plan-of = Die Ansagen zu <strong>{ $title }</strong>, Nummer { $number }:
tagung-plan-next = So ändern Sie etwas: <code>!tagung ändern { $number } Termin: …</code>

tagung-draft = { $act ->
    [change] <strong>Entwurf einer Änderung: { $title }.</strong> Das gilt noch nicht.
    [cancel] <strong>Entwurf einer Absage: { $title }.</strong> Noch ist nichts abgesagt.
   *[new] <strong>Entwurf: { $title }.</strong> Das gilt noch nicht.
}
tagung-changed = { $detail }: { $after }. Bisher war es: { $before }
tagung-plan-laid = { $count ->
    [0] Keine Ansage kommt mehr. Alle Termine sind vorbei:
    [1] Eine von { $all } Ansagen kommt noch:
   *[other] { $count } von { $all } Ansagen kommen:
}
tagung-step = { $step ->
    [save-the-date] Termin vormerken
    [programme] Programm
    [sign-up] Anmeldung
    [last-call] letzter Aufruf
    [day-before] am Tag davor
    [thanks] Dank
    [correction] Berichtigung
    [cancellation] Absage
   *[announcement] Ansage
}: { $moment }{ $mark ->
    [enqueued] {""}. Gesendet
    [past] {""}. Fällt aus: Der Termin ist schon vorbei
    [over] {""}. Fällt aus: Dann läuft die Tagung schon
    [told] {""}. Fällt aus: Die Korrektur sagt es gerade
    [same-moment] {""}. Fällt aus: Zur gleichen Zeit kommt eine andere
    [too-late] {""}. Ausgefallen: Ich war nicht in Betrieb
   *[planned] {""}
}
tagung-dropped = { $count ->
    [0] Es war keine Ansage mehr geplant.
    [1] Eine geplante Ansage fällt aus.
   *[other] { $count } geplante Ansagen fallen aus.
}
tagung-news = { $step ->
    [correction] Die Räume kennen die Tagung schon. Sie bekommen gleich eine Berichtigung.
    [cancellation] Die Räume kennen die Tagung schon. Sie bekommen gleich eine Absage.
   *[none] Ich habe noch nichts angesagt. Deshalb schreibe ich auch niemandem.
}
tagung-no-rooms = Noch bekommt kein Raum die Ansagen. Bis dahin zeige ich sie nur dem Büro. Bitte schreiben Sie im richtigen Raum: <code>!ansagen hier an</code>
tagung-confirmed = { $act ->
    [change] <strong>{ $title }</strong> ist geändert. Die Nummer ist { $number }.
    [cancel] <strong>{ $title }</strong> ist abgesagt. Die Nummer ist { $number }.
   *[new] <strong>{ $title }</strong> ist eingetragen. Die Nummer ist { $number }.
}

tagung-post = { $step ->
    [save-the-date] <strong>{ $title }: Bitte merken Sie sich den Termin.</strong>
    [programme] <strong>{ $title } { $days ->
        [0] heute
        [1] morgen
       *[other] in { $days } Tagen
    }.</strong> { $programme ->
        [yes] Das Programm finden Sie unter dem Link.
       *[no] Das Programm kommt später. Bitte planen Sie den Tag schon ein.
    }
    [sign-up] <strong>{ $title } { $days ->
        [0] heute
        [1] morgen
       *[other] in { $days } Tagen
    }.</strong> Sind Sie noch nicht angemeldet? Dann melden Sie sich bitte an.{ $programme ->
        [yes] {""}
       *[no] {" "}Das Innovationsbüro hilft Ihnen gern.
    }
    [last-call] <strong>{ $title } { $days ->
        [0] heute
        [1] morgen
       *[other] in { $days } Tagen
    }.</strong> Sie können sich jetzt zum letzten Mal anmelden.
    [day-before] <strong>{ $days ->
        [0] Heute
        [1] Morgen
       *[other] In { $days } Tagen
    } ist es so weit: { $title }.</strong> Wir freuen uns auf Sie.
    [thanks] <strong>{ $title }: Danke, dass Sie da waren!</strong> Was haben Sie gelernt? Schreiben Sie es für die anderen auf: <code>!projekt meldung</code>
    [cancellation] <strong>{ $title } ist abgesagt.</strong> Der Termin war: { $starts }. Bitte streichen Sie den Termin in Ihrem Kalender.
   *[correction] <strong>{ $title }: Es hat sich etwas geändert.</strong>
}

error-unreadable-title = „{ $text }“ verstehe ich nicht als Tagung. Bitte schreiben Sie eine Nummer und einen Namen. Zum Beispiel: <code>9. Fachtagung</code>
error-unreadable-link = „{ $text }“ ist keine Internetadresse. Bitte schreiben Sie die ganze Adresse. Zum Beispiel: <code>https://example.org/programm</code>
error-unknown-field = „{ $text }“ ist kein Feld einer Tagung. Die Felder sind: Tagung, Motto, Termin, Ort und Link. Bitte schreiben Sie zum Beispiel: <code>!tagung ändern Ort: Bonn</code>
error-too-much = Ein Feld ist zu lang. Erlaubt sind { $limit } Zeichen. Bitte schreiben Sie weniger.
error-unknown-series = „{ $text }“ ist nicht eingetragen. So sehen Sie alle Treffen: <code>!tagung</code>
error-unknown-meeting = Die Tagung { $text } kenne ich nicht. So sehen Sie alle Tagungen: <code>!tagung</code>
error-which-meeting = Es gibt mehrere Tagungen: { $numbers }. Bitte schreiben Sie die Nummer dazu. Zum Beispiel: <code>!tagung plan 3</code> oder <code>!tagung absagen 3</code>
error-no-meeting-ahead = Es ist keine Tagung eingetragen. So tragen Sie eine ein: <code>!tagung neu</code>
error-meeting-exists = { $ordinal }. { $series } gibt es schon. Die Nummer ist { $number }. Der Termin ist: { $starts }. Bitte nehmen Sie eine andere Nummer. Oder ändern Sie diese Tagung: <code>!tagung ändern { $number } Termin: …</code>
error-meeting-cancelled = Die Tagung Nummer { $number } ist abgesagt. Kommt sie doch? Dann tragen Sie die Tagung bitte neu ein: <code>!tagung neu</code>
error-meeting-over = Die Tagung Nummer { $number } hat schon begonnen oder ist vorbei. Sie können die Tagung nicht mehr absagen. So sehen Sie alle Tagungen: <code>!tagung</code>
error-nothing-changed = Das steht schon so da. Es gibt nichts zu ändern.
