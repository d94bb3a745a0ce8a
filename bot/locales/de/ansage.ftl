# Ansagen, die das Büro selbst setzt.

ansage-neu-help = setzt eine Ansage, einmal oder immer wieder
ansage-neu-usage = <code>!ansage neu WANN [in #RAUM]: TEXT</code>
    Ohne Raum geht sie in alle Räume, die Ansagen hören. Der Text darf mehrere Zeilen haben.
ansage-neu-examples = <code>!ansage neu 8.12.2026 10:00: Heute beginnt die Anmeldung.</code>
    <code>!ansage neu jeden Montag 9 Uhr in #Gemeinschaft: Was steht diese Woche an?</code>
    <code>!ansage neu monatlich am 1. 9 Uhr bis 31.12.2027: Bitte melden Sie Ihre Projekte.</code>
ansage-liste-help = zeigt die gesetzten Ansagen mit ihrem nächsten Termin
ansage-liste-usage = <code>!ansage liste</code>
ansage-liste-examples = <code>!ansage liste</code>
ansage-stopp-help = beendet eine Ansage
ansage-stopp-usage = <code>!ansage stopp NUMMER</code>
ansage-stopp-examples = <code>!ansage stopp 3</code>

ansage-name = Ansage #{ $number }: „{ $beginning }“
ansage-rhythm = { $repeat ->
    [daily] täglich um { $at } Uhr
    [weekly] { $weeks ->
        [1] jeden
       *[other] alle { $weeks } Wochen am
    } { $weekday ->
        [0] Montag
        [1] Dienstag
        [2] Mittwoch
        [3] Donnerstag
        [4] Freitag
        [5] Samstag
       *[6] Sonntag
    } um { $at } Uhr
    [monthly] monatlich am { $day }. um { $at } Uhr
   *[once] einmal
}{ $until }
ansage-until = {" "}bis { $day }
ansage-new = Die Ansage #{ $number } ist gesetzt ({ $rhythm }). Sie kommt am:
ansage-date = { $moment }
ansage-rooms = { $rooms ->
    [0] Noch hört kein Raum solche Ansagen; bis dahin zeige ich sie nur dem Büro. Bitte geben Sie im gewünschten Raum ein: <code>!ansagen hier an</code>
   *[other] Sie geht an: { $rooms }
}
ansage-text = Der Text:
    { $text }
ansage-stop-hint = Beenden: <code>!ansage stopp { $number }</code>
ansage-none = Es ist keine Ansage gesetzt. Eine neue beginnt mit <code>!ansage neu</code>
ansage-list = { $count ->
    [1] Eine Ansage ist gesetzt:
   *[other] { $count } Ansagen sind gesetzt:
}
ansage-line = { $name } – { $rhythm }, das nächste Mal { $due }
ansage-list-next = Beenden: <code>!ansage stopp NUMMER</code>
ansage-stopped = Die Ansage #{ $number } kommt nicht mehr. Der Text war:
    { $text }
ansage-post = { $text }

error-unknown-announcement = Eine Ansage #{ $number } läuft nicht. Was gesetzt ist, zeigt <code>!ansage liste</code>
error-unknown-room = Den Raum „{ $text }“ finde ich nicht eindeutig: Entweder heißt keiner meiner Räume so, oder mehrere. Alle Namen zeigt <code>!raum liste</code>; sicher geht es mit der Raum-ID, die mit <code>!</code> beginnt.
error-text-too-long = Der Text der Ansage ist zu lang für eine Nachricht. Bitte kürzen Sie ihn auf etwa { $limit } Zeichen.
ansage-short = Ansagen planen
ansage-draft = <strong>Entwurf einer Ansage</strong> ({ $rhythm }). Noch gilt nichts davon. Sie käme am:
ansage-stop-draft = <strong>Die Ansage #{ $number } beenden?</strong> Bisher kommt sie { $rhythm }. Diese Termine entfielen:
ansage-dates-more = … und so weiter
ansage-resumed = Die Ansage #{ $number } läuft wieder ({ $rhythm }).
error-announcement-missing = Welche Ansage meinen Sie? Bitte nennen Sie ihre Nummer, zum Beispiel <code>#3</code>. Verstanden habe ich „{ $text }“. Was gesetzt ist, zeigt <code>!ansage liste</code>.
error-rule-missing = Hier fehlt, wann die Ansage kommen soll, zum Beispiel <code>!ansage neu jeden Montag 9 Uhr: Guten Morgen</code>
error-announced-since = Die Ansage #{ $number } ist schon in den Räumen angekommen; zurücknehmen lässt sie sich nicht mehr. Beenden: <code>!ansage stopp { $number }</code>
error-no-colon = In „{ $text }“ fehlt der Doppelpunkt zwischen Zeitpunkt und Text. Bitte schreiben Sie zum Beispiel: <code>!ansage neu morgen 9 Uhr: Die Anmeldung beginnt.</code>
