netzwerk-usage = <code>!netzwerk NAME</code> oder <code>!netzwerk NUMMER</code>
    Ohne Namen zeige ich Ihr eigenes Netzwerk.
netzwerk-examples = <code>!netzwerk Ems-Achse</code>
    <code>!netzwerk 12</code>
    <code>!netzwerk</code>
netzwerk-help = zeigt das Wichtigste über ein Netzwerk

netzwerk-title = <strong>{ $name }</strong>, kurz { $short_name }, Nummer { $number }
netzwerk-nationwide = Arbeitet in ganz Deutschland
netzwerk-topics = Themen aus öffentlichen Quellen: { $topics }
netzwerk-no-topics = Themen: Dazu weiß ich noch nichts.
netzwerk-member-since = Mitglied der Entwicklungspartnerschaft seit { $since }
netzwerk-no-offers = Ein Angebot gibt es noch nicht.
netzwerk-no-needs = Einen Bedarf gibt es nicht.
netzwerk-own-next = Das ist Ihr Netzwerk. So ergänzen Sie etwas: <code>!angebot neu</code>, <code>!bedarf neu</code> oder <code>!projekt neu</code>

error-network-not-asked = Welches Netzwerk meinen Sie? Schreiben Sie den Namen oder die Nummer. Zum Beispiel: <code>!netzwerk Ems-Achse</code>
    So finden Sie Netzwerke zu einem Thema: <code>!pate Pflege</code>
error-foreign-network = { $count ->
    [0] Sie können nichts für { $network } eintragen. Sprechen Sie für dieses Netzwerk? Dann schreiben Sie bitte an das Büro.
   *[other] Sie können nichts für { $network } eintragen. Sie sprechen für { $own }. Stimmt das nicht? Dann schreiben Sie bitte an das Büro.
}
error-which-network = Sie sprechen für { $choices }. Welches Netzwerk meinen Sie? Bitte schreiben Sie es zuerst. Zum Beispiel: <code>für { $first }:</code>
error-network-not-named = Für welches Netzwerk gilt das? Bitte schreiben Sie es zuerst. Zum Beispiel: <code>für FKB OWL:</code>
error-nothing-own = Ich weiß nicht, für welches Netzwerk Sie sprechen. Bitte schreiben Sie ein Netzwerk oder ein Thema. Oder schreiben Sie: <code>alle</code>
error-unknown-subject = { $count ->
    [0] „{ $text }“ kenne ich nicht. Es ist kein Netzwerk und kein Thema. Bitte nehmen Sie ein anderes Wort.
    [one] „{ $text }“ kenne ich nicht. Es ist kein Netzwerk und kein Thema. Meinten Sie: { $near }?
   *[other] „{ $text }“ kenne ich nicht. Es ist kein Netzwerk und kein Thema. Meinten Sie eines davon: { $near }?
}
error-no-such-page = { $last ->
    [one] Eine Seite { $page } gibt es nicht. Es gibt nur eine Seite. Bitte lassen Sie die Zahl weg.
   *[other] Eine Seite { $page } gibt es nicht. Die letzte Seite ist { $last }. Bitte nehmen Sie eine kleinere Zahl.
}
netzwerk-short = das Wichtigste über ein Netzwerk
