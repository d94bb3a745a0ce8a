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
raum-sprache-help = stellt die Sprache dieses Raums ein
raum-sprache-usage = <code>!raum sprache de|en</code>
raum-sprache-examples = <code>!raum sprache en</code>
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
raum-sprache-done = { $language ->
    [en] Ab jetzt antworte ich hier auf Englisch. Zurück: <code>!raum sprache de</code>
   *[de] Ab jetzt antworte ich hier auf Deutsch.
}
error-unknown-language = „{ $text }“ kann ich nicht. Zur Wahl stehen <code>!raum sprache de</code> und <code>!raum sprache en</code>.
error-set-in-configuration = Welcher Raum dafür dient, steht in der Konfiguration. Bitte lassen Sie es dort ändern (Abschnitt <code>rooms</code>).
