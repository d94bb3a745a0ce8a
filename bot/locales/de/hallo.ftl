# Ein freundliches Wort zurück.

hallo-help = grüßt zurück
hallo-usage = <code>!hallo</code>
hallo-examples = <code>Hallo</code>
hallo-answer = { $member ->
    [yes] Guten Tag! Suchen Sie ein Patennetzwerk? Zum Beispiel: <code>!pate Pflege in Niedersachsen</code>. Alles, was ich kann, zeigt <code>!hilfe</code>.
   *[no] Guten Tag! Ich nenne Ihnen das nächste Jahrestreffen: <code>!tagung</code>. Was Sie hier sonst tun können, zeigt <code>!hilfe</code>.
    }
danke-help = freut sich
danke-usage = <code>!danke</code>
danke-examples = <code>Danke</code>
danke-answer = Gern geschehen.
was-kannst-help = zeigt, was Sie hier tun können
was-kannst-usage = <code>Was kannst du?</code>
was-kannst-examples = <code>Was kannst du?</code>
