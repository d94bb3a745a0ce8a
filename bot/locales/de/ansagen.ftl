# Was ein Raum vom Ansageplan hört, und was das Büro darüber erfährt.

ansagen-help = zeigt, welche Ansagen dieser Raum hört
ansagen-usage = <code>!ansagen</code>
ansagen-examples = <code>!ansagen</code>
ansagen-hier-help = schaltet Ansagen in diesem Raum ein oder aus
ansagen-hier-usage = <code>!ansagen hier an|aus [tagung|ansage]</code>
ansagen-hier-examples = <code>!ansagen hier aus</code>
    <code>!ansagen hier an tagung</code>

ansagen-hears = { $kinds ->
    [0] Dieser Raum hört keine Ansagen.
   *[other] Dieser Raum hört: { $kinds }.
}
ansagen-kind = { $kind ->
    [meeting] Ansagen zur Tagung
   *[announcement] sonstige Ansagen
}
ansagen-coming = Als Nächstes kommt:
ansagen-nothing-comes = Geplant ist hier zurzeit nichts.
ansagen-next = Ändern (Koordination oder Büro): <code>!ansagen hier an</code> oder <code>!ansagen hier aus</code>; nur eine Art: <code>!ansagen hier aus tagung</code>
ansagen-line = { $due }: { $name }
ansagen-switched = { $wanted ->
    [yes] Dieser Raum hört ab jetzt: { $kinds }. Zurück: <code>!ansagen hier aus</code>
   *[no] Dieser Raum hört ab jetzt nicht mehr: { $kinds }. Zurück: <code>!ansagen hier an</code>
}

ansagen-nobody-hears = Das hätte ich jetzt angesagt ({ $name }), aber kein Raum hört solche Ansagen. Bitte geben Sie im gewünschten Raum ein: <code>!ansagen hier an</code>. Der Text:
ansagen-late = { $hours ->
    [0] Diese Ansage kommt { $minutes } Minuten zu spät; bitte entschuldigen Sie.
    [1] Diese Ansage kommt eine Stunde zu spät; bitte entschuldigen Sie.
   *[other] Diese Ansage kommt { $hours } Stunden zu spät; bitte entschuldigen Sie.
}
ansagen-skipped = { $count ->
    [1] Eine Ansage habe ich ausgelassen:
   *[other] { $count } Ansagen habe ich ausgelassen:
}
ansagen-skipped-line = { $name }{ $rooms ->
    [0] {""}
   *[other] , in { $rooms }
} – fällig war sie { $due }; { $reason ->
    [superseded] eine neuere derselben Ansage war auch schon fällig
    [over] was sie ankündigt, hat schon begonnen
    [meeting-cancelled] die Tagung ist abgesagt
    [replanned] der Termin der Tagung hat sich geändert
   *[too-late] sie käme zu spät, weil ich nicht in Betrieb oder der Matrix-Server nicht erreichbar war
}
ansagen-skipped-more = … und { $count } weitere. Wenn etwas davon noch nötig ist, schreiben Sie es bitte selbst.
ansagen-clock = Meine Uhr geht anders als die des Matrix-Servers: Hier ist es { $ours }, dort { $server }. Bis beide wieder übereinstimmen, sage ich nichts an. Bitte lassen Sie die Uhr dieses Rechners prüfen.
ansagen-no-clock = Ich kann meine Uhr mit keiner anderen vergleichen, denn die Antworten des Matrix-Servers nennen keine Zeit. Bis sie es tun, sage ich nichts an. Bitte lassen Sie nachsehen, ob zwischen uns ein Proxy die Kopfzeile „Date“ entfernt.

error-unreadable-switch = „{ $text }“ verstehe ich hier nicht. Bitte schreiben Sie <code>!ansagen hier an</code> oder <code>!ansagen hier aus</code>, wenn Sie mögen mit <code>tagung</code> oder <code>ansage</code> dahinter.
ansagen-short = was dieser Raum hört
ansagen-switch = { $wanted ->
    [yes] einschalten
   *[no] ausschalten
}
ansagen-restored = Für diese Ansagen gilt im Raum wieder, was vorher galt: { $kinds }.
error-switch-missing = Soll dieser Raum die Ansagen hören? Bitte schreiben Sie <code>!ansagen hier an</code> oder <code>!ansagen hier aus</code>.
