bedarf-neu-help = trägt einen Bedarf deines Netzwerks ein oder ändert ihn
bedarf-neu-done = Eingetragen für { $network }: { $line }. Wer helfen kann, zeigt <code>!pate</code> mit deinem Thema. Zurücknehmen: <code>!bedarf zurück { $number }</code>
bedarf-liste-help = zeigt offene Bedarfe: deine eigenen, die eines Netzwerks, zu einem Thema oder alle

error-unknown-need = Einen Bedarf #{ $number } gibt es nicht. Deine Bedarfe mit Nummern zeigt <code>!bedarf liste</code>.
bedarf-short = was dein Netzwerk sucht
