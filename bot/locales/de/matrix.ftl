# Was dem Büro über Räume und Nachrichten gesagt wird, und wer auf eine Datei wartet.

office-room-encrypted = Der Raum { $room } ist verschlüsselt, und ich kann gerade nicht verschlüsseln ({ $reason }). Deshalb antworte ich dort nicht und schreibe auch nichts im Klartext hinein. Bitte lassen Sie die Technik mit <code>netzwerklotse check</code> nachsehen.
office-post-refused = Eine Nachricht an { $target } konnte ich nicht zustellen ({ $reason }). Bitte prüfen Sie, ob ich dort noch Mitglied bin und schreiben darf.
office-sync-stuck = Der Homeserver liefert mir seit über zehn Minuten keine neuen Nachrichten, obwohl er antwortet. Bitte lassen Sie die Administration des Servers nachsehen. Es geht nichts verloren; ich versuche es weiter.
office-move-unproved = Der Raum { $room } soll durch { $successor } ersetzt sein, aber wer das gesagt hat, durfte es nicht, oder der neue Raum sagt es anders. Deshalb bin ich nicht umgezogen. Wenn es stimmt, laden Sie mich bitte in den neuen Raum ein und geben Sie dort ein, wozu er dient, zum Beispiel: <code>!raum ansagen</code>
office-outage = Ich war { $minutes } Minuten lang vom Matrix-Server abgeschnitten, { $cause ->
    [name] weil sein Name nicht zu finden war (DNS)
    [certificate] weil sein Zertifikat nicht gültig war (TLS)
    [refused] weil dort nichts lief
    [network] weil das Netz fehlte
    [silence] weil er nicht antwortete
    [broken] weil die Verbindung immer wieder abriss
   *[failing] weil er nur Fehler meldete
}. Jetzt geht es wieder, und ich hole nach, was in der Zeit kam. Bitte sagen Sie es der Administration des Servers.
office-restored = Ich musste auf einen früheren Stand meiner Daten zurückgehen, den vom { $since }. Doppelt sage ich nichts. { $count ->
        [0] Seitdem hat mir niemand etwas geschrieben.
       *[other] Was mir diese Personen seitdem geschrieben haben, habe ich beantwortet, weiß es aber nicht mehr: { $people }{ $more ->
            [0] {""}
           *[other] {" "}und { $more } weitere
        }. Bitte fragen Sie nach, was davon noch einmal einzutragen ist.
    }
office-restored-person = { $user } ({ $count ->
        [one] eine Nachricht
       *[other] { $count } Nachrichten
    })
office-disk-full = Auf meinem Rechner kann ich nichts mehr speichern, vermutlich ist der Platz voll. Bis das behoben ist, antworte ich nicht und sage nichts an; verloren geht nichts, und danach mache ich von selbst weiter. Bitte geben Sie gleich der Technik Bescheid.
office-backup-failed = Die heutige Sicherung meiner Daten ist nicht gelungen ({ $reason }). Ich versuche es jede Stunde noch einmal. Bitte lassen Sie die Technik nach dem Speicherplatz sehen.
office-identity-changed = Wichtig: { $user } ist jetzt mit einer neuen Verschlüsselungs-Identität bei Matrix angemeldet. Das ist harmlos, wenn die Person ihren Wiederherstellungsschlüssel verloren hat. Es kann aber auch jemand das Konto übernommen haben. Bis Sie nachgefragt haben, ruhen ihre Rechte. Bitte rufen Sie kurz an. Stimmt alles, dann schreiben Sie hier: <code>!rolle bestätigen { $user }</code>
office-file-refused = Eine Datei für { $target } konnte ich nicht hochladen ({ $reason }). Bitte lassen Sie nachsehen, ob der Homeserver Dateien annimmt und wie groß sie sein dürfen.

file-too-large = Die Datei „{ $name }“ ist größer, als unser Server erlaubt; deshalb kann ich sie nicht schicken. Das Büro weiß Bescheid. Bitte fragen Sie inzwischen nach einem kleineren Ausschnitt.
file-not-sent = Die Datei „{ $name }“ konnte ich leider nicht schicken, weil unser Server sie gerade nicht annimmt. Das Büro weiß Bescheid. Bitte versuchen Sie es in einigen Minuten noch einmal.
answer-too-large = Meine Antwort ist größer, als unser Server erlaubt; deshalb kann ich sie nicht schicken. Das Büro weiß Bescheid. Bitte fragen Sie inzwischen nach einem kleineren Ausschnitt.
answer-refused = Meine Antwort hat unser Server nicht angenommen. Das Büro weiß Bescheid. Bitte sehen Sie nach, ob trotzdem geschehen ist, was Sie wollten, und versuchen Sie es sonst noch einmal.

flood-told = { $whose ->
    [person] Das waren mehr Befehle auf einmal, als ich annehme. Die ersten habe ich gehört, diesen und die folgenden nicht. Bitte warten Sie eine Minute und schicken Sie dann noch einmal, was fehlt.
    [room] In diesem Raum kommen gerade mehr Befehle, als ich annehme; diesen habe ich nicht gehört. Bitte schreiben Sie mir direkt, oder versuchen Sie es in einer Minute noch einmal.
   *[other] Gerade kommen mehr Befehle, als ich annehme; diesen habe ich nicht gehört. Bitte versuchen Sie es in einigen Minuten noch einmal.
}
office-flood = { $whose ->
    [server] Vom Server { $server } kommen ungewöhnlich viele Befehle. Was über die Grenze geht, beantworte ich nicht. Bitte sehen Sie nach, wer dort schreibt; wer stört, lässt sich aus dem Raum entfernen.
   *[everyone] Gerade kommen ungewöhnlich viele Befehle von überallher. Was über die Grenze geht, beantworte ich nicht. Bitte sehen Sie nach, was in den Räumen los ist.
}

message-unreadable = Diese Nachricht kann ich noch nicht lesen, weil mir ihr Schlüssel fehlt. Kommt er noch, dann antworte ich. Wenn nicht: Bitte schreiben Sie sie noch einmal, und bestätigen Sie in Element unter „Sitzungen“ Ihr Gerät.
