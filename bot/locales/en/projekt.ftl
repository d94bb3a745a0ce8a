projekt-neu-help = enters a project of your network
projekt-neu-usage = <code>!project new TITLE [Topic: TOPIC] [Duty: DUTY]</code>
projekt-neu-examples = <code>!project new Nursing campus Bielefeld Topic: nursing</code>
    <code>!project new Statutes and association Duty: sustain</code>
projekt-neu-done = The project “{ $title }” of { $network } is entered as #{ $number } ({ $about }). Tell what happens: <code>!project update { $number } your text</code>
projekt-meldung-help = tells what happened in your project
projekt-meldung-usage = <code>!project update NUMBER [DAY:] TEXT</code>
projekt-meldung-examples = <code>!project update 3 The kick-off with 30 companies went well.</code>
    <code>!project update 3 12 November: funding granted</code>
projekt-meldung-done = { $count ->
    [one] Your update of “{ $title }” (#{ $number }) for { $days } is noted. To take it back: <code>!undo</code>. To see all: <code>!project show { $number }</code>
   *[other] { $count } updates of “{ $title }” (#{ $number }) are noted: { $days }. To take them back: <code>!undo</code>. To see all: <code>!project show { $number }</code>
}
projekt-liste-help = shows projects: all, your own, a network’s, in a topic, since a day
projekt-liste-usage = <code>!project list [own | NETWORK | TOPIC] [since DAY] [PAGE | file]</code>
projekt-liste-examples = <code>!project list</code>
    <code>!project list nursing since 1 October</code>
    <code>!project list own</code>
projekt-liste-none = No such project is entered yet. To enter one: <code>!project new TITLE</code>
projekt-liste-title = { $count ->
    [one] One project is entered:
   *[other] { $count } projects are entered, the latest update first:
}
projekt-liste-next = More about a project: <code>!project show { $number }</code>
projekt-zeige-help = shows a project with its updates
projekt-zeige-usage = <code>!project show NUMBER [PAGE | file]</code>
projekt-zeige-examples = <code>!project show 3</code>
projekt-zeige-title = <strong>{ $title }</strong> (#{ $number }) of { $network }
    { $about }
    Entered on { $since }
projekt-zeige-silent = There is no update yet. To write one: <code>!project update { $number } your text</code>
projekt-zeige-update = <strong>{ $day }</strong>: { $text }
project-line = <strong>#{ $number } { $title }</strong> ({ $network }): { $last }
project-last = { $day }: { $text }
project-silent = no update yet
project-duty = { $duty ->
    [professionalise] duty: professionalise
    [sustain] duty: sustain
   *[own-project] duty: own project
}
project-duty-and-topic = { $duty }, topic: { $topic }

error-unknown-project = There is no project #{ $number }. <code>!project list</code> shows all with their numbers.
error-title-missing = What is the project called? Please give the title first, for example <code>!project new Nursing campus Bielefeld Topic: nursing</code>
error-title-too-long = The title is too long. Please shorten it to at most { $most } characters; details belong in an update.
error-unknown-duty = I do not know the duty “{ $text }”. Possible are: professionalise, sustain, own project. For example: <code>Duty: sustain</code>
error-unreadable-line = I cannot tell what “{ $text }” is. After the title only <code>Topic: …</code> and <code>Duty: …</code> may follow. What happened can be told afterwards with <code>!project update</code>.
error-update-missing = What happened? Please write it behind the number, for example <code>!project update { $project } The kick-off went well.</code>
error-update-too-long = One update may have at most { $most } characters. Please shorten it or split it into several updates.
error-future-day = { $day } is still ahead. Please give a day that has been, or leave it out for today.
projekt-short = projects and updates
projekt-neu-undone = The project “{ $title }” (#{ $number }) is no longer entered.
projekt-meldung-undone = { $count ->
    [one] Your update of “{ $title }” (#{ $number }) is deleted.
   *[other] { $count } updates of “{ $title }” (#{ $number }) are deleted.
}
error-project-in-use = There are updates of project #{ $number } already, so it stays. To see it: <code>!project show { $number }</code>
error-updates-changed = Some of that is deleted by now, so I leave the rest. To see what stands: <code>!project list</code>
