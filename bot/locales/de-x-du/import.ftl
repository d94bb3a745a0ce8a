error-bad-import = { $count ->
    [one] Die Datei hat einen Fehler. Ich habe nichts übernommen. Bitte berichtige ihn und versuch es noch einmal.
   *[other] Die Datei hat { $count } Fehler. Ich habe nichts übernommen. Bitte berichtige sie und versuch es noch einmal.
}
