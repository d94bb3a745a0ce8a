weiter-help = macht mit der Eingabe weiter, die Sie aufgeschoben haben
weiter-usage = <code>!weiter</code>
weiter-examples = <code>!weiter</code>
error-nothing-begun = Es wartet keine Eingabe von Ihnen. Was Sie tun können, zeigt <code>!hilfe</code>.
weiter-short = Aufgeschobenes fortsetzen
