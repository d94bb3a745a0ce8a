angebot-neu-help = trägt ein Angebot Ihres Netzwerks ein oder ändert es
angebot-neu-usage = <code>!angebot neu THEMA Stufe 1, 2 oder 3: BEMERKUNG</code>
angebot-neu-examples = <code>!angebot neu Verbundausbildung Stufe 3: Wir beraten Betriebe seit 2016</code>
    <code>!angebot neu für FKB OWL: MINT Stufe 2</code>
angebot-neu-done = Eingetragen für { $network }: { $line }. Wer danach sucht, findet Sie jetzt damit. Zurücknehmen: <code>!angebot zurück { $number }</code>
angebot-neu-changed = Das Angebot zu diesem Thema gab es schon, ich habe es geändert. Für { $network } gilt jetzt: { $line }. Wie vorher: <code>!rückgängig</code>
angebot-zurueck-help = nimmt ein Angebot zurück
angebot-zurueck-usage = <code>!angebot zurück NUMMER</code>
angebot-zurueck-examples = <code>!angebot zurück #3</code>
angebot-zurueck-done = Das Angebot #{ $number } ({ $topic }) ist zurückgenommen. War das ein Versehen? <code>!rückgängig</code>
angebot-liste-help = zeigt Angebote: Ihre eigenen, die eines Netzwerks, zu einem Thema oder alle
angebot-liste-usage = <code>!angebot liste [NETZWERK | THEMA | alle] [SEITE | datei]</code>
angebot-liste-examples = <code>!angebot liste</code>
    <code>!angebot liste Weiterbildung</code>
    <code>!angebot liste alle</code>
angebot-liste-none = Dazu liegt noch kein Angebot vor. Wer laut öffentlicher Quelle an einem Thema arbeitet, zeigt zum Beispiel <code>!pate Weiterbildung</code>.
angebot-liste-title = { $count ->
    [one] Es liegt ein Angebot vor:
   *[other] Es liegen { $count } Angebote vor:
}
offer-line = { $example ->
    [yes] { $topic }, Stufe { $level } (Beispiel){ $note } (#{ $number })
   *[no] { $topic }, Stufe { $level }{ $note } (#{ $number })
}

error-topic-missing = Es fehlt das Thema. Bitte nennen Sie es zuerst, zum Beispiel <code>!angebot neu Verbundausbildung Stufe 3</code> oder <code>!bedarf neu Weiterbildung</code>.
error-level-missing = Wie erfahren ist Ihr Netzwerk bei „{ $topic }“? 1 heißt erste Schritte, 2 erprobt, 3 können andere anleiten. Zum Beispiel: <code>!angebot neu { $topic } Stufe 2</code>
error-unknown-level = Eine Stufe „{ $text }“ gibt es nicht. 1 heißt erste Schritte, 2 erprobt, 3 können andere anleiten. Bitte schreiben Sie zum Beispiel <code>Stufe 2</code>.
error-note-too-long = Die Bemerkung ist zu lang. Bitte kürzen Sie sie auf höchstens { $most } Zeichen.
error-unclear-for = Meinen Sie mit „{ $text }“ ein Netzwerk? Dann setzen Sie hinter seinen Namen einen Doppelpunkt, zum Beispiel <code>für FKB OWL:</code>. Sonst lassen Sie „für“ bitte weg.
error-unknown-offer = Ein Angebot #{ $number } gibt es nicht. Ihre Angebote mit Nummern zeigt <code>!angebot liste</code>.
angebot-short = was Ihr Netzwerk anbietet
angebot-undone = { $back ->
    [yes] Es gilt wieder: { $line }
   *[no] Nicht mehr eingetragen ist: { $line }
}
error-entry-changed = Das hat sich inzwischen geändert, deshalb lasse ich es so. Was gilt, zeigen <code>!angebot liste</code> und <code>!bedarf liste</code>.
