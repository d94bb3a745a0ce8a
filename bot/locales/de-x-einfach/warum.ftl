warum-usage = <code>Warum?</code>
    Schreiben Sie das als Antwort auf die Ansage.
    Im Raum des Büros geht auch: <code>!warum LINK</code>
warum-how = Welche Ansage meinen Sie? Bitte wählen Sie bei dieser Ansage „Antworten“. Schreiben Sie dann: <code>Warum?</code>
    Dann nenne ich Ihnen den Grund.
warum-unplanned = Diese Nachricht war nicht geplant. Jemand hat etwas gefragt oder eingetragen. Ich kann nur geplante Ansagen erklären. So sehen Sie alle geplanten Ansagen: <code>!ansagen</code>
warum-meeting = { $step ->
    [correction] Das Büro hat etwas geändert: { $title }. Deshalb kam diese Nachricht.
    [cancellation] Das Büro hat abgesagt: { $title }. Deshalb kam diese Nachricht.
    [save-the-date] Diese Ansage gehört zum Plan: { $title }. Sie heißt „Termin vormerken“.
    [programme] Diese Ansage gehört zum Plan: { $title }. Sie heißt „Programm“.
    [sign-up] Diese Ansage gehört zum Plan: { $title }. Sie heißt „Anmeldung“.
    [last-call] Diese Ansage gehört zum Plan: { $title }. Sie heißt „letzter Aufruf“.
    [day-before] Diese Ansage gehört zum Plan: { $title }. Sie heißt „am Tag davor“.
   *[thanks] Diese Ansage gehört zum Plan: { $title }. Sie heißt „Dank“.
}
warum-announcement = Das ist die Ansage Nummer { $number }. Sie kommt { $rhythm }.
warum-last = Danach kommt keine mehr.
warum-switch-off = { $kind ->
    [meeting] Das Büro und die Koordination können das hier ausschalten: <code>!ansagen hier aus tagung</code>
   *[announcement] Das Büro und die Koordination können das hier ausschalten: <code>!ansagen hier aus ansage</code>
}

error-no-event = „{ $text }“ nennt keine einzelne Nachricht. Bitte wählen Sie bei der Nachricht „Teilen“ oder „Link kopieren“. Schreiben Sie dann <code>!warum</code> und dahinter den Link.
error-no-trace = Dazu habe ich nichts. Die Nachricht kam nie bei mir an. Oder sie ist älter als 30 Tage. Bitte prüfen Sie den Link.
warum-not-heard = { $why ->
    [too-many] Das habe ich nicht bearbeitet. Es kamen zu viele Befehle auf einmal.
   *[none] Das habe ich nicht bearbeitet. Es war nicht für mich. Deshalb weiß ich nicht mehr darüber.
}
warum-undecided = Fällig am { $due }. Noch ist nichts entschieden, { $reason }. Schlüssel: <code>{ $key }</code>
warum-decided = { $state ->
    [enqueued] Fällig am { $due }. Gesendet ab { $at }, { $reason }. Schlüssel: <code>{ $key }</code>
    [skipped] Fällig am { $due }. Ausgelassen am { $at }, { $reason }. Schlüssel: <code>{ $key }</code>
   *[cancelled] Fällig am { $due }. Abgesagt am { $at }, { $reason }. Schlüssel: <code>{ $key }</code>
}
warum-became = { $state ->
    [done] Bearbeitet am { $at }. Ergebnis: <code>{ $outcome }</code>
    [failed] Daran gescheitert am { $at }. Fehler: <code>{ $outcome }</code>
    [cancelled] Zurückgezogen am { $at }. Vermerk: <code>{ $outcome }</code>
   *[ignored] Übergangen am { $at }. Vermerk: <code>{ $outcome }</code>
}
warum-row = { $effect } an { $target }: { $state }. Versuche: { $attempts }
