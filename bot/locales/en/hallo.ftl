# A friendly word in return.

hallo-help = greets back
hallo-usage = <code>!hello</code>
hallo-examples = <code>Hello</code>
hallo-answer = { $member ->
    [yes] Hello! Are you looking for a patron network? For example: <code>!patron care in Niedersachsen</code>. All I can do is shown by <code>!help</code>.
   *[no] Hello! I can tell you about the next annual meeting: <code>!meeting</code>. What else you can do here is shown by <code>!help</code>.
    }
danke-help = is glad
danke-usage = <code>!thanks</code>
danke-examples = <code>Thanks</code>
danke-answer = You are welcome.
was-kannst-help = shows what you can do here
was-kannst-usage = <code>What can you do?</code>
was-kannst-examples = <code>What can you do?</code>
