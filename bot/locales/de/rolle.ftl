rolle-koordination-help = lässt eine Person für ein Netzwerk sprechen
rolle-koordination-usage = <code>!rolle koordination @NAME:SERVER NETZWERK</code>
rolle-koordination-examples = <code>!rolle koordination @anna:example.org FKB OWL</code>
rolle-buero-help = nimmt eine Person ins Büro auf
rolle-buero-usage = <code>!rolle büro @NAME:SERVER</code>
rolle-buero-examples = <code>!rolle büro @berta:example.org</code>
rolle-entziehen-help = nimmt eine Rolle zurück
rolle-entziehen-usage = <code>!rolle entziehen @NAME:SERVER [NETZWERK]</code>
rolle-entziehen-examples = <code>!rolle entziehen @anna:example.org FKB OWL</code>
    <code>!rolle entziehen @berta:example.org</code>
rolle-liste-help = zeigt, wer welche Rolle hat
rolle-liste-usage = <code>!rolle liste</code>
rolle-liste-examples = <code>!rolle liste</code>
rolle-koordination-done = { $user } spricht jetzt für { $network }.
rolle-buero-done = { $user } gehört jetzt zum Büro.
rolle-entziehen-done = Erledigt: { $user } hat diese Rolle nicht mehr.
rolle-liste-title = { $count ->
    [one] Eine Person hat eine Rolle:
   *[other] { $count } Rollen sind vergeben:
}
rolle-line-admin = { $user }: Administration (aus der Konfiguration)
rolle-line-office = { $user }: Büro
rolle-line-coordinator = { $user }: Koordination von { $network }
error-network-missing = Für welches Netzwerk soll { $user } sprechen? Zum Beispiel: <code>!rolle koordination { $user } FKB OWL</code>
error-already-granted = { $user } hat diese Rolle schon. Alle Rollen zeigt <code>!rolle liste</code>.
error-not-granted = { $user } hat diese Rolle nicht. Alle Rollen zeigt <code>!rolle liste</code>.
rolle-short = wer für wen spricht
rolle-buero-draft = <strong>{ $user } soll zum Büro gehören.</strong> Das Büro darf für alle Netzwerke schreiben, Jahrestreffen und Ansagen verwalten und Rollen vergeben.
rolle-entziehen-draft = <strong>Diese Rolle soll enden.</strong> { $role }
error-person-missing = Um wen geht es? Bitte schreiben Sie die vollständige Matrix-Kennung, zum Beispiel <code>@anna:example.org</code>. Verstanden habe ich „{ $text }“.
rolle-bestaetigen-help = bestätigt, dass eine Person mit neuer Identität dieselbe ist
rolle-bestaetigen-usage = <code>!rolle bestätigen @NAME:SERVER</code>
rolle-bestaetigen-examples = <code>!rolle bestätigen @anna:example.org</code>
rolle-bestaetigen-draft = <strong>{ $user } soll die alten Rechte wiederhaben.</strong> Neu ist die Identität seit { $since }. Haben Sie mit der Person gesprochen, am besten am Telefon?
rolle-bestaetigen-done = { $user } hat die alten Rechte wieder.
rolle-line-suspended = { $user }: die Rechte ruhen, weil die Identität neu ist (<code>!rolle bestätigen { $user }</code>)
error-nothing-to-confirm = Bei { $user } gibt es nichts zu bestätigen. Alle Rollen zeigt <code>!rolle liste</code>.
