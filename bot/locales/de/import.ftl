# Was der Import von Dateien meldet; gezeigt auf der Kommandozeile.

import-report = { $dry ->
    [yes] Geprüft, nichts geändert: { $added } neu, { $changed } geändert, { $unchanged } unverändert.
   *[no] Übernommen: { $added } neu, { $changed } geändert, { $unchanged } unverändert.
}
import-where-file = Datei
import-where = { $unit ->
    [entry] Eintrag { $row }
   *[row] Zeile { $row }
}
import-where-named = { $unit ->
    [entry] Eintrag { $row } ({ $name })
   *[row] Zeile { $row } ({ $name })
}
import-near = { " " }Gemeint vielleicht: { $near }.
import-fault = { $where }: { $kind ->
    [file-missing] Ich kann die Datei nicht lesen ({ $value }).
    [encoding] Die Datei ist nicht in UTF-8 gespeichert. Beim Speichern hilft der Dateityp „CSV UTF-8“.
    [json] Das ist kein gültiges JSON.
    [not-a-list] Das JSON muss eine Liste von Einträgen sein.
    [no-rows] Es steht nichts darin, was ich übernehmen könnte.
    [csv] Das ist kein gültiges CSV ({ $value }).
    [cells] { $value } Zellen statt { $field }. Text mit Trennzeichen gehört in Anführungszeichen.
    [not-an-object] Erwartet ist ein Eintrag mit benannten Feldern.
    [unknown-column] Das Feld „{ $field }“ kenne ich nicht.
    [column-twice] Die Spalte „{ $field }“ gibt es zweimal.
    [missing] „{ $field }“ fehlt.
    [text] „{ $field }“ muss Text sein, nicht „{ $value }“.
    [too-long] „{ $field }“ ist zu lang.
    [list] „{ $field }“ muss eine Liste sein, nicht „{ $value }“.
    [number] „{ $field }“ muss eine Zahl sein, nicht „{ $value }“.
    [range] „{ $field }“ liegt nicht auf der Erde: { $value }.
    [control] „{ $field }“ enthält unsichtbare Steuerzeichen.
    [short-name] „{ $field }“ darf keine bloße Zahl sein und weder Doppelpunkt noch senkrechten Strich enthalten: „{ $value }“.
    [website] „{ $field }“ muss mit https:// oder http:// beginnen und darf keine Leerzeichen haben: „{ $value }“.
    [topic] „{ $field }“: Das Thema „{ $value }“ kenne ich nicht.
    [land] „{ $field }“: Das Land „{ $value }“ kenne ich nicht. Erwartet wird zum Beispiel DE-NI.
    [level] „{ $field }“ muss 1, 2 oder 3 sein, nicht „{ $value }“.
    [truth] „{ $field }“ muss ja oder nein sein, nicht „{ $value }“.
    [day] „{ $field }“ muss ein Tag sein wie 2027-12-31 oder 31.12.2027, nicht „{ $value }“.
    [role] „{ $field }“ muss unknown sein: Ein Netzwerk bietet oder sucht je Thema. Angebote und Bedarfe haben eigene Dateien.
    [twice] Diesen Eintrag gibt es schon unter Nummer { $value } (gleich sind: { $field }).
    [unknown-network] Ein Netzwerk mit dem Kurznamen „{ $value }“ gibt es nicht.
   *[other] „{ $field }“ kann ich nicht lesen: „{ $value }“.
}{ $guess }
error-bad-import = { $count ->
    [one] Die Datei hat einen Fehler. Ich habe nichts übernommen. Bitte berichtigen Sie ihn und versuchen Sie es noch einmal.
   *[other] Die Datei hat { $count } Fehler. Ich habe nichts übernommen. Bitte berichtigen Sie sie und versuchen Sie es noch einmal.
}
