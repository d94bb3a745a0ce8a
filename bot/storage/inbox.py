"""The inbox: every event once, the text of those that concern us until its one outcome."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import fields
from datetime import UTC, datetime
from typing import Any, TypeVar

from sqlalchemy import bindparam, literal_column, select, update

from bot.domain.dialogue.message import Invocation, Message, MessageKind, Proof
from bot.domain.dialogue.subject import Subject, SubjectKind
from bot.domain.journal import InboxKind, InboxRow, InboxState, Incoming
from bot.storage.columns import Json
from bot.storage.database import Transaction
from bot.storage.insert import InsertOnce
from bot.storage.prepared import Prepared
from bot.storage.schema import inbox

V = TypeVar("V")
_CHUNK = 1000
_OWN = frozenset({"sent_at", "about", "invocation"})
_WORDS = frozenset({"kind", "proof"})
_FIELDS = tuple(field.name for field in fields(Message) if field.name not in _OWN)
_add = InsertOnce(inbox, inbox.c.event_id, inbox.c.seq)
_open = (
    select(inbox.c.seq, inbox.c.event_id, inbox.c.room_id, inbox.c.message)
    # Written out: SQLite looks for no bound word in the index of what is open.
    .where(inbox.c.state == literal_column(f"'{InboxState.NEW}'"))
    .order_by(inbox.c.seq)
)
_unfinished = Prepared(_open)
_one = Prepared(_open.where(inbox.c.seq == bindparam("row")))
_finish = Prepared(
    update(inbox)
    .where(
        inbox.c.seq == bindparam("row"),
        inbox.c.state == InboxState.NEW,
        inbox.c.message == bindparam("as_read", type_=Json),
    )
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
    given = {event.event_id: event for event in events}
    values = [_row(event, now) for event in given.values()]
    fresh: dict[str, int] = {}
    for some in _chunks(values):
        fresh |= _add.new(tx, some)
    for event_id in fresh:
        event = given[event_id]
        if event.kind is InboxKind.REDACTION and event.target:
            cancel(tx, event.target, now)
    return _still_waiting(tx, given, fresh)


def _still_waiting(
    tx: Transaction, given: Mapping[str, Incoming], fresh: Mapping[str, int]
) -> tuple[InboxRow, ...]:
    """The new commands, without those that a redaction in the same batch took back."""
    taken_back = {given[i].target for i in fresh if given[i].kind is InboxKind.REDACTION}
    rows = [
        InboxRow(seq=seq, event_id=event_id, room_id=given[event_id].room_id, message=message)
        for event_id, seq in fresh.items()
        if (message := given[event_id].message) is not None
    ]
    if taken_back:
        rows = [row for row in rows if waiting(tx, row.seq) is not None]
    return tuple(sorted(rows, key=lambda row: row.seq))


def unfinished(tx: Transaction) -> tuple[InboxRow, ...]:
    """All that still waits for its outcome, in the order of arrival."""
    return tuple(map(_waiting, _unfinished.rows(tx, {})))


def waiting(tx: Transaction, seq: int) -> InboxRow | None:
    """A row as it is now: its sender may have edited or withdrawn it while it waited."""
    found = _one.rows(tx, {"row": seq})
    return _waiting(found[0]) if found else None


def _waiting(row: Sequence[Any]) -> InboxRow:
    seq, event_id, room_id, message = row
    return InboxRow(seq=seq, event_id=event_id, room_id=room_id, message=_message(message))


def finish(tx: Transaction, row: InboxRow, state: InboxState, now: datetime, outcome: str) -> bool:
    """Give a row its outcome and forget its text.

    False if it has an outcome already, or was edited since it was read.
    """
    values = {
        "row": row.seq,
        "as_read": _stored(row.message),
        "new_state": state,
        "result": outcome,
        "moment": now,
    }
    return _finish.change(tx, values) == 1


def cancel(tx: Transaction, event_id: str, now: datetime) -> None:
    """Withdraw a command that was not handled yet; its text goes."""
    tx.execute(
        update(inbox)
        .where(inbox.c.event_id == event_id, inbox.c.state == InboxState.NEW)
        .values(state=InboxState.CANCELLED, message=None, finished_at=now, outcome="withdrawn")
    )


def replace_text(tx: Transaction, event_id: str, text: str, proof: Proof = Proof.ROOM) -> bool:
    """Put an edited text in place of a command that still waits; False if it was handled."""
    stored = tx.execute(
        select(inbox.c.message).where(inbox.c.event_id == event_id, inbox.c.state == InboxState.NEW)
    ).scalar()
    if not isinstance(stored, dict):
        return False
    tx.execute(
        update(inbox)
        .where(inbox.c.event_id == event_id)
        .values(message={**stored, "text": text, "invocation": None, "proof": proof})
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
        "sender": event.message.sender if event.message else None,
        "kind": event.kind,
        "target": event.target,
        "answers": event.message.answers if event.message else None,
        "message": _stored(event.message) if event.message else None,
        "state": InboxState.NEW if waits else InboxState.IGNORED,
        "outcome": event.outcome,
        "received_at": now,
    }


def _stored(message: Message) -> dict[str, object]:
    about, invocation = message.about, message.invocation
    return {
        **{name: getattr(message, name) for name in _FIELDS},
        "sent_at": message.sent_at.timestamp(),
        "about": [about.kind, about.number] if about else None,
        "invocation": [invocation.command, dict(invocation.arguments)] if invocation else None,
    }


def _message(stored: dict[str, Any]) -> Message:
    # A row that an earlier release stored may know more names, or fewer.
    about, invocation = stored.get("about"), stored.get("invocation")
    return Message(
        **{name: stored[name] for name in _FIELDS if name in stored and name not in _WORDS},
        kind=MessageKind(stored.get("kind", MessageKind.TEXT)),
        proof=Proof(stored.get("proof", Proof.ROOM)),
        sent_at=datetime.fromtimestamp(float(str(stored["sent_at"])), UTC),
        about=Subject(SubjectKind(about[0]), about[1]) if about else None,
        invocation=Invocation(invocation[0], invocation[1]) if invocation else None,
    )


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
