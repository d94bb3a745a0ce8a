rolle-koordination-help = lets a person speak for a network
rolle-koordination-usage = <code>!role coordinator @NAME:SERVER NETWORK</code>
rolle-koordination-examples = <code>!role coordinator @anna:example.org FKB OWL</code>
rolle-buero-help = takes a person into the office
rolle-buero-usage = <code>!role office @NAME:SERVER</code>
rolle-buero-examples = <code>!role office @berta:example.org</code>
rolle-entziehen-help = takes a role back
rolle-entziehen-usage = <code>!role revoke @NAME:SERVER [NETWORK]</code>
rolle-entziehen-examples = <code>!role revoke @anna:example.org FKB OWL</code>
    <code>!role revoke @berta:example.org</code>
rolle-liste-help = shows who has which role
rolle-liste-usage = <code>!role list</code>
rolle-liste-examples = <code>!role list</code>
rolle-koordination-done = { $user } now speaks for { $network }.
rolle-buero-done = { $user } now belongs to the office.
rolle-entziehen-done = Done: { $user } no longer has this role.
rolle-liste-title = { $count ->
    [one] One role is given:
   *[other] { $count } roles are given:
}
rolle-line-admin = { $user }: administration (from the configuration)
rolle-line-office = { $user }: office
rolle-line-coordinator = { $user }: coordinator of { $network }
error-network-missing = Which network shall { $user } speak for? For example: <code>!role coordinator { $user } FKB OWL</code>
error-already-granted = { $user } has this role already. <code>!role list</code> shows all roles.
error-not-granted = { $user } does not have this role. <code>!role list</code> shows all roles.
rolle-short = who speaks for whom
rolle-buero-draft = <strong>{ $user } shall belong to the office.</strong> The office may write for all networks, manage meetings and announcements, and give roles.
rolle-entziehen-draft = <strong>This role shall end.</strong> { $role }
error-person-missing = Who is it about? Please write the full Matrix id, for example <code>@anna:example.org</code>. I understood “{ $text }”.
rolle-bestaetigen-help = confirms that a person with a new identity is the same
rolle-bestaetigen-usage = <code>!role confirm @NAME:SERVER</code>
rolle-bestaetigen-examples = <code>!role confirm @anna:example.org</code>
rolle-bestaetigen-draft = <strong>{ $user } shall have the old rights again.</strong> The identity is new since { $since }. Have you spoken to the person, best of all on the telephone?
rolle-bestaetigen-done = { $user } has the old rights again.
rolle-line-suspended = { $user }: the rights rest, because the identity is new (<code>!role confirm { $user }</code>)
error-nothing-to-confirm = There is nothing to confirm for { $user }. <code>!role list</code> shows all roles.
