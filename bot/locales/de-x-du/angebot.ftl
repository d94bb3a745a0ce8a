angebot-neu-help = trägt ein Angebot deines Netzwerks ein oder ändert es
angebot-neu-done = Eingetragen für { $network }: { $line }. Wer danach sucht, findet euch jetzt damit. Zurücknehmen: <code>!angebot zurück { $number }</code>
angebot-liste-help = zeigt Angebote: deine eigenen, die eines Netzwerks, zu einem Thema oder alle

error-topic-missing = Es fehlt das Thema. Bitte nenn es zuerst, zum Beispiel <code>!angebot neu Verbundausbildung Stufe 3</code> oder <code>!bedarf neu Weiterbildung</code>.
error-level-missing = Wie erfahren ist dein Netzwerk bei „{ $topic }“? 1 heißt erste Schritte, 2 erprobt, 3 können andere anleiten. Zum Beispiel: <code>!angebot neu { $topic } Stufe 2</code>
error-unknown-level = Eine Stufe „{ $text }“ gibt es nicht. 1 heißt erste Schritte, 2 erprobt, 3 können andere anleiten. Bitte schreib zum Beispiel <code>Stufe 2</code>.
error-note-too-long = Die Bemerkung ist zu lang. Bitte kürze sie auf höchstens { $most } Zeichen.
error-unclear-for = Meinst du mit „{ $text }“ ein Netzwerk? Dann setz hinter seinen Namen einen Doppelpunkt, zum Beispiel <code>für FKB OWL:</code>. Sonst lass „für“ bitte weg.
error-unknown-offer = Ein Angebot #{ $number } gibt es nicht. Deine Angebote mit Nummern zeigt <code>!angebot liste</code>.
angebot-short = was dein Netzwerk anbietet
