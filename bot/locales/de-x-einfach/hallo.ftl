hallo-answer = { $member ->
    [yes] Guten Tag! Suchen Sie Hilfe von einem Netzwerk? Zum Beispiel: <code>!pate Pflege in Niedersachsen</code>
   *[no] Guten Tag! Wann ist das nächste Treffen? Das zeigt: <code>!tagung</code>
    }
    So sehen Sie alle Befehle: <code>!hilfe</code>
was-kannst-help = zeigt alle Befehle für Sie
