"""The meetings of all series."""

from dataclasses import fields
from datetime import datetime
from typing import Any

from sqlalchemy import Row, select, update

from bot.domain.plans.meeting import Meeting, MeetingState
from bot.storage.database import Transaction
from bot.storage.schema import meeting

_FIELDS = tuple(field.name for field in fields(Meeting) if field.name != "number")


def add(tx: Transaction, new: Meeting) -> int:
    """Store a meeting; returns the short number that it gets."""
    done = tx.execute(meeting.insert().values(_stored(new)).returning(meeting.c.number))
    return int(done.scalar_one())


def change(tx: Transaction, changed: Meeting) -> None:
    """Put a later version in place of the meeting of that number."""
    tx.execute(update(meeting).where(meeting.c.number == changed.number).values(_stored(changed)))


def get(tx: Transaction, number: int) -> Meeting | None:
    """The meeting of that short number."""
    row = tx.execute(select(meeting).where(meeting.c.number == number)).first()
    return _meeting(row) if row else None


def every(tx: Transaction) -> tuple[Meeting, ...]:
    """All meetings, earliest first."""
    found = (_meeting(row) for row in tx.execute(select(meeting)))
    return tuple(sorted(found, key=lambda one: (one.starts_utc, one.number)))


def _stored(one: Meeting) -> dict[str, object]:
    values = {name: getattr(one, name) for name in _FIELDS}
    return {**values, "starts_local": one.starts_local.isoformat()}


def _meeting(row: Row[*tuple[Any, ...]]) -> Meeting:
    values = row._asdict()
    return Meeting(
        **{
            **values,
            "starts_local": datetime.fromisoformat(values["starts_local"]),
            "state": MeetingState(values["state"]),
        }
    )
