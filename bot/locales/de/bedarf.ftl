bedarf-neu-help = trägt einen Bedarf Ihres Netzwerks ein oder ändert ihn
bedarf-neu-usage = <code>!bedarf neu THEMA [bis TAG]: BEMERKUNG</code>
bedarf-neu-examples = <code>!bedarf neu Weiterbildung bis 31.12.2027: Wir suchen Erfahrung mit Verbünden</code>
    <code>!bedarf neu für FKB OWL: Moderation</code>
bedarf-neu-done = Eingetragen für { $network }: { $line }. Wer helfen kann, zeigt <code>!pate</code> mit Ihrem Thema. Zurücknehmen: <code>!bedarf zurück { $number }</code>
bedarf-neu-changed = Den Bedarf zu diesem Thema gab es schon, ich habe ihn geändert. Für { $network } gilt jetzt: { $line }. Wie vorher: <code>!rückgängig</code>
bedarf-zurueck-help = nimmt einen Bedarf zurück
bedarf-zurueck-usage = <code>!bedarf zurück NUMMER</code>
bedarf-zurueck-examples = <code>!bedarf zurück #3</code>
bedarf-zurueck-done = Der Bedarf #{ $number } ({ $topic }) ist zurückgenommen. War das ein Versehen? <code>!rückgängig</code>
bedarf-liste-help = zeigt offene Bedarfe: Ihre eigenen, die eines Netzwerks, zu einem Thema oder alle
bedarf-liste-usage = <code>!bedarf liste [NETZWERK | THEMA | alle] [SEITE | datei]</code>
bedarf-liste-examples = <code>!bedarf liste</code>
    <code>!bedarf liste Weiterbildung</code>
    <code>!bedarf liste alle</code>
bedarf-liste-none = Dazu liegt kein offener Bedarf vor. Eintragen: <code>!bedarf neu Weiterbildung</code>
bedarf-liste-title = { $count ->
    [one] Es liegt ein offener Bedarf vor:
   *[other] Es liegen { $count } offene Bedarfe vor:
}
need-line = { $example ->
    [yes] { $topic }{ $until } (Beispiel){ $note } (#{ $number })
   *[no] { $topic }{ $until }{ $note } (#{ $number })
}
need-until = , bis { $day }

error-unknown-need = Einen Bedarf #{ $number } gibt es nicht. Ihre Bedarfe mit Nummern zeigt <code>!bedarf liste</code>.
bedarf-short = was Ihr Netzwerk sucht
bedarf-undone = { $back ->
    [yes] Es gilt wieder: { $line }
   *[no] Nicht mehr eingetragen ist: { $line }
}
