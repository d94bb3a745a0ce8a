netzwerk-help = shows a network’s profile
netzwerk-usage = <code>!network [NAME OR NUMBER]</code>
netzwerk-examples = <code>!network Ems-Achse</code>
    <code>!network 12</code>
    <code>!network</code> (your own)

netzwerk-title = <strong>{ $name }</strong> ({ $short_name }, #{ $number })
netzwerk-region = Region: { $region }
netzwerk-lands = { $count ->
    [one] Land: { $lands }
   *[other] Länder: { $lands }
}
netzwerk-nationwide = Works nation-wide
netzwerk-seat = Seat: { $seat }
netzwerk-website = Website: { $link }
netzwerk-topics = Topics according to public sources: { $topics }
netzwerk-no-topics = Topics: public sources say nothing about them.
netzwerk-awards = Awards: { $awards }
netzwerk-member-since = In the development partnership since { $since }
netzwerk-offers = The network offers:
netzwerk-no-offers = There is no offer yet.
netzwerk-needs = The network seeks:
netzwerk-no-needs = No need is entered.
netzwerk-own-next = This is your network. Add to it: <code>!offer new</code>, <code>!need new</code>, <code>!project new</code>
netzwerk-next = Would you like to ask them? <code>!patron request { $number } your sentence</code>

# Parts that the lines of offers, needs and projects share.
line-of-network = <strong>{ $network }</strong>: { $line }
line-note = : { $note }
nothing-more = { "" }
list-page = Page { $page } of { $last }.

error-network-not-asked = Which network do you mean? Give its name or number, for example <code>!network Ems-Achse</code>. To find networks for a topic write <code>!patron nursing</code>.
error-foreign-network = { $count ->
    [0] You are not entered as speaking for { $network }. Please contact the office if you do.
   *[other] You are not entered as speaking for { $network }; you speak for { $own }. Please contact the office if that is wrong.
}
error-which-network = You speak for { $choices }. Please say first which network you mean, for example <code>for { $first }:</code>
error-network-not-named = Which network is this for? Please say it first, for example <code>for FKB OWL:</code>
error-nothing-own = You speak for no network that I know. Please name a network or a topic, or write <code>all</code>.
error-unknown-subject = { $count ->
    [0] I know “{ $text }” neither as a network nor as a topic. Please use another word.
    [one] I know “{ $text }” neither as a network nor as a topic. Did you mean { $near }?
   *[other] I know “{ $text }” neither as a network nor as a topic. Did you mean one of these: { $near }?
}
error-no-such-page = { $last ->
    [one] There is no page { $page }, everything is on one page. Please leave the number out.
   *[other] There is no page { $page }, the last one is page { $last }. Please give a smaller number.
}
netzwerk-short = profile of a network
