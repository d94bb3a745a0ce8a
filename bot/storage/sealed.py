"""Encrypted events whose key has not come yet: kept closed, as the homeserver gave them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import select, update

from bot.storage.database import Transaction
from bot.storage.schema import inbox, sealed

MOST = 1000
MOST_OF_ONE = 100
"""Anybody in a room may send events that nobody can open; they leave room for other people's."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SealedRow:
    """A closed event; `told` says that its sender knows, or need not know."""

    event_id: str
    room_id: str
    session_id: str
    event: Mapping[str, Any]
    received_at: datetime
    told: bool = False


def add(tx: Transaction, rows: Sequence[SealedRow]) -> None:
    """Keep them, unless they were kept or opened before, or there are too many."""
    given = {row.event_id: row for row in rows}
    for table in (inbox, sealed):
        for known in tx.scalars(select(table.c.event_id).where(table.c.event_id.in_(given))):
            del given[known]
    kept = _kept(tx)
    for row in given.values():
        sender = str(row.event.get("sender"))
        if kept.total() < MOST and kept[sender] < MOST_OF_ONE:
            tx.execute(sealed.insert().values(**_values(row)))
            kept[sender] += 1


def _kept(tx: Transaction) -> Counter[str]:
    """How many are kept of each sender."""
    return Counter(str(event.get("sender")) for event in tx.scalars(select(sealed.c.event)))


def waiting(tx: Transaction) -> tuple[SealedRow, ...]:
    """All of them, in the order of arrival."""
    found = tx.execute(select(sealed).order_by(sealed.c.received_at, sealed.c.event_id))
    return tuple(SealedRow(**row._mapping) for row in found)  # noqa: SLF001 -- SQLAlchemy's name


def drop(tx: Transaction, event_ids: Collection[str]) -> None:
    """They were opened, or never will be."""
    tx.execute(sealed.delete().where(sealed.c.event_id.in_(event_ids)))


def mark_told(tx: Transaction, event_ids: Collection[str]) -> None:
    """Their senders know."""
    tx.execute(update(sealed).where(sealed.c.event_id.in_(event_ids)).values(told=True))


def _values(row: SealedRow) -> Mapping[str, object]:
    return {
        "event_id": row.event_id,
        "room_id": row.room_id,
        "session_id": row.session_id,
        "event": dict(row.event),
        "received_at": row.received_at,
        "told": row.told,
    }
