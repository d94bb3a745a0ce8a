netzwerk-help = zeigt den Steckbrief eines Netzwerks
netzwerk-usage = <code>!netzwerk [NAME ODER NUMMER]</code>
netzwerk-examples = <code>!netzwerk Ems-Achse</code>
    <code>!netzwerk 12</code>
    <code>!netzwerk</code> (Ihr eigenes)

netzwerk-title = <strong>{ $name }</strong> ({ $short_name }, #{ $number })
netzwerk-region = Region: { $region }
netzwerk-lands = { $count ->
    [one] Land: { $lands }
   *[other] Länder: { $lands }
}
netzwerk-nationwide = Bundesweit tätig
netzwerk-seat = Sitz: { $seat }
netzwerk-website = Internet: { $link }
netzwerk-topics = Themen laut öffentlicher Quelle: { $topics }
netzwerk-no-topics = Themen: Dazu liegt aus öffentlichen Quellen nichts vor.
netzwerk-awards = Auszeichnungen: { $awards }
netzwerk-member-since = In der Entwicklungspartnerschaft seit { $since }
netzwerk-offers = Das bietet das Netzwerk an:
netzwerk-no-offers = Ein Angebot liegt noch nicht vor.
netzwerk-needs = Das sucht das Netzwerk:
netzwerk-no-needs = Ein Bedarf liegt nicht vor.
netzwerk-own-next = Das ist Ihr Netzwerk. Ergänzen: <code>!angebot neu</code>, <code>!bedarf neu</code>, <code>!projekt neu</code>
netzwerk-next = Möchten Sie dort nachfragen? <code>!pate anfragen { $number } Ihr Satz</code>

# Gemeinsame Teile der Zeilen von Angeboten, Bedarfen und Projekten.
line-of-network = <strong>{ $network }</strong>: { $line }
line-note = : { $note }
nothing-more = { "" }
list-page = Seite { $page } von { $last }.

error-network-not-asked = Welches Netzwerk meinen Sie? Nennen Sie Namen oder Nummer, zum Beispiel <code>!netzwerk Ems-Achse</code>. Netzwerke zu einem Thema finden Sie mit <code>!pate Pflege</code>.
error-foreign-network = { $count ->
    [0] Für { $network } sind Sie nicht eingetragen. Bitte wenden Sie sich an das Büro, wenn Sie für dieses Netzwerk sprechen.
   *[other] Für { $network } sind Sie nicht eingetragen; Sie sprechen für { $own }. Bitte wenden Sie sich an das Büro, wenn das nicht stimmt.
}
error-which-network = Sie sprechen für { $choices }. Bitte stellen Sie voran, welches Netzwerk Sie meinen, zum Beispiel <code>für { $first }:</code>
error-network-not-named = Für welches Netzwerk gilt das? Bitte stellen Sie es voran, zum Beispiel <code>für FKB OWL:</code>
error-nothing-own = Sie sprechen für kein Netzwerk, das ich kenne. Bitte nennen Sie ein Netzwerk oder ein Thema, oder schreiben Sie <code>alle</code>.
error-unknown-subject = { $count ->
    [0] „{ $text }“ kenne ich weder als Netzwerk noch als Thema. Bitte nutzen Sie ein anderes Wort.
    [one] „{ $text }“ kenne ich weder als Netzwerk noch als Thema. Meinten Sie { $near }?
   *[other] „{ $text }“ kenne ich weder als Netzwerk noch als Thema. Meinten Sie eines von diesen: { $near }?
}
error-no-such-page = { $last ->
    [one] Eine Seite { $page } gibt es nicht, alles steht auf einer Seite. Bitte lassen Sie die Zahl weg.
   *[other] Eine Seite { $page } gibt es nicht, die letzte ist Seite { $last }. Bitte nennen Sie eine kleinere Zahl.
}
netzwerk-short = Steckbrief eines Netzwerks
