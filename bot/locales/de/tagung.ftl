# Die Jahrestreffen: Auskunft für alle, Eingabe durch das Büro, und die Sätze des Ansageplans.

tagung-help = nennt das nächste Jahrestreffen
tagung-usage = <code>!tagung [REIHE]</code>
tagung-examples = <code>!tagung</code>
    <code>!tagung Innovationstag</code>
tagung-plan-help = zeigt, welche Ansagen zu einem Jahrestreffen kommen
tagung-plan-usage = <code>!tagung plan [NUMMER]</code>
tagung-plan-examples = <code>!tagung plan</code>
    <code>!tagung plan 9. Fachtagung</code>
tagung-neu-help = trägt ein Jahrestreffen ein und legt seinen Ansageplan an
tagung-neu-usage = <code>!tagung neu NUMMER. REIHE | MOTTO | TAG UHRZEIT | ORT | LINK</code>
    Motto und Link dürfen fehlen; statt der Striche gehen auch Zeilen.
tagung-neu-examples = <code>!tagung neu 9. Fachtagung | Gemeinsam stark | 8.12.2026 10:00 | Berlin, Haus der Wirtschaft | https://example.org/programm</code>
    <code>!tagung neu 9. Fachtagung | Termin: Di., 8.12.2026, 10 Uhr | Ort: Berlin</code>
tagung-aendern-help = ändert Termin, Ort, Motto oder Link eines Jahrestreffens
tagung-aendern-usage = <code>!tagung ändern [NUMMER] FELD: WERT</code>
    Felder: Tagung, Motto, Termin, Ort, Link. Ein Strich (-) leert Motto oder Link.
tagung-aendern-examples = <code>!tagung ändern Termin: 9.12.2026 10:00</code>
    <code>!tagung ändern 9. Fachtagung | Ort: Bonn, Altes Rathaus | Link: https://example.org/neu</code>
tagung-absagen-help = sagt ein Jahrestreffen ab
tagung-absagen-usage = <code>!tagung absagen [NUMMER]</code>
tagung-absagen-examples = <code>!tagung absagen</code>
    <code>!tagung absagen 9. Fachtagung</code>

## Auskunft

