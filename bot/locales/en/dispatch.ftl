# What any command can meet.

error-unknown-command = { $near ->
    [0] I do not know the command “{ $word }”. <code>!help</code> shows what I can do.
   *[other] I do not know the command “{ $word }”. Did you mean: { $near }? <code>!help</code> shows all I can do.
}
error-unknown-sentence = I recognise no command in this. Are you looking for a patron network? Then write: <code>!patron { $text }</code>
    All I can do is shown by <code>!help</code>.
error-which-one = “{ $word }” needs one more word. There are: { $choices }. For examples see <code>!help { $word }</code>.
error-too-long = This is too much text for a command. Please shorten it to at most 4,000 characters and send it again.
error-too-many-commands = I carry out at most { $most } commands from one message. Please send the others again.
error-too-old = Your message reached me late, so I have not carried it out. If it still holds, please send again: <code>!{ $text }</code>
error-needs-role = { $role ->
    [member] <code>!{ $command }</code> is for members of the community. Please join the community room first; the office will gladly invite you.
    [coordinator] <code>!{ $command }</code> is for coordinators who speak for a network. Please ask the office to enter you.
    [admin] <code>!{ $command }</code> is for administrators only. Please ask the office.
   *[other] <code>!{ $command }</code> is for the office only. Please ask the office.
}
error-rights-suspended = <code>!{ $command }</code> does not work at the moment: your account has a new cryptographic identity, which the office has not confirmed yet. Please give them a call. <code>!role confirm { $user }</code> lets you go on.
error-said-in-clear = This message came without encryption, although this room is encrypted. Anybody on the way could have written it, so I do nothing. Please write it once more, best in Element.
error-unproven = { $how ->
    [reaction] Reactions do not count for this step in encrypted rooms. Please reply with the word.
   *[device] For this command it must be certain that it comes from you, but your device is not verified yet. Please open “Settings” and then “Sessions” in Element, verify the device, and send the command once more.
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

error-meant-one = I do not know “{ $word }”. Did you mean <code>!{ $meant }</code>?
choice-yes = Yes
choice-no = No
choice-back = Back
choice-more = More
choice-file = File
ask-choice = { $emoji } { $label }
ask-hint = { $how ->
    [typed] Your choices: { $choices }. Please reply to this message with the word; reactions do not count here.
    [direct] Your choices: { $choices }. Tap a reaction, or write the word.
   *[room] Your choices: { $choices }. Tap a reaction, or reply to this message with the word.
}
ask-number = { $how ->
    [direct] Tap a digit, or write your answer.
   *[other] Tap a digit, or reply to this message.
}
ask-light = { $choices } – tap the reaction, or reply with the word.
ask-second = A second person has to agree.
asked-answered = { $who }: <strong>{ $emoji } { $choice }</strong>
asked-withdrawn = <strong>Withdrawn.</strong>
asked-too-late = This question has been answered already or is out of time; your answer changes nothing. Please send the command again if you need it.
asked-not-you = This question is for somebody else; your answer changes nothing.
asked-type-it = Reactions do not count here in encrypted rooms. Please reply to the question with the word.
asked-dropped = All right, everything stays as it was.
form-goes-direct = I will ask you that in our direct chat.
form-hint = { $direct ->
    [yes] Simply write your answer. You can also write “back”, “later” or “cancel”.
   *[no] Simply write your answer here, or reply to this message. You can also write “back”, “later” or “cancel”.
}
form-summary = This is how I understand you. Is it right?
form-typed = { $value }
form-line = { $label }: { $value }
form-parked = All right, I will keep it. <code>!continue</code> goes on with it, for thirty days.
edited-stays = Your command still counts as it was before the change.
edited-done = I have corrected that.
withdrawn-done = <strong>Taken back.</strong>
withdrawn-too-late = Your command is gone, but its result still counts; it can no longer be taken back. <code>!help</code> shows what you can do.
withdrawn-type-it = Your command is deleted, but its result still counts: in encrypted rooms deleting does not undo it. To take it back: <code>!undo</code>
reaction-withdrawn = Your answer still counts. To take it back: <code>!undo</code>
several-later = I have a question about another command. Please send it by itself.
day-meant = { $count ->
    [one] “{ $text }” is more than one day. Do you mean { $day }? If not, please type the day that you mean.
   *[other] “{ $text }” can mean two days. Which one do you mean?
    }
day-choice = { $day }
form-unassigned = I do not know where this belongs. To change something, please say first what it is, for example “{ $label }: …”. Otherwise answer with “yes”, “back” or “cancel”.
