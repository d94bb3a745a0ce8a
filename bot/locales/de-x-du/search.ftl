reason-text = passt nach seiner Beschreibung zu deinen Worten

error-unknown-network = { $count ->
    [0] Ein Netzwerk „{ $text }“ kenne ich nicht. Bitte such es mit <code>!pate</code> und seinem Ort oder Thema.
    [one] Ein Netzwerk „{ $text }“ kenne ich nicht. Meintest du { $near }? Bitte schreib den Namen so.
   *[other] Ein Netzwerk „{ $text }“ kenne ich nicht. Meintest du eines von diesen: { $near }? Bitte schreib den Namen so.
}
error-ambiguous-network = „{ $text }“ heißen mehrere Netzwerke: { $choices }. Bitte nenn die Nummer, zum Beispiel <code>#{ $first }</code>.
error-unknown-topic = { $count ->
    [0] Das Thema „{ $text }“ kenne ich nicht. Bitte nenn es mit einem anderen Wort, zum Beispiel <code>Weiterbildung</code>.
    [one] „{ $text }“ kann ich keinem Thema sicher zuordnen. Meintest du: { $near }? Bitte schreib das Thema so.
   *[other] „{ $text }“ kann ich keinem Thema sicher zuordnen. Am nächsten liegen: { $near }. Bitte schreib eines davon.
}
