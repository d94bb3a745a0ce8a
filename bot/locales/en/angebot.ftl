angebot-neu-help = enters or changes an offer of your network
angebot-neu-usage = <code>!offer new TOPIC level 1, 2 or 3: NOTE</code>
angebot-neu-examples = <code>!offer new Verbundausbildung level 3: We have advised companies since 2016</code>
    <code>!offer new for FKB OWL: MINT level 2</code>
angebot-neu-done = Entered for { $network }: { $line }. Whoever looks for it now finds you. To take it back: <code>!offer withdraw { $number }</code>
angebot-neu-changed = There was an offer for this topic already, I have changed it. For { $network } it now says: { $line }. As before: <code>!undo</code>
angebot-zurueck-help = takes an offer back
angebot-zurueck-usage = <code>!offer withdraw NUMBER</code>
angebot-zurueck-examples = <code>!offer withdraw #3</code>
angebot-zurueck-done = Offer #{ $number } ({ $topic }) is taken back. Was that a mistake? <code>!undo</code>
angebot-liste-help = shows offers: your own, a network’s, for a topic, or all
angebot-liste-usage = <code>!offer list [NETWORK | TOPIC | all] [PAGE | file]</code>
angebot-liste-examples = <code>!offer list</code>
    <code>!offer list further training</code>
    <code>!offer list all</code>
angebot-liste-none = There is no offer for that yet. To see who works on a topic according to public sources, write for example <code>!patron further training</code>.
angebot-liste-title = { $count ->
    [one] There is one offer:
   *[other] There are { $count } offers:
}
offer-line = { $example ->
    [yes] { $topic }, level { $level } (example){ $note } (#{ $number })
   *[no] { $topic }, level { $level }{ $note } (#{ $number })
}

error-topic-missing = The topic is missing. Please name it first, for example <code>!offer new Verbundausbildung level 3</code> or <code>!need new further training</code>.
error-level-missing = How experienced is your network in “{ $topic }”? 1 means first steps, 2 practised, 3 can teach others. For example: <code>!offer new { $topic } level 2</code>
error-unknown-level = There is no level “{ $text }”. 1 means first steps, 2 practised, 3 can teach others. Please write for example <code>level 2</code>.
error-note-too-long = The note is too long. Please shorten it to at most { $most } characters.
error-unclear-for = Do you mean a network by “{ $text }”? Then put a colon behind its name, for example <code>for FKB OWL:</code>. Otherwise please leave out “for”.
error-unknown-offer = There is no offer #{ $number }. <code>!offer list</code> shows yours with their numbers.
angebot-short = what your network offers
angebot-undone = { $back ->
    [yes] It says again: { $line }
   *[no] This is no longer entered: { $line }
}
error-entry-changed = This has changed meanwhile, so I leave it as it is. To see what stands: <code>!offer list</code> and <code>!need list</code>
