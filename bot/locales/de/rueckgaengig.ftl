rueckgaengig-help = nimmt zurück, was Sie in den letzten zehn Minuten zuletzt getan haben
rueckgaengig-usage = <code>!rückgängig</code>
rueckgaengig-examples = <code>!rückgängig</code>
error-nothing-to-undo = In den letzten { $minutes } Minuten haben Sie nichts getan, was ich zurücknehmen könnte.
error-not-undoable = Was Sie zuletzt mit <code>!{ $command }</code> getan haben, lässt sich nicht zurücknehmen. Bitte wenden Sie sich an das Büro, wenn etwas falsch ist.
rueckgaengig-short = Letztes zurücknehmen
