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
error-set-in-configuration = The configuration says which room serves this. Please have it changed there (section <code>rooms</code>).
raum-short = what a room is for
raum-draft = { $purpose ->
    [office] <strong>{ $room } shall become the office’s room.</strong> Requests and warnings will come here, and the office gives roles here.
    [announcements] <strong>{ $room } shall hear the announcements.</strong> Everything on the schedule will appear here, too.
    [space] <strong>{ $room } shall be the community.</strong> Whoever is a member here may then do all that members may.
   *[none] <strong>{ $room } shall have no particular purpose any more.</strong>
}
raum-loses = Another room loses this purpose: { $room }
raum-restored = It is as it was before.
error-changed-since = Somebody has changed this since, so I take nothing back. <code>!room</code> shows what counts now.