tagung-title = { $ordinal }. { $series }
tagung-fact = { $detail ->
    [motto] Motto: { $value }
    [starts] Termin: { $value }
    [place] Ort: { $value }
    [link] Programm: { $value }
   *[title] { $value }
}
tagung-next = { $days ->
    [0] <strong>{ $title }</strong>: Heute ist es so weit.
    [1] <strong>{ $title }</strong>: Morgen ist es so weit.
   *[other] <strong>{ $title }</strong>: noch { $days } Tage.
}
tagung-none = Noch ist kein nächstes Jahrestreffen eingetragen. Wenn Sie Näheres wissen möchten, fragen Sie bitte das Innovationsbüro.
tagung-later = Außerdem:
tagung-later-line = { $title }: { $starts }, { $place }
tagung-was-cancelled = Abgesagt ist: { $title }, geplant für { $starts }.
tagung-plan-of = Die Ansagen zu <strong>{ $title }</strong> (#{ $number }):
tagung-plan-next = Ändern: <code>!tagung ändern { $number } Termin: …</code>

## Entwürfe

tagung-draft = { $act ->
    [change] <strong>Entwurf einer Änderung: { $title }.</strong> Noch gilt nichts davon.
    [cancel] <strong>Entwurf einer Absage: { $title }.</strong> Noch ist nichts abgesagt.
   *[new] <strong>Entwurf: { $title }.</strong> Noch gilt nichts davon.
}
tagung-detail = { $detail ->
    [title] Name
    [starts] Termin
    [place] Ort
    [link] Programm
   *[motto] Motto
}
tagung-changed = { $detail }: { $after } (bisher: { $before })
tagung-nothing = keine Angabe
tagung-plan-laid = { $count ->
    [0] Davon käme keine Ansage mehr; alle liegen schon zurück:
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
    [enqueued] {" "}– gesendet
    [past] {" "}– entfällt, der Zeitpunkt ist schon vorbei
    [over] {" "}– entfällt, da hat die Tagung schon begonnen
    [told] {" "}– entfällt, die Korrektur sagt es gerade
    [same-moment] {" "}– entfällt, zur selben Zeit kommt eine andere
    [too-late] {" "}– ausgefallen, ich war zu lange nicht in Betrieb
   *[planned] {""}
}
tagung-dropped = { $count ->
    [0] Geplante Ansagen gibt es keine mehr.
    [1] Eine geplante Ansage entfällt.
   *[other] { $count } geplante Ansagen entfallen.
}
tagung-news = { $step ->
    [correction] Wer schon von der Tagung gehört hat, bekommt gleich eine Berichtigung.
    [cancellation] Wer schon von der Tagung gehört hat, bekommt gleich eine Absage.
   *[none] Angesagt wurde bisher nichts; deshalb benachrichtige ich auch niemanden.
}
tagung-no-rooms = Noch hört kein Raum die Ansagen. Bis das so ist, zeige ich sie nur dem Büro. Bitte geben Sie im gewünschten Raum ein: <code>!ansagen hier an</code>
tagung-confirmed = { $act ->
    [change] <strong>{ $title }</strong> (#{ $number }) ist geändert.
    [cancel] <strong>{ $title }</strong> (#{ $number }) ist abgesagt.
   *[new] <strong>{ $title }</strong> ist eingetragen, als #{ $number }.
}

## Was die Ansagen sagen

tagung-post = { $step ->
    [save-the-date] <strong>{ $title }: Bitte merken Sie sich den Termin vor.</strong>
    [programme] <strong>{ $title } { $days ->
        [0] heute
        [1] morgen
       *[other] in { $days } Tagen
    }.</strong> { $programme ->
        [yes] Das Programm finden Sie unter dem Link.
       *[no] Das Programm folgt; bitte planen Sie Ihre Teilnahme schon ein.
    }
    [sign-up] <strong>{ $title } { $days ->
        [0] heute
        [1] morgen
       *[other] in { $days } Tagen
    }.</strong> Bitte melden Sie sich an, falls Sie es noch nicht getan haben{ $programme ->
        [yes] {""}.
       *[no] {""}; das Innovationsbüro hilft Ihnen gern.
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
    } ist es so weit: { $title }.</strong> Wir freuen uns auf Sie.
    [thanks] <strong>{ $title }: Vielen Dank, dass Sie dabei waren!</strong> Was nehmen Sie mit? Halten Sie es für die anderen fest: <code>!projekt meldung</code>
    [cancellation] <strong>{ $title } ist abgesagt.</strong> Geplant war der Termin { $starts }. Bitte streichen Sie ihn aus Ihrem Kalender.
   *[correction] <strong>{ $title }: Bitte beachten Sie die Änderung.</strong>
}
tagung-corrected = Neu ist: { $details }. Jetzt gilt:
tagung-post-name = { $title }, { $step ->
    [save-the-date] Termin vormerken
    [programme] Programm
    [sign-up] Anmeldung
    [last-call] letzter Aufruf
    [day-before] am Tag davor
    [thanks] Dank
    [correction] Berichtigung
   *[cancellation] Absage
}

## Was nicht geht

error-unreadable-title = „{ $text }“ verstehe ich nicht als Tagung. Bitte schreiben Sie Nummer und Reihe, zum Beispiel <code>9. Fachtagung</code>
error-unreadable-link = „{ $text }“ ist keine Internetadresse. Bitte schreiben Sie sie vollständig, zum Beispiel <code>https://example.org/programm</code>
error-unknown-field = „{ $text }“ verstehe ich nicht als Feld einer Tagung. Bitte schreiben Sie zum Beispiel: <code>!tagung ändern Ort: Bonn</code>. Es gibt die Felder Tagung, Motto, Termin, Ort und Link.
error-too-much = Ein Feld ist zu lang. Bitte kürzen Sie es auf höchstens { $limit } Zeichen.
error-unknown-series = Zu „{ $text }“ ist kein kommendes Treffen eingetragen. Was eingetragen ist, zeigt <code>!tagung</code>
error-unknown-meeting = Die Tagung { $text } kenne ich nicht. Welche eingetragen sind, zeigt <code>!tagung</code>
error-which-meeting = Es sind mehrere Tagungen eingetragen: { $numbers }. Bitte nennen Sie die Nummer dazu, zum Beispiel <code>!tagung plan 3</code> oder <code>!tagung absagen 3</code>.
error-no-meeting-ahead = Es ist keine kommende Tagung eingetragen. Eine neue beginnt mit <code>!tagung neu</code>
error-meeting-exists = { $ordinal }. { $series } ist schon eingetragen, als #{ $number } für { $starts }. Bitte nehmen Sie eine andere Nummer, oder ändern Sie diese: <code>!tagung ändern { $number } Termin: …</code>
error-meeting-cancelled = Die Tagung #{ $number } ist abgesagt. Wenn sie doch stattfindet, tragen Sie sie bitte neu ein: <code>!tagung neu</code>
error-meeting-over = Die Tagung #{ $number } hat schon begonnen oder ist vorbei; absagen lässt sie sich nicht mehr. Was noch kommt, zeigt <code>!tagung</code>
error-past-moment = { $moment } ist schon vorbei. Bitte nennen Sie einen Zeitpunkt in der Zukunft.
error-nothing-changed = Das steht schon genau so da; es gibt nichts zu ändern.
tagung-short = das nächste Jahrestreffen
tagung-which = Welche Tagung meinen Sie?
tagung-which-line = { $title }, { $starts }
error-meeting-title-missing = Hier fehlt, um welche Tagung es geht, zum Beispiel <code>9. Fachtagung</code>. Ein Beispiel zeigt <code>!hilfe tagung neu</code>.
error-meeting-start-missing = Hier fehlt der Termin mit Uhrzeit, zum Beispiel <code>8.12.2026 10:00</code>. Ein Beispiel zeigt <code>!hilfe tagung neu</code>.
error-meeting-place-missing = Hier fehlt der Ort, zum Beispiel <code>Berlin, Haus der Wirtschaft</code>. Ein Beispiel zeigt <code>!hilfe tagung neu</code>.
error-change-missing = Hier fehlt, was sich ändern soll, zum Beispiel <code>!tagung ändern Ort: Bonn</code>. Es gibt die Felder Tagung, Motto, Termin, Ort und Link.
