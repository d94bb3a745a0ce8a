rueckgaengig-help = takes back what you did last within the past ten minutes
rueckgaengig-usage = <code>!undo</code>
rueckgaengig-examples = <code>!undo</code>
error-nothing-to-undo = You have done nothing in the last { $minutes } minutes that I could take back.
error-not-undoable = What you did last by <code>!{ $command }</code> cannot be taken back. Please ask the office if something is wrong.
rueckgaengig-short = take the last thing back
