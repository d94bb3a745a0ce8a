rolle-koordination-help = trägt eine Person für ein Netzwerk ein. Sie spricht dann für das Netzwerk
rolle-entziehen-usage = <code>!rolle entziehen @NAME:SERVER NETZWERK</code>
    Beim Büro lassen Sie das Netzwerk weg.
rolle-line-admin = { $user }: Administration, fest eingestellt
error-already-granted = { $user } hat diese Rolle schon. So sehen Sie alle Rollen: <code>!rolle liste</code>
error-not-granted = { $user } hat diese Rolle nicht. So sehen Sie alle Rollen: <code>!rolle liste</code>
rolle-bestaetigen-help = bestätigt eine Person, die sich neu angemeldet hat
rolle-bestaetigen-draft = <strong>{ $user } soll die alten Rechte wiederhaben.</strong> Die Person hat sich neu angemeldet: { $since }. Haben Sie mit der Person gesprochen? Am besten rufen Sie an.
rolle-line-suspended = { $user }: Die Rechte ruhen. So bestätigen Sie die Person: <code>!rolle bestätigen { $user }</code>
error-nothing-to-confirm = Bei { $user } gibt es nichts zu bestätigen. So sehen Sie alle Rollen: <code>!rolle liste</code>
