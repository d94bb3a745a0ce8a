# Why an announcement came.

warum-help = explains why an announcement came
warum-usage = <code>Why?</code> in reply to the announcement
    In the office’s room also: <code>!why LINK</code>
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

# For the office: the way of a message or an announcement.

error-no-event = “{ $text }” does not name a single message. Please copy the message’s link (“Share” or “Copy link”) and write it behind <code>!why</code>
error-no-trace = I have nothing about that. Either the message never reached me, or it is older than 30 days. Please check the link.
warum-came = { $kind ->
    [command] It came on { $at } from { $by } in the room { $room }: a command or an answer to me.
    [edit] It came on { $at } from { $by } in the room { $room }: an edit.
    [reaction] It came on { $at } from { $by } in the room { $room }: a reaction.
    [redaction] It came on { $at } from { $by } in the room { $room }: a deletion.
   *[other] It came on { $at } from { $by } in the room { $room }.
}
warum-came-only = It came on { $at } in the room { $room }.
warum-not-heard = { $why ->
    [too-many] Not handled, because too many commands came at once.
   *[none] Not handled, because it was not for me; that is why nothing more of it is stored.
}
warum-waits = It still waits to be handled.
warum-became = { $state ->
    [done] Handled on { $at }; result: <code>{ $outcome }</code>
    [failed] Failed on { $at }; fault: <code>{ $outcome }</code>
    [cancelled] Withdrawn on { $at } before it was handled; note: <code>{ $outcome }</code>
   *[ignored] Passed over on { $at }; note: <code>{ $outcome }</code>
}
warum-undecided = Due on { $due }; nothing is decided yet, { $reason }. Key: <code>{ $key }</code>
warum-decided = { $state ->
    [enqueued] Due on { $due }; handed over for sending on { $at }, { $reason }. Key: <code>{ $key }</code>
    [skipped] Due on { $due }; left out on { $at }, { $reason }. Key: <code>{ $key }</code>
   *[cancelled] Due on { $due }; cancelled on { $at }, { $reason }. Key: <code>{ $key }</code>
}
warum-reason = { $reason ->
    [past] because its moment was over when it was planned
    [told] because the correction has only just said it
    [same-moment] because a later announcement falls on the same moment
    [too-late] because I was off for too long
    [over] because what it announces had begun
    [superseded] because a newer one of the same announcement was due as well
    [replanned] because the annual meeting was changed
    [meeting-cancelled] because the annual meeting is cancelled
    [stopped] because the office stopped the announcement
   *[none] as planned
}
warum-nothing-followed = I sent nothing because of it.
warum-followed = { $count ->
    [1] This followed from it:
   *[other] { $count } things followed from it:
}
warum-row = { $effect } to { $target }: { $state }; attempts: { $attempts }
warum-effect = { $effect ->
    [send] message
    [edit] edit
    [react] reaction
    [redact] deletion
    [state] setting
    [upload] file
    [invite] invitation
   *[create_room] new room
}
warum-state = { $state ->
    [new] waiting
    [sending] on its way
    [sent] sent as { $id }
   *[dead] could not be delivered: { $reason }
}
warum-more = … and { $count } more.
