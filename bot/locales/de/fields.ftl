field-search = Suche
field-search-ask = Wonach suchen Sie? Schreiben Sie Thema, Ort oder Frage ganz frei, zum Beispiel: Pflege in NRW
field-asked = Netzwerk
field-asked-ask = Welches Netzwerk möchten Sie fragen? Nummer oder Name genügt.
field-request-sentence = Ihr Satz
field-request-sentence-ask = Worum geht es? Ein oder zwei Sätze genügen.
field-request = Anfrage
field-request-ask = Welche Anfrage meinen Sie?
field-request-answer = Antwort
field-request-answer-ask = Was möchten Sie dazu sagen?
field-meeting-title = Tagung
field-meeting-title-ask = Um welche Tagung geht es? Zum Beispiel: 9. Fachtagung
field-meeting-start = Termin
field-meeting-start-ask = Wann beginnt sie? Zum Beispiel: 8.12.2026 10:00
field-meeting-place = Ort
field-meeting-place-ask = Wo findet sie statt? Wenn Sie mögen, schreiben Sie Motto und Link gleich dazu, jeweils in eine neue Zeile: „Motto: …“, „Link: …“
field-meeting-motto = Motto
field-meeting-motto-ask = Welches Motto hat sie?
field-meeting-link = Link
field-meeting-link-ask = Unter welcher Adresse steht das Programm?
field-meeting = Jahrestreffen
field-meeting-ask = Welches Jahrestreffen meinen Sie? Nummer oder Name genügt.
field-meeting-change = Änderung
field-meeting-change-ask = Was soll sich ändern? Zum Beispiel: „Ort: Bonn“ oder „Termin: 9.12.2026 10:00“
field-announcement-rooms = Räume
field-announcement-rooms-ask = In welche Räume soll sie gehen? Zum Beispiel: #Gemeinschaft
field-announcement-when = Zeitpunkt
field-announcement-when-ask = Wann soll die Ansage kommen? Zum Beispiel: „8.12.2026 10 Uhr“ oder „jeden Montag 9 Uhr“
field-announcement-text = Text
field-announcement-text-ask = Wie lautet der Text? Er darf mehrere Zeilen haben.
field-announcement = Ansage
field-announcement-ask = Welche Ansage meinen Sie?
field-switch = Ansagen in diesem Raum
field-switch-ask = Soll dieser Raum die Ansagen hören?
field-post-kind = Art
field-post-kind-ask = Welche Art von Ansagen? „tagung“ oder „ansage“
field-appointed-person = Person
field-appointed-person-ask = Um wen geht es? Bitte schreiben Sie die vollständige Matrix-Kennung, zum Beispiel: @anna:example.org
field-appointed-network = Netzwerk
field-appointed-network-ask = Um welches Netzwerk geht es? Nummer oder Name genügt.
field-network = Netzwerk
field-network-ask = Um welches Netzwerk geht es? Nummer oder Name genügt.
field-network-choice = { $name } (#{ $number })
field-topic = Thema
field-topic-ask = Um welches Thema geht es? Ein Wort genügt, zum Beispiel: Weiterbildung
field-level = Stufe
field-level-ask = Wie erfahren ist Ihr Netzwerk damit?
field-level-choice = { $level ->
    [1] erste Schritte
    [2] erprobt
   *[other] kann andere anleiten
}
field-level-known = { $level ->
    [1] 1, erste Schritte
    [2] 2, erprobt
   *[other] { $level }, kann andere anleiten
}
field-until = Bis
field-until-ask = Bis wann gilt das? Zum Beispiel: 31.12.2026
field-note = Bemerkung
field-note-ask = Was sollen andere dazu wissen?
field-offer = Angebot
field-offer-ask = Welches Angebot meinen Sie? Die Nummer genügt.
field-need = Bedarf
field-need-ask = Welchen Bedarf meinen Sie? Die Nummer genügt.
field-title = Titel
field-title-ask = Wie heißt das Projekt? Wenn Sie mögen, schreiben Sie Thema und Pflicht gleich dazu, jeweils in eine neue Zeile: „Thema: …“, „Pflicht: …“
field-duty = Pflicht
field-duty-ask = Welcher Pflicht dient das Projekt? Möglich sind: professionalisieren, verstetigen, eigenes Projekt
field-duty-known = { $duty ->
    [professionalise] professionalisieren
    [sustain] verstetigen
   *[own-project] eigenes Projekt
}
field-project = Projekt
field-project-ask = Welches Projekt meinen Sie? Die Nummer genügt.
field-project-choice = { $title } (#{ $number })
field-update = Meldung
field-update-ask = Was ist geschehen? Ein Satz genügt. War es nicht heute, stellen Sie den Tag voran: „12.11.: …“
