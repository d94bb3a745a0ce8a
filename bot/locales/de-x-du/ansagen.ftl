# Was in Räume geht, spricht alle darin an: „ihr“.

ansagen-nobody-hears = Das hätte ich jetzt angesagt ({ $name }), aber kein Raum hört solche Ansagen. Bitte gebt im gewünschten Raum ein: <code>!ansagen hier an</code>. Der Text:
ansagen-late = { $hours ->
    [0] Diese Ansage kommt { $minutes } Minuten zu spät; bitte entschuldigt.
    [1] Diese Ansage kommt eine Stunde zu spät; bitte entschuldigt.
   *[other] Diese Ansage kommt { $hours } Stunden zu spät; bitte entschuldigt.
}
ansagen-skipped-more = … und { $count } weitere. Wenn etwas davon noch nötig ist, schreibt es bitte selbst.
ansagen-clock = Meine Uhr geht anders als die des Matrix-Servers: Hier ist es { $ours }, dort { $server }. Bis beide wieder übereinstimmen, sage ich nichts an. Bitte lasst die Uhr dieses Rechners prüfen.
ansagen-no-clock = Ich kann meine Uhr mit keiner anderen vergleichen, denn die Antworten des Matrix-Servers nennen keine Zeit. Bis sie es tun, sage ich nichts an. Bitte lasst nachsehen, ob zwischen uns ein Proxy die Kopfzeile „Date“ entfernt.

error-unreadable-switch = „{ $text }“ verstehe ich hier nicht. Bitte schreib <code>!ansagen hier an</code> oder <code>!ansagen hier aus</code>, wenn du magst mit <code>tagung</code> oder <code>ansage</code> dahinter.
error-switch-missing = Soll dieser Raum die Ansagen hören? Bitte schreib <code>!ansagen hier an</code> oder <code>!ansagen hier aus</code>.
