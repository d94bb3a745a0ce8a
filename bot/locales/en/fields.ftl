field-search = search
field-search-ask = What are you looking for? Write topic, place or question in your own words, for example: care in NRW
field-asked = network
field-asked-ask = Which network do you want to ask? Its number or name will do.
field-request-sentence = your sentence
field-request-sentence-ask = What is it about? A sentence or two will do.
field-request = request
field-request-ask = Which request do you mean?
field-request-answer = answer
field-request-answer-ask = What would you like to say about it?
field-meeting-title = meeting
field-meeting-title-ask = Which meeting is it? For example: 9. Fachtagung
field-meeting-start = date
field-meeting-start-ask = When does it begin? For example: 8 December 2026, 10:00
field-meeting-place = place
field-meeting-place-ask = Where does it take place? If you like, add motto and link at once, each on a new line: “Motto: …”, “Link: …”
field-meeting-motto = motto
field-meeting-motto-ask = What is its motto?
field-meeting-link = link
field-meeting-link-ask = At which address is the programme?
field-meeting = annual meeting
field-meeting-ask = Which annual meeting do you mean? Its number or name will do.
field-meeting-change = change
field-meeting-change-ask = What shall change? For example: “Place: Bonn” or “Date: 9 December 2026, 10:00”
field-announcement-rooms = rooms
field-announcement-rooms-ask = Which rooms shall it go to? For example: #Community
field-announcement-when = time
field-announcement-when-ask = When shall the announcement come? For example: “8 December 2026, 10:00” or “every Monday 9:00”
field-announcement-text = text
field-announcement-text-ask = What does it say? It may have several lines.
field-announcement = announcement
field-announcement-ask = Which announcement do you mean?
field-switch = announcements in this room
field-switch-ask = Shall this room hear the announcements?
field-post-kind = kind
field-post-kind-ask = Which kind of announcements? “meeting” or “announcement”
field-appointed-person = person
field-appointed-person-ask = Who is it about? Please write the full Matrix id, for example: @anna:example.org
field-appointed-network = network
field-appointed-network-ask = Which network is it about? Its number or name will do.
field-network = network
field-network-ask = Which network is this about? Its number or name will do.
field-network-choice = { $name } (#{ $number })
field-topic = topic
field-topic-ask = Which topic is this about? One word will do, for example: further training
field-level = level
field-level-ask = How experienced is your network in it?
field-level-choice = { $level ->
    [1] first steps
    [2] practised
   *[other] can teach others
}
field-level-known = { $level ->
    [1] 1, first steps
    [2] 2, practised
   *[other] { $level }, can teach others
}
field-until = until
field-until-ask = Until when does this count? For example: 31 December 2026
field-note = note
field-note-ask = What should others know about it?
field-offer = offer
field-offer-ask = Which offer do you mean? Its number will do.
field-need = need
field-need-ask = Which need do you mean? Its number will do.
field-title = title
field-title-ask = What is the project called? If you like, add topic and duty at once, each on a new line: “Topic: …”, “Duty: …”
field-duty = duty
field-duty-ask = Which duty does the project serve? Possible are: professionalise, sustain, own project
field-duty-known = { $duty ->
    [professionalise] professionalise
    [sustain] sustain
   *[own-project] own project
}
field-project = project
field-project-ask = Which project do you mean? Its number will do.
field-project-choice = { $title } (#{ $number })
field-update = update
field-update-ask = What happened? One sentence will do. If it was not today, put the day first: “12 November: …”
