raum-help = shows what this room serves
raum-usage = <code>!room</code>
raum-examples = <code>!room</code>
raum-liste-help = shows all rooms that I am in
raum-liste-usage = <code>!room list</code>
raum-liste-examples = <code>!room list</code>
raum-buero-help = makes this the office’s room
raum-buero-usage = <code>!room office</code>
raum-buero-examples = <code>!room office</code>
raum-ansagen-help = lets this room hear the announcements
raum-ansagen-usage = <code>!room announcements</code>
raum-ansagen-examples = <code>!room announcements</code>
raum-gemeinschaft-help = makes this room the community: who is here is a member
raum-gemeinschaft-usage = <code>!room community</code>
raum-gemeinschaft-examples = <code>!room community</code>
raum-frei-help = takes this room’s purpose away
raum-frei-usage = <code>!room none</code>
raum-frei-examples = <code>!room none</code>
raum-sprache-help = sets this room’s language
raum-sprache-usage = <code>!room language de|en</code>
raum-sprache-examples = <code>!room language en</code>
raum-purpose = { $purpose ->
   *[office] office
    [announcements] announcements
    [space] community
}
raum-direct = This is our direct chat; it serves no particular purpose.
raum-serves = { $room }: { $purposes }
raum-serves-nothing = { $room }: no particular purpose
raum-next = To change it (administration only, here in the room): <code>!room office</code>, <code>!room announcements</code>, <code>!room community</code> or <code>!room none</code>
raum-liste-title = { $count ->
    [one] I am in one room:
   *[other] I am in { $count } rooms:
}
raum-done = This room now serves as: { $purpose }. Undo: <code>!room none</code>
raum-frei-done = This room has no particular purpose any more.
raum-sprache-done = { $language ->
    [en] From now on I answer in English here. Back: <code>!room language de</code>
   *[de] From now on I answer in German here.
}
error-unknown-language = I do not speak “{ $text }”. There are <code>!room language de</code> and <code>!room language en</code>.
error-set-in-configuration = The configuration says which room serves this. Please have it changed there (section <code>rooms</code>).
