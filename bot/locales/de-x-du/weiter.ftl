weiter-help = macht mit der Eingabe weiter, die du aufgeschoben hast
error-nothing-begun = Es wartet keine Eingabe von dir. Was du tun kannst, zeigt <code>!hilfe</code>.
