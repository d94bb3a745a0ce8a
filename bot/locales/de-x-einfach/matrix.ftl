office-room-encrypted = Der Raum { $room } ist verschlüsselt. Ich kann gerade nicht verschlüsseln. Der Grund ist: { $reason }. Deshalb schreibe ich dort nichts. Bitte sagen Sie es der Technik. Sie kann mit <code>netzwerklotse check</code> nachsehen.
office-post-refused = Eine Nachricht an { $target } konnte ich nicht senden. Der Grund ist: { $reason }. Bin ich dort noch Mitglied? Darf ich dort schreiben? Bitte prüfen Sie das.
office-sync-stuck = Der Server antwortet. Aber seit über zehn Minuten bekomme ich keine neuen Nachrichten. Bitte sagen Sie es den Betreuern des Servers. Es geht nichts verloren. Ich versuche es weiter.
office-move-unproved = Der Raum { $room } soll einen neuen Raum haben: { $successor }. Ich weiß nicht, ob das stimmt. Deshalb bin ich nicht umgezogen. Stimmt es? Dann laden Sie mich bitte in den neuen Raum ein. Schreiben Sie dort, wozu er dient. Zum Beispiel: <code>!raum ansagen</code>
office-outage = { $cause ->
    [name] Der Name des Servers war nicht zu finden.
    [certificate] Das Zertifikat des Servers war nicht gültig.
    [refused] Der Server war ausgeschaltet.
    [network] Das Netz war weg.
    [silence] Der Server hat nicht geantwortet.
    [broken] Die Verbindung ist immer wieder abgerissen.
   *[failing] Der Server hat nur Fehler gemeldet.
} Ich konnte { $minutes } Minuten lang nichts hören und nichts sagen. Jetzt geht es wieder. Bitte sagen Sie es den Betreuern des Servers.
office-restored = Meine Daten sind wieder auf einem alten Stand. Er ist vom { $since }. Ich sage nichts doppelt. { $count ->
        [0] Seitdem hat mir niemand geschrieben.
       *[other] Diese Personen haben mir seitdem geschrieben: { $people }{ $more ->
            [0] {""}
           *[other] {" "}und { $more } weitere
        }. Ich habe ihnen geantwortet. Aber ich weiß nicht mehr, was sie wollten. Bitte fragen Sie diese Personen.
    }
office-restored-person = { $user }, { $count ->
        [one] eine Nachricht
       *[other] { $count } Nachrichten
    }
office-disk-full = Ich kann nichts mehr speichern. Vielleicht ist der Computer voll. Darum antworte ich jetzt nicht. Es geht nichts verloren. Ich mache später von selbst weiter. Bitte sagen Sie es gleich der Technik.
office-backup-failed = Ich konnte meine Daten heute nicht sichern. Der Grund ist: { $reason }. Ich versuche es jede Stunde wieder. Bitte sagen Sie es der Technik.
office-identity-changed = Wichtig: { $user } hat sich bei Matrix neu angemeldet. Ist es wirklich dieselbe Person? Das weiß ich nicht. Bis Sie nachgefragt haben, ruhen ihre Rechte. Bitte rufen Sie die Person an. Stimmt alles? Dann schreiben Sie hier: <code>!rolle bestätigen { $user }</code>
office-file-refused = Eine Datei für { $target } konnte ich nicht hochladen. Der Grund ist: { $reason }. Nimmt der Server Dateien an? Wie groß dürfen sie sein? Bitte lassen Sie das prüfen.

file-too-large = Die Datei „{ $name }“ ist zu groß für unseren Server. Deshalb kann ich sie nicht schicken. Das Büro weiß das schon. Bitte fragen Sie inzwischen nach einem kleineren Teil.
file-not-sent = Die Datei „{ $name }“ konnte ich leider nicht schicken. Unser Server nimmt sie gerade nicht an. Das Büro weiß das schon. Bitte versuchen Sie es in einigen Minuten noch einmal.
answer-too-large = Meine Antwort ist zu groß für unseren Server. Deshalb kann ich sie nicht schicken. Das Büro weiß das schon. Bitte fragen Sie inzwischen nach einem kleineren Teil.
answer-refused = Unser Server hat meine Antwort nicht angenommen. Das Büro weiß das schon. Hat es trotzdem geklappt? Bitte sehen Sie nach. Wenn nicht, versuchen Sie es noch einmal.

flood-told = { $whose ->
    [person] Das waren zu viele Befehle auf einmal. Die ersten habe ich gehört. Diesen und die nächsten nicht. Bitte warten Sie eine Minute. Schicken Sie dann noch einmal, was fehlt.
    [room] In diesem Raum kommen gerade zu viele Befehle. Diesen habe ich nicht gehört. Bitte versuchen Sie es in einer Minute noch einmal.
   *[other] Gerade kommen zu viele Befehle. Diesen habe ich nicht gehört. Bitte versuchen Sie es in einigen Minuten noch einmal.
}
office-flood = { $whose ->
    [server] Vom Server { $server } kommen sehr viele Befehle. Ich beantworte nicht mehr alle. Bitte sehen Sie nach, wer dort schreibt.
   *[everyone] Gerade kommen sehr viele Befehle von überall. Ich beantworte nicht mehr alle. Bitte sehen Sie in den Räumen nach.
}

message-unreadable = Diese Nachricht kann ich noch nicht lesen. Mir fehlt der Schlüssel dazu. Kommt er noch? Dann antworte ich. Sonst schreiben Sie die Nachricht bitte noch einmal.
