sprache-help = sets how I speak to you: formal, informal or plain German, or English
sprache-usage = <code>!language [here] formal|informal|plain|english</code>
sprache-examples = <code>!language english</code>
    <code>!language here english</code>
voice-name = { $voice ->
   *[de] German, formal
    [de-du] German, informal
    [de-einfach] plain German
    [en] English
}
field-voice = language
field-voice-ask = How shall I speak to you?
sprache-done = { $here ->
    [yes] From now on I speak in this room: { $voice ->
       *[de] formal German
        [de-du] informal German
        [de-einfach] plain German
        [en] English
    }.
   *[no] From now on I speak to you: { $voice ->
       *[de] formal German
        [de-du] informal German
        [de-einfach] plain German
        [en] English
    }. This holds in all rooms.
}
sprache-undone = I speak as before.
error-unknown-voice = I cannot speak “{ $text }”. You can choose: formal, informal, plain, english. For example: <code>!language english</code>
error-voice-missing = How shall I speak? For example: <code>!language english</code>
error-rooms-voice = How I speak in a room is for coordinators and the office to decide. For yourself, leave out “here”, for example <code>!language english</code>
sprache-short = German or English
