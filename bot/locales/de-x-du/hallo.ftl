hallo-answer = { $member ->
    [yes] Hallo! Suchst du ein Patennetzwerk? Zum Beispiel: <code>!pate Pflege in Niedersachsen</code>. Alles, was ich kann, zeigt <code>!hilfe</code>.
   *[no] Hallo! Ich nenne dir das nächste Jahrestreffen: <code>!tagung</code>. Was du hier sonst tun kannst, zeigt <code>!hilfe</code>.
    }
was-kannst-help = zeigt, was du hier tun kannst
