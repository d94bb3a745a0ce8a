sprache-help = ändert meine Sprache für Sie. Ich kann „Sie“ oder „du“ sagen, einfach oder englisch sprechen
sprache-usage = <code>!sprache einfach</code>
    Statt <code>einfach</code> geht auch <code>sie</code>, <code>du</code> oder <code>englisch</code>. Für den ganzen Raum schreiben Sie: <code>!sprache hier einfach</code>
error-unknown-voice = „{ $text }“ kann ich nicht. Sie können wählen: <code>sie</code>, <code>du</code>, <code>einfach</code> oder <code>englisch</code>. Zum Beispiel: <code>!sprache du</code>
error-rooms-voice = Die Sprache im Raum ändern nur das Büro und die Koordination. Ihre eigene Sprache ändern Sie so: <code>!sprache du</code>
