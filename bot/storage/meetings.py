"""The meetings that count, and the one act that each person of the office has yet to confirm."""

from dataclasses import fields
from datetime import datetime
from typing import Any

from sqlalchemy import Row, delete, select, update

from bot.domain.draft import Act, Draft, Entry
from bot.domain.meeting import Meeting, MeetingState
from bot.storage.database import Transaction
from bot.storage.schema import meeting, meeting_draft

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


def keep_draft(tx: Transaction, draft: Draft) -> None:
    """Remember what the person has to confirm, in place of an earlier act."""
    drop_draft(tx, draft.user_id)
    starts = draft.entry.starts_local
    entry = {field.name: getattr(draft.entry, field.name) for field in fields(Entry)}
    tx.execute(
        meeting_draft.insert().values(
            user_id=draft.user_id,
            act=draft.act,
            meeting=draft.meeting,
            entry={**entry, "starts_local": starts.isoformat() if starts else None},
            created_at=draft.created_at,
        )
    )


def draft_of(tx: Transaction, user_id: str) -> Draft | None:
    """What the person has to confirm."""
    row = tx.execute(select(meeting_draft).where(meeting_draft.c.user_id == user_id)).first()
    return _draft(row) if row else None


def drop_draft(tx: Transaction, user_id: str) -> bool:
    """Forget what the person had to confirm; False if there was nothing."""
    gone = tx.execute(delete(meeting_draft).where(meeting_draft.c.user_id == user_id))
    return gone.rowcount == 1


def forget_drafts(tx: Transaction, before: datetime) -> int:
    """Forget what nobody confirmed since that moment; returns how many."""
    return tx.execute(delete(meeting_draft).where(meeting_draft.c.created_at < before)).rowcount


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


def _draft(row: Row[*tuple[Any, ...]]) -> Draft:
    values = row._asdict()
    entry = dict(values["entry"])
    if entry["starts_local"]:
        entry["starts_local"] = datetime.fromisoformat(entry["starts_local"])
    return Draft(**{**values, "act": Act(values["act"]), "entry": Entry(**entry)})
