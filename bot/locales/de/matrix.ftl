# Was dem Büro über Räume und Nachrichten gesagt wird, und wer auf eine Datei wartet.

office-room-encrypted = Der Raum { $room } ist verschlüsselt. Das kann ich noch nicht, deshalb antworte ich dort nicht und schreibe auch nichts im Klartext hinein. Bitte nutzen Sie für den Lotsen einen Raum ohne Verschlüsselung.
office-post-refused = Eine Nachricht an { $target } konnte ich nicht zustellen ({ $reason }). Bitte prüfen Sie, ob ich dort noch Mitglied bin und schreiben darf.
office-sync-stuck = Der Homeserver liefert mir seit über zehn Minuten keine neuen Nachrichten, obwohl er antwortet. Bitte lassen Sie die Administration des Servers nachsehen. Es geht nichts verloren; ich versuche es weiter.
office-file-refused = Eine Datei für { $target } konnte ich nicht hochladen ({ $reason }). Bitte lassen Sie nachsehen, ob der Homeserver Dateien annimmt und wie groß sie sein dürfen.

file-too-large = Die Datei „{ $name }“ ist größer, als unser Server erlaubt; deshalb kann ich sie nicht schicken. Das Büro weiß Bescheid. Bitte fragen Sie inzwischen nach einem kleineren Ausschnitt.
file-not-sent = Die Datei „{ $name }“ konnte ich leider nicht schicken, weil unser Server sie gerade nicht annimmt. Das Büro weiß Bescheid. Bitte versuchen Sie es in einigen Minuten noch einmal.
