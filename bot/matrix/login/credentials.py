"""Access token and device id on disk: one login serves for ever, and no database dump holds it."""

from __future__ import annotations

from dataclasses import asdict, dataclass, field
from pathlib import Path

from bot.matrix.login import private

_USED_UP = 0.8


@dataclass(frozen=True, slots=True, kw_only=True)
class Credentials:
    """A login: whose, on which device, with which secrets."""

    homeserver: str
    user_id: str
    device_id: str
    access_token: str = field(repr=False)
    refresh_token: str | None = field(default=None, repr=False)
    """Buys the next access token, and itself anew."""
    renew_at: float | None = None
    """When the access token should be renewed, in seconds since 1970; None: it does not expire."""
    token_endpoint: str | None = None
    """Where an OAuth server renews it; None: the homeserver itself does."""
    client_id: str | None = None
    """Who we are to that server."""


def renewal(now: float, lifetime: object) -> float | None:
    """When to renew a token that was given `now` for that many seconds."""
    if isinstance(lifetime, bool) or not isinstance(lifetime, int | float):
        return None
    return now + _USED_UP * max(lifetime, 0)


def load(path: Path) -> Credentials | None:
    """The stored login; None if there is none or the file is damaged."""
    try:
        return Credentials(**private.read(path) or {})
    except TypeError:
        return None


def save(path: Path, credentials: Credentials) -> None:
    """Store the login for this user only; a crash leaves the old file or the new one."""
    private.write(path, asdict(credentials))
