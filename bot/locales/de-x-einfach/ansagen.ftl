ansagen-help = zeigt die Ansagen in diesem Raum
ansagen-hier-usage = <code>!ansagen hier an</code>
    Zum Ausschalten schreiben Sie <code>aus</code> statt <code>an</code>. Nur eine Art? Dann schreiben Sie <code>tagung</code> oder <code>ansage</code> dahinter.

ansagen-hears = { $kinds ->
    [0] Dieser Raum bekommt keine Ansagen.
   *[other] Dieser Raum bekommt: { $kinds }.
}
ansagen-kind = { $kind ->
    [meeting] Ansagen zur Tagung
   *[announcement] andere Ansagen
}
ansagen-nothing-comes = Hier ist im Moment nichts geplant.
ansagen-next = Das Büro und die Koordination können das ändern. An: <code>!ansagen hier an</code>
    Aus: <code>!ansagen hier aus</code>
    Nur die Tagung aus: <code>!ansagen hier aus tagung</code>
ansagen-switched = { $wanted ->
    [yes] Dieser Raum bekommt ab jetzt: { $kinds }. So schalten Sie es wieder aus: <code>!ansagen hier aus</code>
   *[no] Dieser Raum bekommt ab jetzt nicht mehr: { $kinds }. So schalten Sie es wieder ein: <code>!ansagen hier an</code>
}

ansagen-nobody-hears = Eine Ansage ist jetzt fällig: { $name }. Aber kein Raum bekommt solche Ansagen. Bitte schreiben Sie im richtigen Raum: <code>!ansagen hier an</code>
    Der Text der Ansage:
ansagen-late = { $hours ->
    [0] Diese Ansage kommt { $minutes } Minuten zu spät. Bitte entschuldigen Sie.
    [1] Diese Ansage kommt eine Stunde zu spät. Bitte entschuldigen Sie.
   *[other] Diese Ansage kommt { $hours } Stunden zu spät. Bitte entschuldigen Sie.
}
ansagen-skipped = { $count ->
    [1] Eine Ansage habe ich nicht gesendet:
   *[other] { $count } Ansagen habe ich nicht gesendet:
}
ansagen-skipped-line = { $name }{ $rooms ->
    [0] {""}
   *[other] , in { $rooms }
}. Der Termin war: { $due }. { $reason ->
    [superseded] Es gab schon eine neuere Ansage.
    [over] Die Veranstaltung hat schon begonnen.
    [meeting-cancelled] Die Veranstaltung ist abgesagt.
    [replanned] Der Termin ist jetzt ein anderer.
   *[too-late] Ich konnte nicht rechtzeitig schreiben. Jetzt ist es zu spät.
}
ansagen-skipped-more = Dazu kommen { $count } weitere. Ist davon noch etwas nötig? Dann schreiben Sie es bitte selbst.
ansagen-clock = Meine Uhr und die Uhr des Servers gehen verschieden. Meine Uhr sagt: { $ours }. Der Server sagt: { $server }. So lange sage ich nichts an. Bitte lassen Sie die Uhr dieses Rechners prüfen.
ansagen-no-clock = Ich kann meine Uhr nicht prüfen. Der Server nennt mir keine Zeit. So lange sage ich nichts an. Bitte sagen Sie es den Betreuern des Servers. Sie brauchen dieses Wort: „Date“. So heißt die Zeile, die fehlt.

error-unreadable-switch = „{ $text }“ verstehe ich hier nicht. Bitte schreiben Sie <code>!ansagen hier an</code> oder <code>!ansagen hier aus</code>. Sie können <code>tagung</code> oder <code>ansage</code> dahinter schreiben.
