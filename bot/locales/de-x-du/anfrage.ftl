anfrage-liste-help = zeigt deine Anfragen und die an dein Netzwerk
anfrage-annehmen-usage = <code>!anfrage annehmen NUMMER [DEIN SATZ]</code>
anfrage-annehmen-examples = <code>!anfrage annehmen 3 Gern, ruf mich am Dienstag an.</code>
anfrage-ablehnen-usage = <code>!anfrage ablehnen NUMMER [DEIN SATZ]</code>
anfrage-erledigt-usage = <code>!anfrage erledigt NUMMER [DEIN SATZ]</code>
anfrage-zurueck-help = nimmt deine eigene Anfrage zurück
anfrage-liste-none = Es gibt keine Anfragen für dich. Eine neue beginnt mit der Suche: <code>!pate THEMA</code>
anfrage-zurueck-done = Deine Anfrage #{ $number } ist zurückgenommen; die Empfänger haben eine Nachricht erhalten.
request-told = { $state ->
    [accepted] Gute Nachricht: { $network } hat deine Anfrage #{ $number } angenommen.{ $said }Deine Ansprechperson: { $who }
    [declined] { $network } kann bei deiner Anfrage #{ $number } leider nicht helfen.{ $said }Andere Netzwerke findest du mit <code>!pate THEMA</code>.
    [done] { $network } hat deine Anfrage #{ $number } als erledigt eingetragen.{ $said }Fehlt noch etwas, wende dich gern an { $who }.
   *[withdrawn] { $who } hat die Anfrage #{ $number } an { $network } zurückgenommen.{ $said }Du musst nichts mehr tun.
}
error-unknown-request = Eine Anfrage #{ $number } gibt es nicht. Deine Anfragen zeigt <code>!anfrage liste</code>.
error-foreign-request = Anfrage #{ $number } gehört nicht zu dir oder deinem Netzwerk. Deine Anfragen zeigt <code>!anfrage liste</code>.
error-own-request = Anfrage #{ $number } hast du selbst gestellt; beantworten kann sie nur das angefragte Netzwerk. Zurücknehmen: <code>!anfrage zurück { $number }</code>
error-request-missing = Welche Anfrage meinst du? Bitte nenn ihre Nummer, zum Beispiel <code>#12</code>. Verstanden habe ich „{ $text }“. Deine Anfragen zeigt <code>!anfrage liste</code>.
error-answered-first = { $who } war schneller; für Anfrage #{ $number } gilt: { $state }. Wenn das nicht stimmt, nenn bitte die Nummer dazu, zum Beispiel <code>!anfrage ablehnen { $number }</code>
