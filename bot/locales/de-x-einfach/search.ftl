reason-offer = { $example ->
    [yes] bietet an: { $topic }, Stufe { $level }, nur als Beispiel{ $place }
   *[no] bietet an: { $topic }, Stufe { $level }{ $place }
}
reason-topic = arbeitet an { $topics }. Das steht in öffentlichen Quellen. Ein Angebot gibt es noch nicht{ $place }
reason-name = hat diesen Namen
reason-text = passt zu Ihren Wörtern
reason-instead = liegt in der Region { $place }. Direkt in { $instead_of } kenne ich kein passendes Netzwerk
reason-nationwide = arbeitet in ganz Deutschland
reason-again = genauso
reason-and = . Das Netzwerk { $place }

notice-not-understood = { $count ->
    [0] Ich finde darin kein Thema und keinen Ort.
   *[other] „{ $words }“ kenne ich leider nicht. Ich kenne kein Thema und keinen Ort mit diesem Namen.
}
notice-empty-query = Ich finde darin kein Thema und keinen Ort.
notice-place-unknown = Den Ort „{ $words }“ kenne ich nicht. Ich kenne nur Netzwerke in Deutschland.
nearest-topics = { " " }Am besten passt noch: { $topics }.
nearest-both = { " " }Passende Netzwerke gibt es in { $lands }. Sonst passt am besten: { $topics }.

error-unknown-network = { $count ->
    [0] Ein Netzwerk „{ $text }“ kenne ich nicht. Bitte suchen Sie mit einem Ort oder Thema. Zum Beispiel: <code>!pate Pflege</code>
    [one] Ein Netzwerk „{ $text }“ kenne ich nicht. Meinten Sie { $near }? Bitte schreiben Sie den Namen so.
   *[other] Ein Netzwerk „{ $text }“ kenne ich nicht. Meinten Sie eines davon: { $near }? Bitte schreiben Sie den Namen so.
}
error-ambiguous-network = Mehrere Netzwerke heißen „{ $text }“: { $choices }. Bitte schreiben Sie die Nummer. Zum Beispiel: <code>#{ $first }</code>
error-unknown-topic = { $count ->
    [0] Das Thema „{ $text }“ kenne ich nicht. Bitte nehmen Sie ein anderes Wort. Zum Beispiel: <code>Weiterbildung</code>
    [one] Das Thema „{ $text }“ kenne ich nicht. Meinten Sie: { $near }? Bitte schreiben Sie das Thema so.
   *[other] Das Thema „{ $text }“ kenne ich nicht. Ähnlich sind: { $near }. Bitte schreiben Sie eines davon.
}
