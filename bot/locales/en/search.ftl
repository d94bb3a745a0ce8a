# Why the search found something or nothing. The reasons follow a colon.

-language = English
    .code = en
# A topic's name in the language of the answer.
topic-name = { -language.code ->
    [de] { $de }
   *[en] { $en }
}
topic-quoted = “{ $topic }”

reason-offer = { $example ->
    [yes] offers { $topic }, level { $level } (example){ $place }
   *[no] offers { $topic }, level { $level }{ $place }
}
reason-topic = works on { $topics } according to public sources; there is no offer yet{ $place }
reason-name = is known by that name
reason-text = fits your words by its description
reason-place = is in { $place }
reason-instead = is in { $place }; no fitting network is known in { $instead_of } itself
reason-nationwide = works nation-wide
reason-again = likewise
# The second part of a reason: “…; is in Niedersachsen”.
reason-and = ; { $place }
reason-nowhere = { "" }

notice = { $said }{ $nearest }
notice-empty-query = I see neither a topic nor a place.
notice-not-understood = { $count ->
    [0] I see neither a topic nor a place.
   *[other] Sorry, I do not know “{ $words }”, neither as a topic nor as a place.
}
notice-no-topic = I know no network that works on { $topics }.
notice-no-place = I know no network in { $places }.
notice-no-both = I know no network in { $places } that works on { $topics }.
notice-place-unknown = I do not know the place “{ $words }”; I know networks in Germany.
nearest-none = { "" }
nearest-topics = { " " }The nearest that I know is { $topics }.
nearest-lands = { " " }There are fitting networks in { $lands }.
nearest-both = { " " }There are fitting networks in { $lands }; otherwise the nearest that I know is { $topics }.

error-unknown-network = { $count ->
    [0] I know no network “{ $text }”. Please look for it with <code>!patron</code> and its place or topic.
    [one] I know no network “{ $text }”. Did you mean { $near }? Please write the name like that.
   *[other] I know no network “{ $text }”. Did you mean one of these: { $near }? Please write the name like that.
}
error-ambiguous-network = Several networks are called “{ $text }”: { $choices }. Please give the number, for example <code>#{ $first }</code>.
error-unknown-topic = { $count ->
    [0] I do not know the topic “{ $text }”. Please use another word, for example <code>further training</code>.
    [one] I cannot tell which topic “{ $text }” is. Did you mean { $near }? Please write the topic like that.
   *[other] I cannot tell which topic “{ $text }” is. The nearest are { $near }. Please write one of them.
}
