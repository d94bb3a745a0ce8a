raum-help = zeigt, wozu dieser Raum dient
raum-usage = <code>!raum</code>
raum-examples = <code>!raum</code>
raum-liste-help = zeigt alle Räume, in denen ich bin
raum-liste-usage = <code>!raum liste</code>
raum-liste-examples = <code>!raum liste</code>
raum-buero-help = macht diesen Raum zum Raum des Büros
raum-buero-usage = <code>!raum büro</code>
raum-buero-examples = <code>!raum büro</code>
raum-ansagen-help = lässt diesen Raum die Ansagen hören
raum-ansagen-usage = <code>!raum ansagen</code>
raum-ansagen-examples = <code>!raum ansagen</code>
raum-gemeinschaft-help = macht diesen Raum zur Gemeinschaft: wer hier ist, ist Mitglied
raum-gemeinschaft-usage = <code>!raum gemeinschaft</code>
raum-gemeinschaft-examples = <code>!raum gemeinschaft</code>
raum-frei-help = nimmt diesem Raum seinen Zweck
raum-frei-usage = <code>!raum frei</code>
raum-frei-examples = <code>!raum frei</code>
raum-purpose = { $purpose ->
   *[office] Büro
    [announcements] Ansagen
    [space] Gemeinschaft
}
raum-direct = Das ist unser direktes Gespräch; es dient keinem besonderen Zweck.
raum-serves = { $room }: { $purposes }
raum-serves-nothing = { $room }: kein besonderer Zweck
raum-next = Ändern (nur Administration, hier im Raum): <code>!raum büro</code>, <code>!raum ansagen</code>, <code>!raum gemeinschaft</code> oder <code>!raum frei</code>
raum-liste-title = { $count ->
    [one] Ich bin in einem Raum:
   *[other] Ich bin in { $count } Räumen:
}
raum-done = Dieser Raum dient jetzt als: { $purpose }. Zurücknehmen: <code>!raum frei</code>
raum-frei-done = Dieser Raum hat jetzt keinen besonderen Zweck mehr.
error-set-in-configuration = Welcher Raum dafür dient, steht in der Konfiguration. Bitte lassen Sie es dort ändern (Abschnitt <code>rooms</code>).
raum-short = wozu ein Raum dient
raum-draft = { $purpose ->
    [office] <strong>{ $room } soll der Raum des Büros werden.</strong> Anfragen und Warnungen gehen dann hierher, und Rollen vergibt das Büro hier.
    [announcements] <strong>{ $room } soll die Ansagen hören.</strong> Alles, was nach Plan kommt, erscheint dann auch hier.
    [space] <strong>{ $room } soll die Gemeinschaft sein.</strong> Wer hier Mitglied ist, darf dann alles, was Mitglieder dürfen.
   *[none] <strong>{ $room } soll keinen besonderen Zweck mehr haben.</strong>
}
raum-loses = Diesen Zweck verliert dafür: { $room }
raum-restored = Es gilt wieder, was vorher galt.
error-changed-since = Das hat inzwischen jemand geändert, deshalb nehme ich nichts zurück. Was jetzt gilt, zeigt <code>!raum</code>.
