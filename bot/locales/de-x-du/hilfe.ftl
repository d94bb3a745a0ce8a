hilfe-help = zeigt, was du hier tun kannst
hilfe-intro = Das kannst du hier tun:
error-no-such-help = { $near ->
    [0] Zu „{ $word }“ gibt es hier keine Hilfe. Alles, was du tun kannst, zeigt <code>!hilfe</code>.
   *[other] Zu „{ $word }“ gibt es hier keine Hilfe. Meintest du: { $near }? Alles zeigt <code>!hilfe</code>.
}
