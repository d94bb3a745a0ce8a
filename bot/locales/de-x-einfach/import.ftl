import-where-named = { $unit ->
    [entry] Eintrag { $row }, { $name }
   *[row] Zeile { $row }, { $name }
}
import-near = { " " }Meinen Sie: { $near }?
import-fault = { $where }: { $kind ->
    [file-missing] Ich kann die Datei nicht lesen: { $value }.
    [encoding] Die Datei ist falsch gespeichert. Bitte wählen Sie beim Speichern „CSV UTF-8“. UTF-8 ist eine Schreibweise für Zeichen. CSV ist eine Form für Tabellen.
    [json] Die Datei ist kein richtiges JSON. JSON ist eine Form für Daten.
    [not-a-list] Die Datei muss eine Liste von Einträgen sein.
    [no-rows] In der Datei steht kein Eintrag.
    [csv] Die Datei ist keine richtige Tabelle: { $value }.
    [cells] Es sind { $value } Felder. Richtig sind { $field }. Bitte setzen Sie Text mit Trennzeichen in Anführungszeichen.
    [not-an-object] Hier fehlt ein Eintrag mit benannten Feldern.
    [unknown-column] Das Feld „{ $field }“ kenne ich nicht.
    [column-twice] Die Spalte „{ $field }“ gibt es zweimal.
    [missing] „{ $field }“ fehlt.
    [text] „{ $field }“ muss Text sein, nicht „{ $value }“.
    [too-long] „{ $field }“ ist zu lang.
    [list] „{ $field }“ muss eine Liste sein, nicht „{ $value }“.
    [number] „{ $field }“ muss eine Zahl sein, nicht „{ $value }“.
    [range] „{ $field }“ liegt nicht auf der Erde: { $value }.
    [control] „{ $field }“ hat unsichtbare Zeichen.
    [short-name] „{ $field }“ ist so nicht erlaubt: „{ $value }“. Der Name darf keine Zahl sein. Doppelpunkt und senkrechter Strich sind auch nicht erlaubt.
    [website] „{ $field }“ ist keine richtige Adresse: „{ $value }“. Sie muss mit <code>https://</code> oder <code>http://</code> beginnen. Leerzeichen sind nicht erlaubt.
    [topic] „{ $field }“: Das Thema „{ $value }“ kenne ich nicht.
    [land] „{ $field }“: Das Land „{ $value }“ kenne ich nicht. Richtig ist zum Beispiel <code>DE-NI</code>.
    [level] „{ $field }“ muss 1, 2 oder 3 sein, nicht „{ $value }“.
    [truth] „{ $field }“ muss <code>ja</code> oder <code>nein</code> sein, nicht „{ $value }“.
    [day] „{ $field }“ muss ein Tag sein, nicht „{ $value }“. Zum Beispiel: <code>31.12.2027</code>
    [role] „{ $field }“ muss <code>unknown</code> sein. Angebote und Bedarfe haben eigene Dateien.
    [twice] Diesen Eintrag gibt es schon. Er hat die Nummer { $value }. Gleich ist: { $field }.
    [unknown-network] Ein Netzwerk „{ $value }“ gibt es nicht.
   *[other] „{ $field }“ kann ich nicht lesen: „{ $value }“.
}{ $guess }
