date-pattern = EEEE, d. MMMM y
moment-pattern = EEEE, d. MMMM y, HH:mm 'Uhr'
moment-elsewhere = { $moment }, { $zone }

text-cut = Die Antwort ist zu lang für eine Nachricht. Darum fehlt hier das Ende. Bitte fragen Sie genauer.

error-wrong-input = Das habe ich nicht verstanden. So sehen Sie alle Befehle: <code>!hilfe</code>
error-not-allowed = Das dürfen hier nicht alle. Bitte fragen Sie das Innovationsbüro.

error-unreadable-day = „{ $text }“ verstehe ich nicht als Datum. Bitte schreiben Sie das Datum so: <code>8.12.2026</code> oder <code>nächsten Freitag</code>
error-wrong-weekday = „{ $text }“ passt nicht zusammen. Das Datum ist { $day }. Bitte prüfen Sie Wochentag und Datum.
error-unreadable-time = „{ $text }“ verstehe ich nicht als Uhrzeit. Bitte schreiben Sie die Uhrzeit so: <code>10:30</code>
error-missing-time = Bei „{ $text }“ fehlt die Uhrzeit. Bitte schreiben Sie die Uhrzeit dazu. Zum Beispiel: <code>10:30</code>
error-no-such-time = Die Uhrzeit „{ $text }“ gibt es nicht. Bitte prüfen Sie die Uhrzeit.
error-vague-day = „{ $text }“ ist mehr als ein Tag. Welchen Tag meinen Sie? Bitte schreiben Sie zum Beispiel: <code>{ $day }</code>
error-ambiguous-day = „{ $text }“ kann zwei Tage meinen: { $day } oder { $other }. Bitte schreiben Sie zuerst den Tag und dann den Monat. Zum Beispiel: <code>8.12.2026</code>
error-missing-day = Bei „{ $text }“ fehlt der Tag. Bitte schreiben Sie den Tag dazu. Zum Beispiel: <code>morgen 10:30</code> oder <code>8.12.2026 10:30</code>
error-unclear-midnight = „{ $text }“ ist nicht klar. Meinen Sie den Anfang des Tages? Dann schreiben Sie <code>0:00</code>. Meinen Sie das Ende? Dann schreiben Sie <code>23:59</code>.
error-unreadable-rule = „{ $text }“ verstehe ich nicht als Zeit. Bitte schreiben Sie die Zeit so: <code>8.12.2026 10 Uhr</code> oder <code>jeden Montag 9 Uhr</code>
error-missing-text = Hinter „{ $text }“ fehlt der Text der Ansage. Bitte schreiben Sie einen Doppelpunkt und dann den Text.
