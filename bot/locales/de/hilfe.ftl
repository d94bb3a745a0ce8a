hilfe-help = zeigt, was Sie hier tun können
hilfe-usage = <code>!hilfe [BEFEHL]</code>
hilfe-examples = <code>!hilfe</code>
    <code>!hilfe pate</code>
hilfe-intro = Das können Sie hier tun:
hilfe-line = <code>!{ $word }</code> – { $meaning }
hilfe-more = Außerdem: { $words }
hilfe-outro = Mehr zu einem Befehl, mit Beispielen: <code>!hilfe { $word }</code>
hilfe-title = So geht <strong>!{ $word }</strong>:
hilfe-command = { $usage } – { $meaning }
error-no-such-help = { $near ->
    [0] Zu „{ $word }“ gibt es hier keine Hilfe. Alles, was Sie tun können, zeigt <code>!hilfe</code>.
   *[other] Zu „{ $word }“ gibt es hier keine Hilfe. Meinten Sie: { $near }? Alles zeigt <code>!hilfe</code>.
}
hilfe-short = diese Übersicht
hilfe-above = Die Hilfe steht gerade erst weiter oben. Mehr zu einem Befehl: <code>!hilfe pate</code>
hilfe-examples-title = Zum Beispiel:
    { $examples }
hilfe-examples-more = { $examples }
