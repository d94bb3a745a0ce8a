ansage-neu-examples = <code>!ansage neu 8.12.2026 10:00: Heute beginnt die Anmeldung.</code>
    <code>!ansage neu jeden Montag 9 Uhr in #Gemeinschaft: Was steht diese Woche an?</code>
    <code>!ansage neu monatlich am 1. 9 Uhr bis 31.12.2027: Bitte meldet eure Projekte.</code>
ansage-rooms = { $rooms ->
    [0] Noch hört kein Raum solche Ansagen; bis dahin zeige ich sie nur dem Büro. Bitte gib im gewünschten Raum ein: <code>!ansagen hier an</code>
   *[other] Sie geht an: { $rooms }
}
error-text-too-long = Der Text der Ansage ist zu lang für eine Nachricht. Bitte kürze ihn auf etwa { $limit } Zeichen.
error-announcement-missing = Welche Ansage meinst du? Bitte nenn ihre Nummer, zum Beispiel <code>#3</code>. Verstanden habe ich „{ $text }“. Was gesetzt ist, zeigt <code>!ansage liste</code>.
error-no-colon = In „{ $text }“ fehlt der Doppelpunkt zwischen Zeitpunkt und Text. Bitte schreib zum Beispiel: <code>!ansage neu morgen 9 Uhr: Die Anmeldung beginnt.</code>
