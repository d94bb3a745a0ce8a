hilfe-help = zeigt alle Befehle für Sie
hilfe-usage = <code>!hilfe</code>
    Sie können einen Befehl dahinter schreiben.
hilfe-line = <code>!{ $word }</code>: { $meaning }
hilfe-outro = So sehen Sie mehr zu einem Befehl: <code>!hilfe { $word }</code>
hilfe-command = { $usage }
    Der Befehl { $meaning }.
error-no-such-help = { $near ->
    [0] Zu „{ $word }“ gibt es hier keine Hilfe. So sehen Sie alle Befehle: <code>!hilfe</code>
   *[other] Zu „{ $word }“ gibt es hier keine Hilfe. Meinten Sie: { $near }? So sehen Sie alle Befehle: <code>!hilfe</code>
}
hilfe-above = Die Hilfe steht schon weiter oben. So sehen Sie mehr zu einem Befehl: <code>!hilfe pate</code>
hilfe-short = alle Befehle
