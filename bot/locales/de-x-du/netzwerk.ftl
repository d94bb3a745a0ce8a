netzwerk-examples = <code>!netzwerk Ems-Achse</code>
    <code>!netzwerk 12</code>
    <code>!netzwerk</code> (dein eigenes)
netzwerk-own-next = Das ist dein Netzwerk. Ergänzen: <code>!angebot neu</code>, <code>!bedarf neu</code>, <code>!projekt neu</code>
netzwerk-next = Möchtest du dort nachfragen? <code>!pate anfragen { $number } dein Satz</code>

error-network-not-asked = Welches Netzwerk meinst du? Nenn Namen oder Nummer, zum Beispiel <code>!netzwerk Ems-Achse</code>. Netzwerke zu einem Thema findest du mit <code>!pate Pflege</code>.
error-foreign-network = { $count ->
    [0] Für { $network } bist du nicht eingetragen. Bitte wende dich an das Büro, wenn du für dieses Netzwerk sprichst.
   *[other] Für { $network } bist du nicht eingetragen; du sprichst für { $own }. Bitte wende dich an das Büro, wenn das nicht stimmt.
}
error-which-network = Du sprichst für { $choices }. Bitte stell voran, welches Netzwerk du meinst, zum Beispiel <code>für { $first }:</code>
error-network-not-named = Für welches Netzwerk gilt das? Bitte stell es voran, zum Beispiel <code>für FKB OWL:</code>
error-nothing-own = Du sprichst für kein Netzwerk, das ich kenne. Bitte nenn ein Netzwerk oder ein Thema, oder schreib <code>alle</code>.
error-unknown-subject = { $count ->
    [0] „{ $text }“ kenne ich weder als Netzwerk noch als Thema. Bitte nimm ein anderes Wort.
    [one] „{ $text }“ kenne ich weder als Netzwerk noch als Thema. Meintest du { $near }?
   *[other] „{ $text }“ kenne ich weder als Netzwerk noch als Thema. Meintest du eines von diesen: { $near }?
}
error-no-such-page = { $last ->
    [one] Eine Seite { $page } gibt es nicht, alles steht auf einer Seite. Bitte lass die Zahl weg.
   *[other] Eine Seite { $page } gibt es nicht, die letzte ist Seite { $last }. Bitte nenn eine kleinere Zahl.
}
