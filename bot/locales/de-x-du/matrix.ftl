office-room-encrypted = Der Raum { $room } ist verschlüsselt, und ich kann gerade nicht verschlüsseln ({ $reason }). Deshalb antworte ich dort nicht und schreibe auch nichts im Klartext hinein. Bitte lasst die Technik mit <code>netzwerklotse check</code> nachsehen.
office-post-refused = Eine Nachricht an { $target } konnte ich nicht zustellen ({ $reason }). Bitte prüft, ob ich dort noch Mitglied bin und schreiben darf.
office-sync-stuck = Der Homeserver liefert mir seit über zehn Minuten keine neuen Nachrichten, obwohl er antwortet. Bitte lasst die Administration des Servers nachsehen. Es geht nichts verloren; ich versuche es weiter.
office-move-unproved = Der Raum { $room } soll durch { $successor } ersetzt sein, aber wer das gesagt hat, durfte es nicht, oder der neue Raum sagt es anders. Deshalb bin ich nicht umgezogen. Wenn es stimmt, ladet mich bitte in den neuen Raum ein und gebt dort ein, wozu er dient, zum Beispiel: <code>!raum ansagen</code>
office-outage = Ich war { $minutes } Minuten lang vom Matrix-Server abgeschnitten, { $cause ->
    [name] weil sein Name nicht zu finden war (DNS)
    [certificate] weil sein Zertifikat nicht gültig war (TLS)
    [refused] weil dort nichts lief
    [network] weil das Netz fehlte
    [silence] weil er nicht antwortete
    [broken] weil die Verbindung immer wieder abriss
   *[failing] weil er nur Fehler meldete
}. Jetzt geht es wieder, und ich hole nach, was in der Zeit kam. Bitte sagt es der Administration des Servers.
office-restored = Ich musste auf einen früheren Stand meiner Daten zurückgehen, den vom { $since }. Doppelt sage ich nichts. { $count ->
        [0] Seitdem hat mir niemand etwas geschrieben.
       *[other] Was mir diese Personen seitdem geschrieben haben, habe ich beantwortet, weiß es aber nicht mehr: { $people }{ $more ->
            [0] {""}
           *[other] {" "}und { $more } weitere
        }. Bitte fragt nach, was davon noch einmal einzutragen ist.
    }
office-disk-full = Auf meinem Rechner kann ich nichts mehr speichern, vermutlich ist der Platz voll. Bis das behoben ist, antworte ich nicht und sage nichts an; verloren geht nichts, und danach mache ich von selbst weiter. Bitte gebt gleich der Technik Bescheid.
office-backup-failed = Die heutige Sicherung meiner Daten ist nicht gelungen ({ $reason }). Ich versuche es jede Stunde noch einmal. Bitte lasst die Technik nach dem Speicherplatz sehen.
office-identity-changed = Wichtig: { $user } ist jetzt mit einer neuen Verschlüsselungs-Identität bei Matrix angemeldet. Das ist harmlos, wenn die Person ihren Wiederherstellungsschlüssel verloren hat. Es kann aber auch jemand das Konto übernommen haben. Bis ihr nachgefragt habt, ruhen ihre Rechte. Bitte ruft kurz an. Stimmt alles, dann schreibt hier: <code>!rolle bestätigen { $user }</code>
office-file-refused = Eine Datei für { $target } konnte ich nicht hochladen ({ $reason }). Bitte lasst nachsehen, ob der Homeserver Dateien annimmt und wie groß sie sein dürfen.

file-too-large = Die Datei „{ $name }“ ist größer, als unser Server erlaubt; deshalb kann ich sie nicht schicken. Das Büro weiß Bescheid. Bitte frag inzwischen nach einem kleineren Ausschnitt.
file-not-sent = Die Datei „{ $name }“ konnte ich leider nicht schicken, weil unser Server sie gerade nicht annimmt. Das Büro weiß Bescheid. Bitte versuch es in einigen Minuten noch einmal.
answer-too-large = Meine Antwort ist größer, als unser Server erlaubt; deshalb kann ich sie nicht schicken. Das Büro weiß Bescheid. Bitte frag inzwischen nach einem kleineren Ausschnitt.
answer-refused = Meine Antwort hat unser Server nicht angenommen. Das Büro weiß Bescheid. Bitte sieh nach, ob trotzdem geschehen ist, was du wolltest, und versuch es sonst noch einmal.

flood-told = { $whose ->
    [person] Das waren mehr Befehle auf einmal, als ich annehme. Die ersten habe ich gehört, diesen und die folgenden nicht. Bitte warte eine Minute und schick dann noch einmal, was fehlt.
    [room] In diesem Raum kommen gerade mehr Befehle, als ich annehme; diesen habe ich nicht gehört. Bitte schreib mir direkt, oder versuch es in einer Minute noch einmal.
   *[other] Gerade kommen mehr Befehle, als ich annehme; diesen habe ich nicht gehört. Bitte versuch es in einigen Minuten noch einmal.
}
office-flood = { $whose ->
    [server] Vom Server { $server } kommen ungewöhnlich viele Befehle. Was über die Grenze geht, beantworte ich nicht. Bitte seht nach, wer dort schreibt; wer stört, lässt sich aus dem Raum entfernen.
   *[everyone] Gerade kommen ungewöhnlich viele Befehle von überallher. Was über die Grenze geht, beantworte ich nicht. Bitte seht nach, was in den Räumen los ist.
}

message-unreadable = Diese Nachricht kann ich noch nicht lesen, weil mir ihr Schlüssel fehlt. Kommt er noch, dann antworte ich. Wenn nicht: Bitte schreib sie noch einmal, und bestätige in Element unter „Sitzungen“ dein Gerät.
