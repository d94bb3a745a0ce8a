# What any command can meet.

error-unknown-command = { $near ->
    [0] I do not know the command “{ $word }”. <code>!help</code> shows what I can do.
   *[other] I do not know the command “{ $word }”. Did you mean: { $near }? <code>!help</code> shows all I can do.
}
error-unknown-sentence = I recognise no command in this. Are you looking for a patron network? Then write: <code>!patron { $text }</code>
    All I can do is shown by <code>!help</code>.
error-which-one = “{ $word }” needs one more word. There are: { $choices }. For examples see <code>!help { $word }</code>.
error-too-long = This is too much text for a command. Please shorten it to at most 4,000 characters and send it again.
error-too-old = Your message reached me late, so I have not carried it out. If it still holds, please send again: <code>!{ $text }</code>
error-needs-role = { $role ->
    [member] <code>!{ $command }</code> is for members of the community. Please join the community room first; the office will gladly invite you.
    [coordinator] <code>!{ $command }</code> is for coordinators who speak for a network. Please ask the office to enter you.
    [admin] <code>!{ $command }</code> is for administrators only. Please ask the office.
   *[other] <code>!{ $command }</code> is for the office only. Please ask the office.
}
error-office-room-only = <code>!{ $command }</code> works in the office’s room only. Please enter it there.
error-internal = That did not work; the fault is mine. Please try again. If it happens again, give the office the number { $reference }.
error-too-slow = That took too long, so I stopped. Please try again. If it happens again, give the office the number { $reference }.
edited-too-late = I have answered this command already; changing it has no effect. Please send it anew.

error-number-missing = A number is missing here, for example <code>#12</code>. I understood “{ $text }”.
error-user-missing = A full Matrix id is missing here, for example <code>@anna:example.org</code>. I understood “{ $text }”.

greeting = Hello, I am the Netzwerklotse. I find patron networks, log project updates and announce the annual meeting.
    I answer commands and my name only; I do not store what else you write.
    What I can do: <code>!help</code>
gap-too-long = I was out of reach for long and could not read up on everything written here meanwhile. Please repeat commands that you have no answer to.
