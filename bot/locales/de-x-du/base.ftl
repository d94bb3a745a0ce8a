text-cut = Die Antwort war zu lang für eine Nachricht und ist hier gekürzt. Bitte grenz deine Frage ein.

error-wrong-input = Das habe ich nicht verstanden. Bitte sieh mit <code>!hilfe</code> nach, wie der Befehl geschrieben wird.
error-not-allowed = Das ist hier nicht für alle freigegeben. Bitte wende dich an das Innovationsbüro.
error-not-found = Dazu habe ich nichts gefunden. Bitte prüf den Namen oder die Nummer.

error-unreadable-day = „{ $text }“ verstehe ich nicht als Datum. Bitte schreib es zum Beispiel so: <code>8.12.2026</code> oder <code>nächsten Freitag</code>
error-no-such-day = Den Tag „{ $text }“ gibt es nicht. Bitte prüf das Datum.
error-wrong-weekday = „{ $text }“ passt nicht zusammen; das Datum ist { $day }. Bitte prüf Wochentag und Datum.
error-past-day = { $day } ist schon vorbei. Bitte nenn einen Tag in der Zukunft.
error-unreadable-time = „{ $text }“ verstehe ich nicht als Uhrzeit. Bitte schreib sie zum Beispiel so: <code>10:30</code>
error-missing-time = Zu „{ $text }“ fehlt die Uhrzeit. Bitte schreib sie dazu, zum Beispiel <code>10:30</code>
error-no-such-time = Die Uhrzeit „{ $text }“ gibt es nicht. Bitte prüf die Angabe.
error-vague-day = „{ $text }“ ist mehr als ein Tag. Bitte nenn den Tag, den du meinst, zum Beispiel <code>{ $day }</code>
error-ambiguous-day = „{ $text }“ kann { $day } sein oder { $other }. Bitte schreib das Datum mit Punkten und den Tag zuerst, zum Beispiel <code>8.12.2026</code>
error-missing-day = Zu „{ $text }“ fehlt der Tag. Bitte schreib ihn dazu, zum Beispiel <code>morgen 10:30</code> oder <code>8.12.2026 10:30</code>
error-unclear-midnight = „{ $text }“ kann der Anfang oder das Ende des Tages sein. Bitte schreib <code>0:00</code> für den Anfang oder <code>23:59</code> für das Ende.
error-unreadable-rule = „{ $text }“ verstehe ich nicht als Zeitangabe. Bitte schreib sie zum Beispiel so: <code>8.12.2026 10 Uhr</code> oder <code>jeden Montag 9 Uhr</code>
error-missing-text = Nach „{ $text }“ fehlt der Text der Ansage. Bitte schreib ihn hinter einen Doppelpunkt oder in die nächste Zeile.
error-missing = Da fehlt noch eine Angabe. Bitte sieh mit <code>!hilfe</code> nach, wie der Befehl geschrieben wird.
