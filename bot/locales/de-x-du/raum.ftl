error-set-in-configuration = Welcher Raum dafür dient, steht in der Konfiguration. Bitte lass es dort ändern (Abschnitt <code>rooms</code>).
