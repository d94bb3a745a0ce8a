# What a room hears of the schedule, and what the office is told about it.

ansagen-help = shows which announcements this room hears
ansagen-usage = <code>!announcements</code>
ansagen-examples = <code>!announcements</code>
ansagen-hier-help = switches announcements in this room on or off
ansagen-hier-usage = <code>!announcements here on|off [meeting|announcement]</code>
ansagen-hier-examples = <code>!announcements here off</code>
    <code>!announcements here on meeting</code>

ansagen-hears = { $kinds ->
    [0] This room hears no announcements.
   *[other] This room hears: { $kinds }.
}
ansagen-kind = { $kind ->
    [meeting] announcements of the annual meeting
   *[announcement] other announcements
}
ansagen-coming = Next:
ansagen-nothing-comes = Nothing is planned here at present.
ansagen-next = To change it (coordinators or office): <code>!announcements here on</code> or <code>!announcements here off</code>; one kind only: <code>!announcements here off meeting</code>
ansagen-line = { $due }: { $name }
ansagen-switched = { $wanted ->
    [yes] From now on this room hears: { $kinds }. To undo it: <code>!announcements here off</code>
   *[no] From now on this room no longer hears: { $kinds }. To undo it: <code>!announcements here on</code>
}

ansagen-nobody-hears = I would have announced this now ({ $name }), but no room hears such announcements. Please type in the room you want: <code>!announcements here on</code>. The text:
ansagen-late = { $hours ->
    [0] This announcement comes { $minutes } minutes late; please excuse the delay.
    [1] This announcement comes one hour late; please excuse the delay.
   *[other] This announcement comes { $hours } hours late; please excuse the delay.
}
ansagen-skipped = { $count ->
    [1] I left out one announcement:
   *[other] I left out { $count } announcements:
}
ansagen-skipped-line = { $name }{ $rooms ->
    [0] {""}
   *[other] , in { $rooms }
} – it was due { $due }; { $reason ->
    [superseded] a newer one of the same announcement was due too
    [over] what it announces has begun
    [meeting-cancelled] the meeting is cancelled
    [replanned] the meeting’s date has changed
   *[too-late] it would be too late, because I was down or could not reach the Matrix server
}
ansagen-skipped-more = … and { $count } more. If any of it is still needed, please write it yourself.
ansagen-clock = My clock and the Matrix server’s differ: here it is { $ours }, there { $server }. Until they agree I announce nothing. Please have this machine’s clock checked.
ansagen-no-clock = I have no clock to compare mine with: the Matrix server’s answers do not say the time. Until they do I announce nothing. Please have somebody check whether a proxy between us removes the header “Date”.

error-unreadable-switch = I cannot read “{ $text }” here. Please write <code>!announcements here on</code> or <code>!announcements here off</code>, with <code>meeting</code> or <code>announcement</code> behind it if you like.
ansagen-short = what this room hears
ansagen-switch = { $wanted ->
    [yes] on
   *[no] off
}
ansagen-restored = What was chosen before counts here again for { $kinds }.
error-switch-missing = Shall this room hear the announcements? Please write <code>!announcements here on</code> or <code>!announcements here off</code>.
