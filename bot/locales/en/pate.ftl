pate-help = finds patron networks for a topic, an experience, a place
pate-usage = <code>!patron TOPIC, PLACE, QUESTION – in your own words</code>
pate-examples = <code>!patron care workers in NRW</code>
    <code>!patron who has experience with ESF applications?</code>
    <code>!patron returnees Sauerland</code>
pate-anfragen-help = asks a network for help
pate-anfragen-usage = <code>!patron request NUMBER YOUR SENTENCE</code>
pate-anfragen-examples = <code>!patron request 6 How did you win the nursing schools?</code>
pate-found = { $count ->
    [one] One network fits “{ $question }”:
   *[other] { $count } networks fit “{ $question }”:
}
pate-hit = <strong>{ $name }</strong> (#{ $number }, { $place }): { $reason }.
pate-next = Ask them: <code>!patron request { $number } your sentence</code> · Profile: <code>!network { $number }</code>
pate-none = I have found no network for “{ $question }”.
pate-none-next = Please try other words or leave out the place, for example <code>!patron care</code>.
pate-anfragen-done = { $receivers ->
    [0] Your request to { $network } is noted as #{ $number }. I know nobody there yet, so the office takes care of it. You will hear from me as soon as something happens.
   *[other] Your request to { $network } is noted as #{ $number }, and the coordinators there have just received it. You will hear from me as soon as something happens.
} Withdraw it: <code>!request withdraw { $number }</code>
request-new = { $asker } asks { $network } for help (request #{ $number }):
    “{ $sentence }”
    { $known ->
    [yes] To add a sentence, reply to this message, for example <code>!accept Gladly, please call me on Monday.</code>
   *[no] Nobody is entered as coordinator of { $network } yet. Please mediate, or answer yourself. Enter someone: <code>!role coordinator @name:server { $network }</code>
}
error-nothing-asked = What are you looking for? Write topic and place behind the command, for example <code>!patron care in NRW</code>.
error-sentence-missing = A sentence that says what it is about is missing, for example <code>!patron request { $asked } How did you start?</code>
error-sentence-too-long = Your sentence is too long. Please shorten it to at most { $most } characters; you can settle the details directly with each other.
error-own-network = This is your own network. Find others with <code>!patron TOPIC</code>.
pate-short = find patron networks
pate-unsent = Your request #{ $number } is withdrawn, as if you had not asked.
error-asked-missing = Which network do you want to ask? Please write its number in front, for example <code>!patron request 6 How did you start?</code> I understood “{ $text }”.
