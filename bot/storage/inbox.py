"""The inbox: every event once, the text of those that concern us until its one outcome."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import fields
from datetime import UTC, datetime
from typing import Any, TypeVar

from sqlalchemy import Row, bindparam, select, update

from bot.domain.journal import InboxKind, InboxRow, InboxState, Incoming
from bot.domain.message import Message
from bot.storage.database import Transaction
from bot.storage.schema import inbox

V = TypeVar("V")
_CHUNK = 1000
_FIELDS = tuple(field.name for field in fields(Message) if field.name != "sent_at")
_known = select(inbox.c.event_id).where(inbox.c.event_id.in_(bindparam("ids", expanding=True)))
_open = (
    select(inbox.c.seq, inbox.c.event_id, inbox.c.room_id, inbox.c.message)
    .where(inbox.c.state == InboxState.NEW)
    .order_by(inbox.c.seq)
)
_open_of = _open.where(inbox.c.event_id.in_(bindparam("ids", expanding=True)))
_finish = (
    update(inbox)
    .where(inbox.c.seq == bindparam("row"), inbox.c.state == InboxState.NEW)
    .values(
        state=bindparam("new_state"),
        outcome=bindparam("result"),
        finished_at=bindparam("moment"),
        message=None,
    )
)


def add(tx: Transaction, events: Sequence[Incoming], now: datetime) -> tuple[InboxRow, ...]:
    """Store the events that were not stored before; returns the new ones with a message, in order.

    Edits of a command that still waits replace its text; redactions cancel it.
    """
    fresh = {event.event_id: event for event in events}
    for ids in _chunks(tuple(fresh)):
        for known in tx.scalars(_known, {"ids": ids}):
            del fresh[known]
    for some in _chunks(tuple(fresh.values())):
        tx.execute(inbox.insert(), [_row(event, now) for event in some])
    for event in fresh.values():
        if event.kind is InboxKind.REDACTION and event.target:
            cancel(tx, event.target, now)
    waiting = [event.event_id for event in fresh.values() if event.message]
    return tuple(
        _waiting(row) for ids in _chunks(waiting) for row in tx.execute(_open_of, {"ids": ids})
    )


def unfinished(tx: Transaction) -> tuple[InboxRow, ...]:
    """All that still waits for its outcome, in the order of arrival."""
    return tuple(map(_waiting, tx.execute(_open)))


def waiting(tx: Transaction, seq: int) -> InboxRow | None:
    """A row as it is now: its sender may have edited or withdrawn it while it waited."""
    row = tx.execute(_open.where(inbox.c.seq == seq)).first()
    return _waiting(row) if row else None


def _waiting(row: Row[*tuple[Any, ...]]) -> InboxRow:
    return InboxRow(
        seq=row.seq, event_id=row.event_id, room_id=row.room_id, message=_message(row.message)
    )


def finish(tx: Transaction, seq: int, state: InboxState, now: datetime, outcome: str) -> bool:
    """Give a row its outcome and forget its text; False if it has one already."""
    done = tx.execute(_finish, {"row": seq, "new_state": state, "result": outcome, "moment": now})
    return done.rowcount == 1


def cancel(tx: Transaction, event_id: str, now: datetime) -> None:
    """Withdraw a command that was not handled yet; its text goes."""
    tx.execute(
        update(inbox)
        .where(inbox.c.event_id == event_id, inbox.c.state == InboxState.NEW)
        .values(state=InboxState.CANCELLED, message=None, finished_at=now, outcome="withdrawn")
    )


def replace_text(tx: Transaction, event_id: str, text: str) -> bool:
    """Put an edited text in place of a command that still waits; False if it was handled."""
    stored = tx.execute(
        select(inbox.c.message).where(inbox.c.event_id == event_id, inbox.c.state == InboxState.NEW)
    ).scalar()
    if not isinstance(stored, dict):
        return False
    tx.execute(
        update(inbox).where(inbox.c.event_id == event_id).values(message={**stored, "text": text})
    )
    return True


def forget(tx: Transaction, before: datetime) -> int:
    """Delete finished rows received before that moment; returns how many."""
    gone = tx.execute(
        inbox.delete().where(inbox.c.state != InboxState.NEW, inbox.c.received_at < before)
    )
    return gone.rowcount


def _row(event: Incoming, now: datetime) -> Mapping[str, object]:
    waits = event.message is not None
    return {
        "event_id": event.event_id,
        "room_id": event.room_id,
        "kind": event.kind,
        "target": event.target,
        "message": _stored(event.message) if event.message else None,
        "state": InboxState.NEW if waits else InboxState.IGNORED,
        "received_at": now,
    }


def _stored(message: Message) -> dict[str, object]:
    kept = {name: getattr(message, name) for name in _FIELDS}
    return {**kept, "sent_at": message.sent_at.timestamp()}


def _message(stored: dict[str, Any]) -> Message:
    sent_at = datetime.fromtimestamp(float(str(stored["sent_at"])), UTC)
    return Message(**{**stored, "sent_at": sent_at})


def was_command(tx: Transaction, event_id: str) -> bool:
    """Whether that event, or an earlier edit of it, was a command that has its outcome."""
    found = select(inbox.c.seq).where(
        inbox.c.state.in_((InboxState.DONE, InboxState.FAILED)),
        ((inbox.c.event_id == event_id) & (inbox.c.kind == InboxKind.COMMAND))
        | ((inbox.c.target == event_id) & (inbox.c.kind == InboxKind.EDIT)),
    )
    return tx.scalar(found) is not None


def _chunks(values: Sequence[V]) -> Iterator[Sequence[V]]:
    """As many at a time as every database takes in one statement."""
    for start in range(0, len(values), _CHUNK):
        yield values[start : start + _CHUNK]
