anfrage-liste-help = zeigt Ihre Anfragen und die Anfragen an Ihr Netzwerk
anfrage-zeige-help = zeigt eine ganze Anfrage
anfrage-annehmen-help = sagt zu. Die andere Person bekommt eine Nachricht
anfrage-annehmen-usage = <code>!anfrage annehmen NUMMER IHR SATZ</code>
    Der Satz darf fehlen.
anfrage-ablehnen-help = sagt ab. Sie müssen keinen Grund nennen
anfrage-ablehnen-usage = <code>!anfrage ablehnen NUMMER IHR SATZ</code>
    Der Satz darf fehlen.
anfrage-erledigt-help = beendet eine Anfrage
anfrage-erledigt-usage = <code>!anfrage erledigt NUMMER IHR SATZ</code>
    Der Satz darf fehlen.
anfrage-liste-none = Es gibt keine Anfragen für Sie. So suchen Sie ein Netzwerk: <code>!pate THEMA</code>
anfrage-line = Nummer { $number } an { $network }, { $day }: { $state }
anfrage-answered = Die Anfrage Nummer { $number } ist jetzt: { $state }. Die andere Person hat eine Nachricht bekommen.
anfrage-zurueck-done = Ihre Anfrage Nummer { $number } ist zurückgenommen. Das Netzwerk hat eine Nachricht bekommen.
request-state = { $state ->
   *[asked] noch ohne Antwort
    [accepted] angenommen
    [declined] abgelehnt
    [done] erledigt
    [withdrawn] zurückgenommen
}
request-told = { $state ->
    [accepted] Gute Nachricht: { $network } hilft Ihnen. Es geht um Ihre Anfrage Nummer { $number }.{ $said }Hier können Sie nachfragen: { $who }
    [declined] { $network } kann Ihnen leider nicht helfen. Es geht um Ihre Anfrage Nummer { $number }.{ $said }So finden Sie andere Netzwerke: <code>!pate THEMA</code>
    [done] Ihre Anfrage Nummer { $number } ist fertig. Das hat { $network } eingetragen.{ $said }Fehlt noch etwas? Dann schreiben Sie bitte an { $who }.
   *[withdrawn] { $who } nimmt die Anfrage Nummer { $number } zurück. Die Anfrage ging an { $network }.{ $said }Sie müssen nichts mehr tun.
}
error-unknown-request = Die Anfrage Nummer { $number } gibt es nicht. So sehen Sie Ihre Anfragen: <code>!anfrage liste</code>
error-foreign-request = Die Anfrage Nummer { $number } gehört nicht Ihnen. Sie gehört auch nicht Ihrem Netzwerk. So sehen Sie Ihre Anfragen: <code>!anfrage liste</code>
error-own-request = Die Anfrage Nummer { $number } ist von Ihnen selbst. Nur das andere Netzwerk kann antworten. So nehmen Sie die Anfrage zurück: <code>!anfrage zurück { $number }</code>
error-request-is-over = { $state ->
    [asked] Die Anfrage Nummer { $number } ist noch nicht angenommen. So sagen Sie zu: <code>!anfrage annehmen { $number }</code>
   *[other] Die Anfrage Nummer { $number } ist schon entschieden. Das können Sie nicht mehr ändern. So sehen Sie die Anfrage: <code>!anfrage zeige { $number }</code>
}
error-answered-first = { $who } hat schon geantwortet. Die Anfrage Nummer { $number } ist jetzt: { $state }. Stimmt das nicht? Dann schreiben Sie die Nummer dazu. Zum Beispiel: <code>!anfrage ablehnen { $number }</code>
