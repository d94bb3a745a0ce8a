warum-how = Bitte antworte auf die Ansage, um die es geht (Funktion „Antworten“), und schreib: <code>Warum?</code> Dann sage ich dir, nach welcher Regel sie kam.
