# The annual meetings: information for all, entries by the office, and the sentences of the plan.

tagung-help = names the next annual meeting
tagung-usage = <code>!meeting [SERIES]</code>
tagung-examples = <code>!meeting</code>
    <code>!meeting Innovationstag</code>
tagung-plan-help = shows which announcements a meeting gets
tagung-plan-usage = <code>!meeting plan [NUMBER]</code>
tagung-plan-examples = <code>!meeting plan</code>
    <code>!meeting plan 9. Fachtagung</code>
tagung-neu-help = enters a meeting and lays out its announcements
tagung-neu-usage = <code>!meeting new NUMBER. SERIES | MOTTO | DAY TIME | PLACE | LINK</code>
    Motto and link may be missing; lines do as well as bars.
tagung-neu-examples = <code>!meeting new 9. Fachtagung | Stronger together | 8.12.2026 10:00 | Berlin, Haus der Wirtschaft | https://example.org/programme</code>
    <code>!meeting new 9. Fachtagung | Date: Tue 8 December 2026, 10:00 | Place: Berlin</code>
tagung-aendern-help = changes a meeting’s date, place, motto or link
tagung-aendern-usage = <code>!meeting change [NUMBER] FIELD: VALUE</code>
    Fields: Meeting, Motto, Date, Place, Link. A hyphen (-) empties motto or link.
tagung-aendern-examples = <code>!meeting change Date: 9.12.2026 10:00</code>
    <code>!meeting change 9. Fachtagung | Place: Bonn, Altes Rathaus | Link: https://example.org/new</code>
tagung-absagen-help = cancels a meeting
tagung-absagen-usage = <code>!meeting cancel [NUMBER]</code>
tagung-absagen-examples = <code>!meeting cancel</code>
    <code>!meeting cancel 9. Fachtagung</code>

## Information

