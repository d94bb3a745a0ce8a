warum-how = Bitte antworte auf die Ansage, um die es geht (Funktion „Antworten“), und schreib: <code>Warum?</code> Dann sage ich dir, nach welcher Regel sie kam.

error-no-event = „{ $text }“ nennt keine einzelne Nachricht. Bitte kopier bei der Nachricht den Link („Teilen“ oder „Link kopieren“) und schreib ihn hinter <code>!warum</code>
error-no-trace = Dazu habe ich nichts. Entweder kam die Nachricht nie bei mir an, oder sie ist älter als 30 Tage. Bitte prüf den Link.
