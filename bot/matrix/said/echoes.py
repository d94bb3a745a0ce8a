"""Our own events as the homeserver shows them to us: which of our effects each one is.

What an earlier device of ours encrypted we cannot open: so beside each ciphertext stand signs.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass

from bot.domain.journal import OutboxRow
from bot.matrix.content.effects import transaction_id
from bot.matrix.content.reading import Raw, mapping
from bot.matrix.encryption import Encryption, Opened, Sealed
from bot.text.content import KEY

SIGN, CAUSE = "org.netzwerklotse.sign", "org.netzwerklotse.cause"


def sign(name: str) -> str:
    """What stands for a key or a cause where more people may see it than its words concern."""
    return hashlib.sha256(name.encode()).hexdigest()[:16]


def signs(row: OutboxRow) -> Raw:
    """What stands beside the ciphertext of a row: which one it is, and what it came of."""
    return {SIGN: sign(row.key), CAUSE: sign(row.cause)}


@dataclass(frozen=True, slots=True)
class Echo:
    """An event that the homeserver says is ours; anybody can write our key into one of theirs."""

    event_id: str
    room_id: str
    key: str | None
    """What its content says it is; a sign of it, where the content cannot be opened."""
    transaction: str | None
    """What its request was, as long as the homeserver knows; only the device that sent it sees."""
    closed: bool
    """Whether neither tells: an earlier device of ours encrypted it."""

    def is_of(self, key: str) -> bool:
        """Whether it is the effect of that key."""
        return self.transaction == transaction_id(key) or self.key in (key, sign(key))


async def echoes(
    encryption: Encryption, ours: str, events: Iterable[tuple[str, Raw]]
) -> list[Echo]:
    """Those of these events, each with its room, that are ours, in their order.

    Raises:
        Unauthorised: the homeserver no longer knows us.
    """
    own = [(room_id, event) for room_id, event in events if event.get("sender") == ours]
    sealed = [one for one in own if _needs_opening(one[1])]
    opened = iter(await encryption.open_all(sealed) if sealed else ())
    return [_echo(*one, next(opened) if _needs_opening(one[1]) else None) for one in own]


def _echo(room_id: str, event: Raw, result: Opened | Sealed | None) -> Echo:
    plain = result.event if isinstance(result, Opened) else event
    content = mapping(plain.get("content"))
    key = content.get(SIGN if plain.get("type") == "m.room.encrypted" else KEY)
    return Echo(
        event_id=str(event.get("event_id")),
        room_id=room_id,
        key=key if isinstance(key, str) else None,
        transaction=_transaction(event),
        closed=isinstance(result, Sealed) and not isinstance(key, str),
    )


def _needs_opening(event: Raw) -> bool:
    """Whose transaction id the homeserver still knows needs none: it was this device."""
    return event.get("type") == "m.room.encrypted" and _transaction(event) is None


def _transaction(event: Raw) -> str | None:
    found = mapping(event.get("unsigned")).get("transaction_id")
    return found if isinstance(found, str) else None
