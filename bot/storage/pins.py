"""By which master key we know a person, and whether it has changed since."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import select, update

from bot.storage.database import Transaction
from bot.storage.schema import pin

_COLUMNS = (pin.c.user_id, pin.c.master, pin.c.other, pin.c.changed_at)


@dataclass(frozen=True, slots=True, kw_only=True)
class Pin:
    """The key that counts, and the one that the person has now if that is another."""

    user_id: str
    master: str
    other: str | None = None
    changed_at: datetime | None = None


def known(tx: Transaction) -> Mapping[str, Pin]:
    """All pins, by user id."""
    return {row.user_id: _pin(row) for row in tx.execute(select(*_COLUMNS))}


def get(tx: Transaction, user_id: str) -> Pin | None:
    """How we know that person, if we do."""
    row = tx.execute(select(*_COLUMNS).where(pin.c.user_id == user_id)).first()
    return _pin(row) if row else None


def changed(tx: Transaction) -> tuple[Pin, ...]:
    """Those whose key is another one than the one that counts, the latest change first."""
    found = tx.execute(
        select(*_COLUMNS).where(pin.c.other.is_not(None)).order_by(pin.c.changed_at.desc())
    )
    return tuple(_pin(row) for row in found)


def add(tx: Transaction, user_id: str, master: str, now: datetime) -> Pin:
    """Know a person by this key from now on."""
    tx.execute(pin.insert().values(user_id=user_id, master=master, seen_at=now))
    return Pin(user_id=user_id, master=master)


def move(tx: Transaction, user_id: str, master: str, now: datetime) -> Pin:
    """Know the person by another key from now on."""
    new = {"master": master, "seen_at": now, "other": None, "changed_at": None}
    tx.execute(update(pin).where(pin.c.user_id == user_id).values(**new))
    return Pin(user_id=user_id, master=master)


def doubt(tx: Transaction, held: Pin, other: str | None, now: datetime) -> Pin:
    """The person has another key now, or (None) the one that counts again."""
    at = now if other else None
    tx.execute(update(pin).where(pin.c.user_id == held.user_id).values(other=other, changed_at=at))
    return Pin(user_id=held.user_id, master=held.master, other=other, changed_at=at)


def _pin(row: Any) -> Pin:  # noqa: ANN401 -- SQLAlchemy's rows name their columns at run time
    return Pin(user_id=row.user_id, master=row.master, other=row.other, changed_at=row.changed_at)
