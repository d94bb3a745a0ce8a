"""What networks seek: one need per network and topic."""

from dataclasses import asdict
from datetime import date, datetime
from typing import Any

from sqlalchemy import Row, delete, insert, select, update

from bot.domain.network import Need
from bot.storage.database import Transaction
from bot.storage.schema import need

_COLUMNS = (
    need.c.number,
    need.c.network,
    need.c.topic,
    need.c.note,
    need.c.until,
    need.c.example,
)


def every(tx: Transaction, network: int | None = None) -> tuple[Need, ...]:
    """All needs, expired ones too, or those of one network, by number."""
    wanted = select(*_COLUMNS).order_by(need.c.number)
    if network is not None:
        wanted = wanted.where(need.c.network == network)
    return tuple(map(_need, tx.execute(wanted)))


def get(tx: Transaction, number: int) -> Need | None:
    """The need of that number."""
    row = tx.execute(select(*_COLUMNS).where(need.c.number == number)).first()
    return _need(row) if row else None


def about(tx: Transaction, network: int, topic: str) -> Need | None:
    """The network's need in that topic."""
    wanted = select(*_COLUMNS).where(need.c.network == network, need.c.topic == topic)
    row = tx.execute(wanted).first()
    return _need(row) if row else None


def add(tx: Transaction, new: Need, by: str, now: datetime) -> int:
    """Store a need under the next free number, which is returned."""
    values = asdict(new) | {"created_by": by, "created_at": now, "until": _stored(new.until)}
    del values["number"]
    number: int = tx.execute(insert(need).values(values).returning(need.c.number)).scalar_one()
    return number


def change(tx: Transaction, changed: Need) -> None:
    """Put note, last day and example mark in place of the earlier ones."""
    tx.execute(
        update(need)
        .where(need.c.number == changed.number)
        .values(note=changed.note, until=_stored(changed.until), example=changed.example)
    )


def remove(tx: Transaction, number: int) -> None:
    """Forget the need."""
    tx.execute(delete(need).where(need.c.number == number))


def _stored(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _need(row: Row[*tuple[Any, ...]]) -> Need:
    values = row._asdict()
    until = values["until"]
    return Need(**(values | {"until": date.fromisoformat(until) if until else None}))
