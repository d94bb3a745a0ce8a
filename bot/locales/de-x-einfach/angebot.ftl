angebot-neu-usage = <code>!angebot neu THEMA Stufe 2: BEMERKUNG</code>
    Stufe 1 heißt: Wir fangen an. Stufe 2 heißt: Wir haben Erfahrung. Stufe 3 heißt: Wir können andere anleiten.
angebot-neu-done = Eingetragen für { $network }: { $line }. Andere Netzwerke können Ihr Angebot jetzt finden. So nehmen Sie das Angebot zurück: <code>!angebot zurück { $number }</code>
angebot-neu-changed = Ein Angebot zu diesem Thema gab es schon. Ich habe es geändert. Für { $network } gilt jetzt: { $line }. So ist es wieder wie vorher: <code>!rückgängig</code>
angebot-zurueck-done = Das Angebot Nummer { $number } ist zurückgenommen. Das Thema war: { $topic }. War das ein Versehen? Dann schreiben Sie: <code>!rückgängig</code>
angebot-liste-help = zeigt Angebote
angebot-liste-usage = <code>!angebot liste</code>
    Sie können ein Netzwerk, ein Thema oder <code>alle</code> dahinter schreiben.
angebot-liste-none = Dazu gibt es noch kein Angebot. So finden Sie Netzwerke zu einem Thema: <code>!pate Weiterbildung</code>
angebot-liste-title = { $count ->
    [one] Es gibt ein Angebot:
   *[other] Es gibt { $count } Angebote:
}
offer-line = { $example ->
    [yes] Nummer { $number }, nur als Beispiel, { $topic }, Stufe { $level }{ $note }
   *[no] Nummer { $number }, { $topic }, Stufe { $level }{ $note }
}

error-topic-missing = Es fehlt das Thema. Bitte schreiben Sie das Thema zuerst. Zum Beispiel: <code>!angebot neu Verbundausbildung Stufe 3</code> oder <code>!bedarf neu Weiterbildung</code>
error-level-missing = Wie viel Erfahrung hat Ihr Netzwerk mit „{ $topic }“? Stufe 1 heißt: Wir fangen an. Stufe 2 heißt: Wir haben Erfahrung. Stufe 3 heißt: Wir können andere anleiten. Zum Beispiel: <code>!angebot neu { $topic } Stufe 2</code>
error-unknown-level = Eine Stufe „{ $text }“ gibt es nicht. Stufe 1 heißt: Wir fangen an. Stufe 2 heißt: Wir haben Erfahrung. Stufe 3 heißt: Wir können andere anleiten. Bitte schreiben Sie zum Beispiel: <code>Stufe 2</code>
error-note-too-long = Die Bemerkung ist zu lang. Erlaubt sind { $most } Zeichen. Bitte schreiben Sie weniger.
error-unclear-for = Ist „{ $text }“ ein Netzwerk? Dann schreiben Sie einen Doppelpunkt hinter den Namen. Zum Beispiel: <code>für FKB OWL:</code>
    Ist es kein Netzwerk? Dann lassen Sie das Wort „für“ weg.
error-unknown-offer = Ein Angebot Nummer { $number } gibt es nicht. So sehen Sie Ihre Angebote: <code>!angebot liste</code>
error-entry-changed = Das hat sich schon wieder geändert. Deshalb lasse ich es so. Alles sehen Sie mit <code>!angebot liste</code> und <code>!bedarf liste</code>