tagung-title = { $ordinal ->
    [1] 1st
    [2] 2nd
    [3] 3rd
    [21] 21st
    [22] 22nd
    [23] 23rd
   *[other] { $ordinal }th
} { $series }
tagung-fact = { $detail ->
    [motto] Motto: { $value }
    [starts] Date: { $value }
    [place] Place: { $value }
    [link] Programme: { $value }
   *[title] { $value }
}
tagung-next = { $days ->
    [0] <strong>{ $title }</strong>: today is the day.
    [1] <strong>{ $title }</strong>: tomorrow is the day.
   *[other] <strong>{ $title }</strong>: { $days } days to go.
}
tagung-none = No next annual meeting has been entered yet. If you would like to know more, please ask the Innovationsbüro.
tagung-later = Also:
tagung-later-line = { $title }: { $starts }, { $place }
tagung-was-cancelled = Cancelled: { $title }, planned for { $starts }.
tagung-plan-of = The announcements of <strong>{ $title }</strong> (#{ $number }):
tagung-plan-next = To change it: <code>!meeting change { $number } Date: …</code>

## Drafts

tagung-draft = { $act ->
    [change] <strong>Draft of a change: { $title }.</strong> None of it counts yet.
    [cancel] <strong>Draft of a cancellation: { $title }.</strong> Nothing is cancelled yet.
   *[new] <strong>Draft: { $title }.</strong> None of it counts yet.
}
tagung-detail = { $detail ->
    [title] name
    [starts] date
    [place] place
    [link] programme
   *[motto] motto
}
tagung-changed = { $detail }: { $after } (so far: { $before })
tagung-nothing = not given
tagung-plan-laid = { $count ->
    [0] No announcement would come any more; all of them are past:
    [1] One of { $all } announcements will come:
   *[other] { $count } of { $all } announcements will come:
}
tagung-step = { $step ->
    [save-the-date] save the date
    [programme] programme
    [sign-up] sign-up
    [last-call] last call
    [day-before] the day before
    [thanks] thanks
    [correction] correction
    [cancellation] cancellation
   *[announcement] announcement
}: { $moment }{ $mark ->
    [enqueued] {" "}– sent
    [past] {" "}– skipped, that moment is past
    [over] {" "}– skipped, the meeting has begun by then
    [told] {" "}– skipped, the correction has just said it
    [same-moment] {" "}– skipped, another one comes at the same time
    [too-late] {" "}– missed, I was down for too long
   *[planned] {""}
}
tagung-dropped = { $count ->
    [0] No announcements were planned any more.
    [1] One planned announcement is dropped.
   *[other] { $count } planned announcements are dropped.
}
tagung-news = { $step ->
    [correction] Whoever has heard of the meeting gets a correction at once.
    [cancellation] Whoever has heard of the meeting gets a cancellation at once.
   *[none] Nothing has been announced so far, so I notify nobody either.
}
tagung-no-rooms = No room hears the announcements yet. Until one does, I show them to the office only. Please type in the room you want: <code>!announcements here on</code>
tagung-confirmed = { $act ->
    [change] <strong>{ $title }</strong> (#{ $number }) is changed.
    [cancel] <strong>{ $title }</strong> (#{ $number }) is cancelled.
   *[new] <strong>{ $title }</strong> is entered, as #{ $number }.
}

## What the announcements say

tagung-post = { $step ->
    [save-the-date] <strong>{ $title }: please save the date.</strong>
    [programme] <strong>{ $title } { $days ->
        [0] today
        [1] tomorrow
       *[other] in { $days } days
    }.</strong> { $programme ->
        [yes] You find the programme behind the link.
       *[no] The programme will follow; please plan to be there.
    }
    [sign-up] <strong>{ $title } { $days ->
        [0] today
        [1] tomorrow
       *[other] in { $days } days
    }.</strong> Please sign up if you have not done so yet{ $programme ->
        [yes] {""}.
       *[no] {""}; the Innovationsbüro is glad to help you.
    }
    [last-call] <strong>{ $title } { $days ->
        [0] today
        [1] tomorrow
       *[other] in { $days } days
    }.</strong> This is the last chance to sign up.
    [day-before] <strong>{ $days ->
        [0] Today is the day
        [1] Tomorrow is the day
       *[other] In { $days } days
    }: { $title }.</strong> We look forward to seeing you.
    [thanks] <strong>{ $title }: many thanks for taking part!</strong> What do you take home? Keep it for the others: <code>!project update</code>
    [cancellation] <strong>{ $title } is cancelled.</strong> It was planned for { $starts }. Please take it out of your calendar.
   *[correction] <strong>{ $title }: please note the change.</strong>
}
tagung-corrected = New: { $details }. This is how it stands now:
tagung-post-name = { $title }, { $step ->
    [save-the-date] save the date
    [programme] programme
    [sign-up] sign-up
    [last-call] last call
    [day-before] the day before
    [thanks] thanks
    [correction] correction
   *[cancellation] cancellation
}

## What does not work

error-unreadable-title = I cannot read “{ $text }” as a meeting. Please write number and series, for example <code>9. Fachtagung</code>
error-unreadable-link = “{ $text }” is no internet address. Please write it in full, for example <code>https://example.org/programme</code>
error-unknown-field = I cannot read “{ $text }” as a field of a meeting. Please write, for example: <code>!meeting change Place: Bonn</code>. The fields are Meeting, Motto, Date, Place and Link.
error-too-much = One field is too long. Please shorten it to { $limit } characters at most.
error-unknown-series = No coming meeting is entered for “{ $text }”. <code>!meeting</code> shows what is entered.
error-unknown-meeting = I do not know the meeting { $text }. <code>!meeting</code> shows which ones are entered.
error-which-meeting = Several meetings are entered: { $numbers }. Please add the number, for example <code>!meeting plan 3</code> or <code>!meeting cancel 3</code>.
error-no-meeting-ahead = No coming meeting is entered. A new one begins with <code>!meeting new</code>
error-meeting-exists = { $series } number { $ordinal } is entered already, as #{ $number } for { $starts }. Please take another number, or change that one: <code>!meeting change { $number } Date: …</code>
error-meeting-cancelled = The meeting #{ $number } is cancelled. If it takes place after all, please enter it anew: <code>!meeting new</code>
error-meeting-over = The meeting #{ $number } has begun or is over; it cannot be cancelled any more. <code>!meeting</code> shows what is still ahead.
error-past-moment = { $moment } is over already. Please name a moment in the future.
error-nothing-changed = It says exactly that already; there is nothing to change.
tagung-short = the next annual meeting
tagung-which = Which meeting do you mean?
tagung-which-line = { $title }, { $starts }
error-meeting-title-missing = The meeting itself is missing, for example <code>9. Fachtagung</code>. <code>!help meeting new</code> shows an example.
error-meeting-start-missing = The date with its time is missing, for example <code>8.12.2026 10:00</code>. <code>!help meeting new</code> shows an example.
error-meeting-place-missing = The place is missing, for example <code>Berlin, Haus der Wirtschaft</code>. <code>!help meeting new</code> shows an example.
error-change-missing = It is missing what shall change, for example <code>!meeting change Place: Bonn</code>. The fields are Meeting, Motto, Date, Place and Link.
