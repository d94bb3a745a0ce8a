# Why an announcement came.

warum-help = explains why an announcement came
warum-usage = <code>Why?</code> in reply to the announcement
warum-examples = <code>Why?</code>

warum-how = Please reply to the announcement that you mean (“Reply”) and write: <code>Why?</code> Then I tell you by which rule it came.
warum-unplanned = This message was not on the schedule; it came because somebody asked or entered something. I can only explain scheduled announcements; <code>!announcements</code> shows which ones come.
warum-meeting = { $step ->
    [correction] This message came because the office changed something: { $title }.
    [cancellation] This message came because the office cancelled: { $title }.
    [save-the-date] This announcement belongs to a plan: { $title }, step “save the date”.
    [programme] This announcement belongs to a plan: { $title }, step “programme”.
    [sign-up] This announcement belongs to a plan: { $title }, step “sign-up”.
    [last-call] This announcement belongs to a plan: { $title }, step “last call”.
    [day-before] This announcement belongs to a plan: { $title }, step “the day before”.
   *[thanks] This announcement belongs to a plan: { $title }, step “thanks”.
}
warum-announcement = This is announcement #{ $number } ({ $rhythm }).
warum-set = It was entered by { $by } on { $at }.
warum-next = The next one comes on { $due }.
warum-last = No further one is planned.
warum-switch-off = { $kind ->
    [meeting] To switch it off here (coordinators or office): <code>!announcements here off meeting</code>
   *[announcement] To switch it off here (coordinators or office): <code>!announcements here off announcement</code>
}
warum-short = why a post came
