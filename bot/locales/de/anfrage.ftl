anfrage-liste-help = zeigt Ihre Anfragen und die an Ihr Netzwerk
anfrage-liste-usage = <code>!anfrage liste</code>
anfrage-liste-examples = <code>!anfrage liste</code>
anfrage-zeige-help = zeigt eine Anfrage im Ganzen
anfrage-zeige-usage = <code>!anfrage zeige NUMMER</code>
anfrage-zeige-examples = <code>!anfrage zeige 3</code>
anfrage-annehmen-help = sagt zu; die anfragende Person hört davon
anfrage-annehmen-usage = <code>!anfrage annehmen NUMMER [IHR SATZ]</code>
anfrage-annehmen-examples = <code>!anfrage annehmen 3 Gern, rufen Sie mich am Dienstag an.</code>
anfrage-ablehnen-help = sagt ab; ein Grund ist nicht nötig
anfrage-ablehnen-usage = <code>!anfrage ablehnen NUMMER [IHR SATZ]</code>
anfrage-ablehnen-examples = <code>!anfrage ablehnen 3</code>
anfrage-erledigt-help = schließt eine angenommene Anfrage ab
anfrage-erledigt-usage = <code>!anfrage erledigt NUMMER [IHR SATZ]</code>
anfrage-erledigt-examples = <code>!anfrage erledigt 3 Der Austausch hat beiden geholfen.</code>
anfrage-zurueck-help = nimmt Ihre eigene Anfrage zurück
anfrage-zurueck-usage = <code>!anfrage zurück NUMMER</code>
anfrage-zurueck-examples = <code>!anfrage zurück 3</code>
anfrage-liste-none = Es gibt keine Anfragen für Sie. Eine neue beginnt mit der Suche: <code>!pate THEMA</code>
anfrage-liste-title = { $count ->
    [one] Eine Anfrage:
   *[other] { $count } Anfragen:
}
anfrage-line = #{ $number } an { $network }, { $day }: { $state }
anfrage-sentence = { $asker } schrieb: „{ $sentence }“
anfrage-answer = Antwort: „{ $answer }“
anfrage-answered = Anfrage #{ $number } ist jetzt: { $state }. Die anfragende Person hat eine Nachricht erhalten.
anfrage-zurueck-done = Ihre Anfrage #{ $number } ist zurückgenommen; die Empfänger haben eine Nachricht erhalten.
request-state = { $state ->
   *[asked] wartet auf Antwort
    [accepted] angenommen
    [declined] abgelehnt
    [done] erledigt
    [withdrawn] zurückgenommen
}
request-said = { $answer ->
    [0] {" "}
   *[other] {"\u000A"}„{ $answer }“{"\u000A"}
}
request-told = { $state ->
    [accepted] Gute Nachricht: { $network } hat Ihre Anfrage #{ $number } angenommen.{ $said }Ihre Ansprechperson: { $who }
    [declined] { $network } kann bei Ihrer Anfrage #{ $number } leider nicht helfen.{ $said }Andere Netzwerke finden Sie mit <code>!pate THEMA</code>.
    [done] { $network } hat Ihre Anfrage #{ $number } als erledigt eingetragen.{ $said }Fehlt noch etwas, wenden Sie sich gern an { $who }.
   *[withdrawn] { $who } hat die Anfrage #{ $number } an { $network } zurückgenommen.{ $said }Sie müssen nichts mehr tun.
}
error-unknown-request = Eine Anfrage #{ $number } gibt es nicht. Ihre Anfragen zeigt <code>!anfrage liste</code>.
error-foreign-request = Anfrage #{ $number } gehört nicht zu Ihnen oder Ihrem Netzwerk. Ihre Anfragen zeigt <code>!anfrage liste</code>.
error-own-request = Anfrage #{ $number } haben Sie selbst gestellt; beantworten kann sie nur das angefragte Netzwerk. Zurücknehmen: <code>!anfrage zurück { $number }</code>
error-request-is-over = { $state ->
    [asked] Anfrage #{ $number } ist noch nicht angenommen. Zusagen: <code>!anfrage annehmen { $number }</code>
   *[other] Anfrage #{ $number } ist schon entschieden und lässt sich so nicht mehr ändern. Den Stand zeigt <code>!anfrage zeige { $number }</code>.
}
anfrage-short = Anfragen und Antworten
choice-accept = Annehmen
choice-decline = Ablehnen
anfrage-proposed = { $line } – „{ $beginning }“
anfrage-restored = Für Anfrage #{ $number } gilt wieder: { $state }. Die andere Seite hat eine Nachricht erhalten.
request-again = { $who } hat den letzten Schritt zu Anfrage #{ $number } an { $network } zurückgenommen. Jetzt gilt wieder: { $state }.
error-request-missing = Welche Anfrage meinen Sie? Bitte nennen Sie ihre Nummer, zum Beispiel <code>#12</code>. Verstanden habe ich „{ $text }“. Ihre Anfragen zeigt <code>!anfrage liste</code>.
error-answered-since = Zu Anfrage #{ $number } ist inzwischen mehr geschehen, deshalb nehme ich nichts stillschweigend zurück. Den Stand zeigt <code>!anfrage zeige { $number }</code>.
error-answered-first = { $who } war schneller; für Anfrage #{ $number } gilt: { $state }. Wenn das nicht stimmt, nennen Sie bitte die Nummer dazu, zum Beispiel <code>!anfrage ablehnen { $number }</code>
