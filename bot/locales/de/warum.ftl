# Warum eine Ansage kam.

warum-help = erklärt, warum eine Ansage kam
warum-usage = <code>Warum?</code> als Antwort auf die Ansage
    Im Raum des Büros auch: <code>!warum LINK</code>
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

# Für das Büro: der Weg einer Nachricht oder Ansage.

error-no-event = „{ $text }“ nennt keine einzelne Nachricht. Bitte kopieren Sie bei der Nachricht den Link („Teilen“ oder „Link kopieren“) und schreiben Sie ihn hinter <code>!warum</code>
error-no-trace = Dazu habe ich nichts. Entweder kam die Nachricht nie bei mir an, oder sie ist älter als 30 Tage. Bitte prüfen Sie den Link.
warum-came = { $kind ->
    [command] Gekommen am { $at } von { $by } im Raum { $room }: ein Befehl oder eine Antwort an mich.
    [edit] Gekommen am { $at } von { $by } im Raum { $room }: eine Änderung.
    [reaction] Gekommen am { $at } von { $by } im Raum { $room }: eine Reaktion.
    [redaction] Gekommen am { $at } von { $by } im Raum { $room }: eine Löschung.
   *[other] Gekommen am { $at } von { $by } im Raum { $room }.
}
warum-came-only = Gekommen am { $at } im Raum { $room }.
warum-not-heard = { $why ->
    [too-many] Nicht bearbeitet, weil zu viele Befehle auf einmal kamen.
   *[none] Nicht bearbeitet, denn es war nicht an mich gerichtet; deshalb ist auch nicht mehr davon gespeichert.
}
warum-waits = Es wartet noch auf seine Bearbeitung.
warum-became = { $state ->
    [done] Bearbeitet am { $at }; Ergebnis: <code>{ $outcome }</code>
    [failed] Daran gescheitert am { $at }; Fehler: <code>{ $outcome }</code>
    [cancelled] Zurückgezogen am { $at }, bevor es bearbeitet war; Vermerk: <code>{ $outcome }</code>
   *[ignored] Übergangen am { $at }; Vermerk: <code>{ $outcome }</code>
}
warum-undecided = Fällig am { $due }; entschieden ist noch nichts, { $reason }. Schlüssel: <code>{ $key }</code>
warum-decided = { $state ->
    [enqueued] Fällig am { $due }; am { $at } zum Versand gegeben, { $reason }. Schlüssel: <code>{ $key }</code>
    [skipped] Fällig am { $due }; am { $at } ausgelassen, { $reason }. Schlüssel: <code>{ $key }</code>
   *[cancelled] Fällig am { $due }; am { $at } abgesagt, { $reason }. Schlüssel: <code>{ $key }</code>
}
warum-reason = { $reason ->
    [past] weil der Termin beim Planen schon vorbei war
    [told] weil die Korrektur es gerade erst gesagt hat
    [same-moment] weil eine spätere Ansage auf denselben Moment fällt
    [too-late] weil ich zu lange nicht in Betrieb war
    [over] weil schon begonnen hatte, was sie ankündigt
    [superseded] weil eine neuere derselben Ansage auch fällig war
    [replanned] weil sich das Jahrestreffen geändert hat
    [meeting-cancelled] weil das Jahrestreffen abgesagt ist
    [stopped] weil das Büro die Ansage beendet hat
   *[none] wie geplant
}
warum-nothing-followed = Gesendet habe ich darauf nichts.
warum-followed = { $count ->
    [1] Daraus folgte:
   *[other] Daraus folgten { $count } Sendungen:
}
warum-row = { $effect } an { $target }: { $state }; Versuche: { $attempts }
warum-effect = { $effect ->
    [send] Nachricht
    [edit] Änderung
    [react] Reaktion
    [redact] Löschung
    [state] Einstellung
    [upload] Datei
    [invite] Einladung
   *[create_room] neuer Raum
}
warum-state = { $state ->
    [new] wartet
    [sending] unterwegs
    [sent] gesendet als { $id }
   *[dead] nicht zustellbar: { $reason }
}
warum-more = … und { $count } weitere.
