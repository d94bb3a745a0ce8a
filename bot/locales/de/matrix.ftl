# Was dem Büro über Räume und Nachrichten gesagt wird.

office-room-encrypted = Der Raum { $room } ist verschlüsselt. Das kann ich noch nicht, deshalb antworte ich dort nicht und schreibe auch nichts im Klartext hinein. Bitte nutzen Sie für den Lotsen einen Raum ohne Verschlüsselung.
office-post-refused = Eine Nachricht an { $target } konnte ich nicht zustellen ({ $reason }). Bitte prüfen Sie, ob ich dort noch Mitglied bin und schreiben darf.
office-sync-stuck = Der Homeserver liefert mir seit über zehn Minuten keine neuen Nachrichten, obwohl er antwortet. Bitte lassen Sie die Administration des Servers nachsehen. Es geht nichts verloren; ich versuche es weiter.
