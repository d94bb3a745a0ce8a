hallo-answer = Guten Tag! Suchen Sie Hilfe von einem Netzwerk? Zum Beispiel: <code>!pate Pflege in Niedersachsen</code>
    So sehen Sie alle Befehle: <code>!hilfe</code>
was-kannst-help = zeigt alle Befehle für Sie
