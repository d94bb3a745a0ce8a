# Warum die Suche etwas gefunden hat oder nichts. Die Gründe stehen hinter einem Doppelpunkt.

-language = Deutsch
    .code = de
# Der Name eines Themas in der Sprache der Antwort.
topic-name = { -language.code ->
    [de] { $de }
   *[en] { $en }
}
topic-quoted = „{ $topic }“

reason-offer = { $example ->
    [yes] bietet an: { $topic }, Stufe { $level } (Beispiel){ $place }
   *[no] bietet an: { $topic }, Stufe { $level }{ $place }
}
reason-topic = arbeitet laut öffentlicher Quelle an { $topics }; ein Angebot liegt nicht vor{ $place }
reason-name = ist unter diesem Namen bekannt
reason-text = passt nach seiner Beschreibung zu Ihren Worten
reason-place = liegt in der Region { $place }
reason-instead = liegt in der Region { $place }; direkt in { $instead_of } ist kein passendes Netzwerk bekannt
reason-nationwide = arbeitet bundesweit
reason-again = ebenso
# Der zweite Teil eines Grundes: „…; liegt in Niedersachsen“.
reason-and = ; { $place }
reason-nowhere = { "" }

notice = { $said }{ $nearest }
notice-empty-query = Ich erkenne weder ein Thema noch einen Ort.
notice-not-understood = { $count ->
    [0] Ich erkenne weder ein Thema noch einen Ort.
   *[other] „{ $words }“ sagt mir leider nichts: Ich kenne dazu weder Thema noch Ort.
}
notice-no-topic = Zum Thema { $topics } kenne ich kein Netzwerk.
notice-no-place = In { $places } kenne ich kein Netzwerk.
notice-no-both = Zum Thema { $topics } kenne ich in { $places } kein Netzwerk.
notice-place-unknown = Den Ort „{ $words }“ kenne ich nicht; ich kenne Netzwerke in Deutschland.
nearest-none = { "" }
nearest-topics = { " " }Am nächsten kommt, was ich zu { $topics } kenne.
nearest-lands = { " " }Passende Netzwerke gibt es in { $lands }.
nearest-both = { " " }Passende Netzwerke gibt es in { $lands }; am nächsten kommt sonst, was ich zu { $topics } kenne.

error-unknown-network = { $count ->
    [0] Ein Netzwerk „{ $text }“ kenne ich nicht. Bitte suchen Sie es mit <code>!pate</code> und seinem Ort oder Thema.
    [one] Ein Netzwerk „{ $text }“ kenne ich nicht. Meinten Sie { $near }? Bitte schreiben Sie den Namen so.
   *[other] Ein Netzwerk „{ $text }“ kenne ich nicht. Meinten Sie eines von diesen: { $near }? Bitte schreiben Sie den Namen so.
}
error-ambiguous-network = „{ $text }“ heißen mehrere Netzwerke: { $choices }. Bitte nennen Sie die Nummer, zum Beispiel <code>#{ $first }</code>.
error-unknown-topic = { $count ->
    [0] Das Thema „{ $text }“ kenne ich nicht. Bitte nennen Sie es mit einem anderen Wort, zum Beispiel <code>Weiterbildung</code>.
    [one] „{ $text }“ kann ich keinem Thema sicher zuordnen. Meinten Sie: { $near }? Bitte schreiben Sie das Thema so.
   *[other] „{ $text }“ kann ich keinem Thema sicher zuordnen. Am nächsten liegen: { $near }. Bitte schreiben Sie eines davon.
}
