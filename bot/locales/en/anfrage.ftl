anfrage-liste-help = shows your requests and those to your network
anfrage-liste-usage = <code>!request list</code>
anfrage-liste-examples = <code>!request list</code>
anfrage-zeige-help = shows one request in full
anfrage-zeige-usage = <code>!request show NUMBER</code>
anfrage-zeige-examples = <code>!request show 3</code>
anfrage-annehmen-help = says yes; the asker is told
anfrage-annehmen-usage = <code>!request accept NUMBER [YOUR SENTENCE]</code>
anfrage-annehmen-examples = <code>!request accept 3 Gladly, please call me on Tuesday.</code>
anfrage-ablehnen-help = says no; no reason is needed
anfrage-ablehnen-usage = <code>!request decline NUMBER [YOUR SENTENCE]</code>
anfrage-ablehnen-examples = <code>!request decline 3</code>
anfrage-erledigt-help = closes an accepted request
anfrage-erledigt-usage = <code>!request done NUMBER [YOUR SENTENCE]</code>
anfrage-erledigt-examples = <code>!request done 3 The exchange helped both of us.</code>
anfrage-zurueck-help = takes your own request back
anfrage-zurueck-usage = <code>!request withdraw NUMBER</code>
anfrage-zurueck-examples = <code>!request withdraw 3</code>
anfrage-liste-none = There are no requests for you. A new one begins with a search: <code>!patron TOPIC</code>
anfrage-liste-title = { $count ->
    [one] One request:
   *[other] { $count } requests:
}
anfrage-line = #{ $number } to { $network }, { $day }: { $state }
anfrage-sentence = { $asker } wrote: “{ $sentence }”
anfrage-answer = Answer: “{ $answer }”
anfrage-answered = Request #{ $number } is now: { $state }. The asker has been told.
anfrage-zurueck-done = Your request #{ $number } is withdrawn; those who received it have been told.
request-state = { $state ->
   *[asked] waits for an answer
    [accepted] accepted
    [declined] declined
    [done] done
    [withdrawn] withdrawn
}
request-said = { $answer ->
    [0] {" "}
   *[other] {"\u000A"}“{ $answer }”{"\u000A"}
}
request-told = { $state ->
    [accepted] Good news: { $network } has accepted your request #{ $number }.{ $said }Your contact: { $who }
    [declined] I am sorry, { $network } cannot help with your request #{ $number }.{ $said }Find other networks with <code>!patron TOPIC</code>.
    [done] { $network } has marked your request #{ $number } as done.{ $said }If anything is missing, please write to { $who }.
   *[withdrawn] { $who } has withdrawn request #{ $number } to { $network }.{ $said }There is nothing left for you to do.
}
error-unknown-request = There is no request #{ $number }. <code>!request list</code> shows yours.
error-foreign-request = Request #{ $number } belongs neither to you nor to your network. <code>!request list</code> shows yours.
error-own-request = You made request #{ $number } yourself; only the network that was asked can answer it. Withdraw it: <code>!request withdraw { $number }</code>
error-request-is-over = { $state ->
    [asked] Request #{ $number } is not accepted yet. Say yes: <code>!request accept { $number }</code>
   *[other] Request #{ $number } is decided already and cannot be changed in this way. <code>!request show { $number }</code> shows how it stands.
}
anfrage-short = requests and answers
choice-accept = Accept
choice-decline = Decline
anfrage-proposed = { $line } – “{ $beginning }”
anfrage-restored = Request #{ $number } is again: { $state }. The other side has been told.
request-again = { $who } has taken back the last step for request #{ $number } to { $network }. It is again: { $state }.
error-request-missing = Which request do you mean? Please give its number, for example <code>#12</code>. I understood “{ $text }”. <code>!request list</code> shows yours.
error-answered-since = More has happened to request #{ $number } since, so I take nothing back in silence. <code>!request show { $number }</code> shows how it stands.
error-answered-first = { $who } was faster; request #{ $number } is now: { $state }. If that is wrong, please add the number, for example <code>!request decline { $number }</code>
