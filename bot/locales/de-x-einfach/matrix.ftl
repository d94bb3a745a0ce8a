office-room-encrypted = Der Raum { $room } ist verschlüsselt. Das kann ich noch nicht. Deshalb antworte und schreibe ich dort nicht. Bitte nehmen Sie für mich einen Raum ohne Verschlüsselung.
office-post-refused = Eine Nachricht an { $target } konnte ich nicht senden. Der Grund ist: { $reason }. Bin ich dort noch Mitglied? Darf ich dort schreiben? Bitte prüfen Sie das.
office-sync-stuck = Der Server antwortet. Aber seit über zehn Minuten bekomme ich keine neuen Nachrichten. Bitte sagen Sie es den Betreuern des Servers. Es geht nichts verloren. Ich versuche es weiter.
office-file-refused = Eine Datei für { $target } konnte ich nicht hochladen. Der Grund ist: { $reason }. Nimmt der Server Dateien an? Wie groß dürfen sie sein? Bitte lassen Sie das prüfen.

file-too-large = Die Datei „{ $name }“ ist zu groß für unseren Server. Deshalb kann ich sie nicht schicken. Das Büro weiß das schon. Bitte fragen Sie inzwischen nach einem kleineren Teil.
file-not-sent = Die Datei „{ $name }“ konnte ich leider nicht schicken. Unser Server nimmt sie gerade nicht an. Das Büro weiß das schon. Bitte versuchen Sie es in einigen Minuten noch einmal.
