"""What stands in the way of our identity; the texts are English lines for the operator.

IdentityError
├── NoSecret     what was given opens no secret storage
├── Foreign      the account has an identity that is not the one we hold
└── Approval     the homeserver wants somebody to agree first
"""

from __future__ import annotations


class IdentityError(Exception):
    """The identity cannot be set up or proven."""


class NoSecret(IdentityError):  # noqa: N818 -- says what it is
    """A recovery key or passphrase is missing or does not fit."""


class Foreign(IdentityError):  # noqa: N818 -- says what it is
    """Whoever published the account's identity, its secrets are not here."""


class Approval(IdentityError):  # noqa: N818 -- says what it is
    """The homeserver asks for a password, or for a person on a page."""
