weiter-help = macht mit Ihrer letzten Eingabe weiter
error-nothing-begun = Keine Eingabe von Ihnen wartet. So sehen Sie alle Befehle: <code>!hilfe</code>
weiter-short = mit der letzten Eingabe weitermachen
