# Warum eine Ansage kam.

warum-help = erklärt, warum eine Ansage kam
warum-usage = <code>Warum?</code> als Antwort auf die Ansage
warum-examples = <code>Warum?</code>

warum-how = Bitte antworten Sie auf die Ansage, um die es geht (Funktion „Antworten“), und schreiben Sie: <code>Warum?</code> Dann sage ich Ihnen, nach welcher Regel sie kam.
warum-unplanned = Diese Nachricht kam nicht nach Plan, sondern weil jemand gefragt oder etwas eingegeben hat. Erklären kann ich nur geplante Ansagen; welche kommen, zeigt <code>!ansagen</code>
warum-meeting = { $step ->
    [correction] Diese Nachricht kam, weil das Büro etwas geändert hat: { $title }.
    [cancellation] Diese Nachricht kam, weil das Büro abgesagt hat: { $title }.
    [save-the-date] Diese Ansage gehört zum Ansageplan: { $title }, Schritt „Termin vormerken“.
    [programme] Diese Ansage gehört zum Ansageplan: { $title }, Schritt „Programm“.
    [sign-up] Diese Ansage gehört zum Ansageplan: { $title }, Schritt „Anmeldung“.
    [last-call] Diese Ansage gehört zum Ansageplan: { $title }, Schritt „letzter Aufruf“.
    [day-before] Diese Ansage gehört zum Ansageplan: { $title }, Schritt „am Tag davor“.
   *[thanks] Diese Ansage gehört zum Ansageplan: { $title }, Schritt „Dank“.
}
warum-announcement = Das ist die Ansage #{ $number } ({ $rhythm }).
warum-set = Eingetragen hat das { $by } am { $at }.
warum-next = Die nächste kommt am { $due }.
warum-last = Danach ist keine weitere geplant.
warum-switch-off = { $kind ->
    [meeting] Hier abschalten (Koordination oder Büro): <code>!ansagen hier aus tagung</code>
   *[announcement] Hier abschalten (Koordination oder Büro): <code>!ansagen hier aus ansage</code>
}
warum-short = warum eine Ansage kam
