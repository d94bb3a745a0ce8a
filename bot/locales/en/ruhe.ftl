ruhe-help = sets quiet hours in which you hear nothing unasked from me
ruhe-usage = <code>!quiet [here] FROM-UNTIL | off</code>
ruhe-examples = <code>!quiet 18-8</code>
    <code>!quiet here 20:00 to 7:00</code>
    <code>!quiet off</code>
field-hours = quiet hours
field-hours-ask = From when until when shall it be quiet? For example: 18-8
ruhe-done = { $here ->
    [yes] This room is now quiet from { $start } to { $end }. Announcements that fall into that time come afterwards. I always answer questions.
   *[no] From { $start } to { $end } I send you nothing unasked; it comes afterwards. I always answer your questions.
}
ruhe-off = { $here ->
    [yes] This room has no quiet hours any more.
   *[no] You have no quiet hours any more.
}
ruhe-undone = The quiet hours are as before.
error-hours-missing = From when until when? For example: <code>!quiet 18-8</code>
error-unreadable-hours = I do not understand “{ $text }” as quiet hours. Please give two times, for example <code>!quiet 18-8</code>, or <code>!quiet off</code>
error-rooms-calm = The quiet hours of a room are for coordinators and the office to set. For yourself, leave out “here”, for example <code>!quiet 18-8</code>
ruhe-short = quiet hours
field-room-hours = the room’s quiet hours
field-room-hours-ask = From when until when shall this room be quiet? For example: 18-8
error-room-hours-missing = From when until when? For example: <code>!quiet here 18-8</code>
