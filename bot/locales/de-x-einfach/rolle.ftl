rolle-koordination-help = trägt eine Person für ein Netzwerk ein. Sie spricht dann für das Netzwerk
rolle-entziehen-usage = <code>!rolle entziehen @NAME:SERVER NETZWERK</code>
    Beim Büro lassen Sie das Netzwerk weg.
rolle-line-admin = { $user }: Administration, fest eingestellt
error-already-granted = { $user } hat diese Rolle schon. So sehen Sie alle Rollen: <code>!rolle liste</code>
error-not-granted = { $user } hat diese Rolle nicht. So sehen Sie alle Rollen: <code>!rolle liste</code>
