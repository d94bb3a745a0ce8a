hilfe-help = zeigt, was Sie hier tun können
hilfe-usage = <code>!hilfe [BEFEHL]</code>
hilfe-examples = <code>!hilfe</code>
    <code>!hilfe pate</code>
hilfe-intro = Das können Sie hier tun:
hilfe-line = { $more ->
    [0] <code>!{ $word }</code> – { $meaning }
   *[other] <code>!{ $word }</code> – { $meaning } (auch: { $more })
}
hilfe-outro = Mehr zu einem Befehl, mit Beispielen: <code>!hilfe pate</code>
hilfe-title = So geht <strong>!{ $word }</strong>:
hilfe-command = { $usage } – { $meaning }
    Zum Beispiel: { $examples }
error-no-such-help = { $near ->
    [0] Zu „{ $word }“ gibt es hier keine Hilfe. Alles, was Sie tun können, zeigt <code>!hilfe</code>.
   *[other] Zu „{ $word }“ gibt es hier keine Hilfe. Meinten Sie: { $near }? Alles zeigt <code>!hilfe</code>.
}
