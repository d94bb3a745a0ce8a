rueckgaengig-help = nimmt zurück, was du in den letzten zehn Minuten zuletzt getan hast
error-nothing-to-undo = In den letzten { $minutes } Minuten hast du nichts getan, was ich zurücknehmen könnte.
error-not-undoable = Was du zuletzt mit <code>!{ $command }</code> getan hast, lässt sich nicht zurücknehmen. Bitte wende dich an das Büro, wenn etwas falsch ist.
