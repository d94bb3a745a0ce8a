field-search-ask = Was suchen Sie? Schreiben Sie ein Thema, einen Ort oder eine Frage. Zum Beispiel: Pflege in Bayern
field-network-choice = { $name }, Nummer { $number }
field-level-ask = Wie viel Erfahrung hat Ihr Netzwerk damit?
field-level-choice = { $level ->
    [1] Wir fangen an
    [2] Wir haben Erfahrung
   *[other] Wir können andere anleiten
}
field-level-known = { $level ->
    [1] 1, wir fangen an
    [2] 2, wir haben Erfahrung
   *[other] { $level }, wir können andere anleiten
}
field-title-ask = Wie heißt das Projekt? Thema und Pflicht dürfen Sie dazu schreiben. Jedes kommt in eine neue Zeile: „Thema: …“ oder „Pflicht: …“
field-project-choice = { $title }, Nummer { $number }
field-update-ask = Was ist passiert? Ein Satz reicht. War es an einem anderen Tag? Dann schreiben Sie den Tag davor: „12.11.: …“
field-meeting-place-ask = Wo ist die Tagung? Motto und Link dürfen Sie dazu schreiben. Jedes kommt in eine neue Zeile: „Motto: …“ oder „Link: …“
field-duty-ask = Zu welcher Pflicht gehört das Projekt? Möglich sind: professionalisieren, verstetigen oder eigenes Projekt. Verstetigen heißt: Das Netzwerk bleibt auf Dauer.
