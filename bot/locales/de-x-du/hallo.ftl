hallo-answer = Hallo! Suchst du ein Patennetzwerk? Zum Beispiel: <code>!pate Pflege in Niedersachsen</code>. Alles, was ich kann, zeigt <code>!hilfe</code>.
was-kannst-help = zeigt, was du hier tun kannst
