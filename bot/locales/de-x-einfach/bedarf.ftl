bedarf-neu-help = trägt einen Bedarf Ihres Netzwerks ein oder ändert ihn. Ein Bedarf heißt: Sie suchen Hilfe
bedarf-neu-usage = <code>!bedarf neu THEMA bis TAG: BEMERKUNG</code>
    Der Tag und die Bemerkung dürfen fehlen.
bedarf-neu-done = Eingetragen für { $network }: { $line }. So finden Sie Hilfe: <code>!pate</code> und dann Ihr Thema. So nehmen Sie den Bedarf zurück: <code>!bedarf zurück { $number }</code>
bedarf-neu-changed = Einen Bedarf zu diesem Thema gab es schon. Ich habe ihn geändert. Für { $network } gilt jetzt: { $line }. So ist es wieder wie vorher: <code>!rückgängig</code>
bedarf-zurueck-done = Der Bedarf Nummer { $number } ist zurückgenommen. Das Thema war: { $topic }. War das ein Versehen? Dann schreiben Sie: <code>!rückgängig</code>
bedarf-liste-help = zeigt, wer Hilfe sucht
bedarf-liste-usage = <code>!bedarf liste</code>
    Sie können ein Netzwerk, ein Thema oder <code>alle</code> dahinter schreiben.
bedarf-liste-none = Dazu sucht im Moment niemand Hilfe. So tragen Sie einen Bedarf ein: <code>!bedarf neu Weiterbildung</code>
bedarf-liste-title = { $count ->
    [one] Es gibt einen Bedarf:
   *[other] Es gibt { $count } Bedarfe:
}
need-line = { $example ->
    [yes] Nummer { $number }, nur als Beispiel, { $topic }{ $until }{ $note }
   *[no] Nummer { $number }, { $topic }{ $until }{ $note }
}

error-unknown-need = Einen Bedarf Nummer { $number } gibt es nicht. So sehen Sie Ihre Bedarfe: <code>!bedarf liste</code>
bedarf-short = wobei Ihr Netzwerk Hilfe sucht
