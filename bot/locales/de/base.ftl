# Formate und Sätze, die zu keinem einzelnen Befehl gehören.

# Muster nach Unicode (CLDR); in einfachen Anführungszeichen steht Text.
date-pattern = EEE, d. MMMM y
moment-pattern = EEE, d. MMMM y, HH:mm 'Uhr'
# Nur für Zeitpunkte außerhalb der deutschen Zeit.
moment-elsewhere = { $moment } ({ $zone })

text-cut = Die Antwort war zu lang für eine Nachricht und ist hier gekürzt. Bitte grenzen Sie Ihre Frage ein.

error-wrong-input = Das habe ich nicht verstanden. Bitte sehen Sie mit <code>!hilfe</code> nach, wie der Befehl geschrieben wird.
error-not-allowed = Das ist hier nicht für alle freigegeben. Bitte wenden Sie sich an das Innovationsbüro.
error-not-found = Dazu habe ich nichts gefunden. Bitte prüfen Sie den Namen oder die Nummer.

## Tage und Uhrzeiten, die jemand eingibt

error-unreadable-day = „{ $text }“ verstehe ich nicht als Datum. Bitte schreiben Sie es zum Beispiel so: <code>8.12.2026</code> oder <code>nächsten Freitag</code>
error-no-such-day = Den Tag „{ $text }“ gibt es nicht. Bitte prüfen Sie das Datum.
error-wrong-weekday = „{ $text }“ passt nicht zusammen; das Datum ist { $day }. Bitte prüfen Sie Wochentag und Datum.
error-past-day = { $day } ist schon vorbei. Bitte nennen Sie einen Tag in der Zukunft.
error-unreadable-time = „{ $text }“ verstehe ich nicht als Uhrzeit. Bitte schreiben Sie sie zum Beispiel so: <code>10:30</code>
error-missing-time = Zu „{ $text }“ fehlt die Uhrzeit. Bitte schreiben Sie sie dazu, zum Beispiel <code>10:30</code>
error-no-such-time = Die Uhrzeit „{ $text }“ gibt es nicht. Bitte prüfen Sie die Angabe.
error-vague-day = „{ $text }“ ist mehr als ein Tag. Bitte nennen Sie den Tag, den Sie meinen, zum Beispiel <code>{ $day }</code>
error-ambiguous-day = „{ $text }“ kann { $day } sein oder { $other }. Bitte schreiben Sie das Datum mit Punkten und den Tag zuerst, zum Beispiel <code>8.12.2026</code>
error-missing-day = Zu „{ $text }“ fehlt der Tag. Bitte schreiben Sie ihn dazu, zum Beispiel <code>morgen 10:30</code> oder <code>8.12.2026 10:30</code>
error-unclear-midnight = „{ $text }“ kann der Anfang oder das Ende des Tages sein. Bitte schreiben Sie <code>0:00</code> für den Anfang oder <code>23:59</code> für das Ende.
error-unreadable-rule = „{ $text }“ verstehe ich nicht als Zeitangabe. Bitte schreiben Sie sie zum Beispiel so: <code>8.12.2026 10 Uhr</code> oder <code>jeden Montag 9 Uhr</code>
error-missing-text = Nach „{ $text }“ fehlt der Text der Ansage. Bitte schreiben Sie ihn hinter einen Doppelpunkt oder in die nächste Zeile.
error-missing = Da fehlt noch eine Angabe. Bitte sehen Sie mit <code>!hilfe</code> nach, wie der Befehl geschrieben wird.
