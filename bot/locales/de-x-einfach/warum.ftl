warum-usage = <code>Warum?</code>
    Schreiben Sie das als Antwort auf die Ansage.
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
