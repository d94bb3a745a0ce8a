rueckgaengig-help = nimmt Ihren letzten Befehl zurück. Das geht zehn Minuten lang
error-nothing-to-undo = Ich kann nichts zurücknehmen. Das geht nur { $minutes } Minuten lang.
error-not-undoable = Ihr letzter Befehl war: <code>!{ $command }</code>. Den kann ich nicht zurücknehmen. Ist etwas falsch? Dann schreiben Sie bitte an das Büro.
rueckgaengig-short = den letzten Befehl zurücknehmen
