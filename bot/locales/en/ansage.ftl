# Announcements that the office sets itself.

ansage-neu-help = sets an announcement, once or again and again
ansage-neu-usage = <code>!announcement new WHEN [in #ROOM]: TEXT</code>
    Without a room it goes to all rooms that hear announcements. The text may have several lines.
ansage-neu-examples = <code>!announcement new 8.12.2026 10:00: Sign-up begins today.</code>
    <code>!announcement new every Monday 9:00 in #Community: What is on this week?</code>
    <code>!announcement new monthly on the 1st 9:00 until 31.12.2027: Please report your projects.</code>
ansage-liste-help = shows the announcements with their next date
ansage-liste-usage = <code>!announcement list</code>
ansage-liste-examples = <code>!announcement list</code>
ansage-stopp-help = ends an announcement
ansage-stopp-usage = <code>!announcement stop NUMBER</code>
ansage-stopp-examples = <code>!announcement stop 3</code>

ansage-name = announcement #{ $number }: “{ $beginning }”
ansage-rhythm = { $repeat ->
    [daily] daily at { $at }
    [weekly] { $weeks ->
        [1] every
       *[other] every { $weeks } weeks on
    } { $weekday ->
        [0] Monday
        [1] Tuesday
        [2] Wednesday
        [3] Thursday
        [4] Friday
        [5] Saturday
       *[6] Sunday
    } at { $at }
    [monthly] monthly on day { $day } at { $at }
   *[once] once
}{ $until }
ansage-until = {" "}until { $day }
ansage-new = The announcement #{ $number } is set ({ $rhythm }). It comes on:
ansage-date = { $moment }
ansage-rooms = { $rooms ->
    [0] No room hears such announcements yet; until one does, I show them to the office only. Please type in the room you want: <code>!announcements here on</code>
   *[other] It goes to: { $rooms }
}
ansage-text = The text:
    { $text }
ansage-stop-hint = To end it: <code>!announcement stop { $number }</code>
ansage-none = No announcement is set. A new one begins with <code>!announcement new</code>
ansage-list = { $count ->
    [1] One announcement is set:
   *[other] { $count } announcements are set:
}
ansage-line = { $name } – { $rhythm }, next on { $due }
ansage-list-next = To end one: <code>!announcement stop NUMBER</code>
ansage-stopped = The announcement #{ $number } will not come any more. Its text was:
    { $text }
ansage-post = { $text }

error-unknown-announcement = No announcement #{ $number } is running. <code>!announcement list</code> shows what is set.
error-unknown-room = I am in no room, or in several, called “{ $text }”. <code>!room list</code> shows the rooms’ names; the room id, which begins with <code>!</code>, leaves no doubt.
error-text-too-long = The announcement’s text is too long for one message. Please shorten it to about { $limit } characters.
ansage-short = plan announcements
ansage-draft = <strong>Draft of an announcement</strong> ({ $rhythm }). None of it counts yet. It would come on:
ansage-stop-draft = <strong>End the announcement #{ $number }?</strong> It comes { $rhythm }. These dates would be dropped:
ansage-dates-more = … and so on
ansage-resumed = The announcement #{ $number } runs again ({ $rhythm }).
error-announcement-missing = Which announcement do you mean? Please give its number, for example <code>#3</code>. I understood “{ $text }”. <code>!announcement list</code> shows what is set.
error-rule-missing = It is missing when the announcement shall come, for example <code>!announcement new every Monday 9:00: Good morning</code>
error-announced-since = The announcement #{ $number } has reached the rooms already; it cannot be taken back any more. To end it: <code>!announcement stop { $number }</code>
error-no-colon = There is no colon between the time and the text in “{ $text }”. Please write, for example: <code>!announcement new tomorrow 9:00: Sign-up begins.</code>
