"""The outbox: every effect once by its key, from the decision to the homeserver's event id."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import fields
from datetime import datetime
from typing import Any

from sqlalchemy import bindparam, func, literal_column, select, update

from bot.domain.dialogue.subject import Subject, SubjectKind
from bot.domain.journal import Effect, OutboxRow, OutboxState, Outgoing, Priority
from bot.storage.columns import Instant
from bot.storage.database import Transaction
from bot.storage.insert import InsertOnce
from bot.storage.prepared import Prepared
from bot.storage.schema import outbox

_COLUMNS = tuple(c for c in outbox.c if c.name not in ("created_at", "finished_at"))
_GIVEN = tuple(field.name for field in fields(Outgoing))
_OPEN = (OutboxState.NEW, OutboxState.SENDING)
_NAMES = tuple(column.name for column in _COLUMNS)
_add = InsertOnce(outbox, outbox.c.key, outbox.c.seq)
# Its words are written out: SQLite looks for no bound ones in the index of what is open.
_unfinished = Prepared(
    select(*_COLUMNS)
    .where(outbox.c.state.in_([literal_column(f"'{state}'") for state in _OPEN]))
    .order_by(outbox.c.seq)
)
_sending = Prepared(
    update(outbox)
    .where(outbox.c.seq == bindparam("row"))
    .values(
        state=OutboxState.SENDING,
        device_id=bindparam("device"),
        attempts=outbox.c.attempts + 1,
        first_attempt_at=func.coalesce(
            outbox.c.first_attempt_at, bindparam("moment", type_=Instant)
        ),
    )
)
_finished = Prepared(
    update(outbox)
    .where(outbox.c.seq == bindparam("row"))
    .values(
        state=bindparam("new_state"),
        event_id=bindparam("sent_as"),
        reason=bindparam("why"),
        finished_at=bindparam("moment"),
    )
)


def add(
    tx: Transaction,
    effects: Sequence[Outgoing],
    now: datetime,
    *,
    leaving: Collection[str] = (),
    device: str | None = None,
) -> tuple[OutboxRow, ...]:
    """Store effects whose key is new; a key that is there already stays as it is.

    Those whose key is among `leaving` are stored as `SENDING` from this device at once.
    Returns the rows that were added and may leave now, in order.
    """
    if not effects:
        return ()
    wanted = {effect.key: effect for effect in effects}
    values = [
        _stored(effect, now, device if effect.key in leaving else None)
        for effect in wanted.values()
    ]
    fresh = _add.new(tx, values)
    rows = (
        _added(wanted[key], seq, now, device if key in leaving else None)
        for key, seq in fresh.items()
    )
    return tuple(sorted((row for row in rows if row.may_leave(now)), key=lambda row: row.seq))


def unfinished(tx: Transaction, now: datetime | None = None) -> tuple[OutboxRow, ...]:
    """All that is still to be sent (by `now`, if given) or may have been sent, in order."""
    found = map(_row, _unfinished.rows(tx, {}))
    return tuple(row for row in found if now is None or row.may_leave(now))


def mark_sending(tx: Transaction, rows: Iterable[int], device: str, now: datetime) -> None:
    """Note, before the request leaves, that it may reach the homeserver from now on."""
    _sending.each(tx, ({"row": row, "device": device, "moment": now} for row in rows))


def doubt(tx: Transaction) -> None:
    """All that is still to be sent may have been sent already, from whichever device."""
    tx.execute(
        update(outbox)
        .where(outbox.c.state.in_(_OPEN))
        .values(
            state=OutboxState.SENDING,
            device_id=None,
            first_attempt_at=func.coalesce(outbox.c.first_attempt_at, outbox.c.created_at),
        )
    )


def mark_sent(tx: Transaction, row: int, event_id: str, now: datetime) -> None:
    """The homeserver has it, under this event id."""
    _finish(tx, row, OutboxState.SENT, now, event_id=event_id)


def mark_dead(tx: Transaction, row: int, reason: str, now: datetime) -> None:
    """It will never be sent; the reason is a word for the office, no message text."""
    _finish(tx, row, OutboxState.DEAD, now, reason=reason)


def _finish(
    tx: Transaction,
    row: int,
    state: OutboxState,
    now: datetime,
    *,
    event_id: str | None = None,
    reason: str | None = None,
) -> None:
    _finished.change(
        tx,
        {"row": row, "new_state": state, "sent_as": event_id, "why": reason, "moment": now},
    )


def by_event(tx: Transaction, event_id: str) -> OutboxRow | None:
    """Our own effect that has this event id, if it is one of ours."""
    row = tx.execute(select(*_COLUMNS).where(outbox.c.event_id == event_id)).first()
    return _row(row) if row else None


def by_key(tx: Transaction, key: str) -> OutboxRow | None:
    """The effect of that key."""
    row = tx.execute(select(*_COLUMNS).where(outbox.c.key == key)).first()
    return _row(row) if row else None


def answer(tx: Transaction, event_id: str) -> OutboxRow | None:
    """Our answer to that event."""
    return by_key(tx, f"r-{event_id}")


def by_cause(tx: Transaction, cause: str) -> tuple[OutboxRow, ...]:
    """Everything that follows from one event or occurrence."""
    found = tx.execute(select(*_COLUMNS).where(outbox.c.cause == cause).order_by(outbox.c.seq))
    return tuple(_row(row) for row in found)


def changes_of(tx: Transaction, key: str) -> tuple[OutboxRow, ...]:
    """A message of ours and the edits that were made to it, in order."""
    edits = (outbox.c.after == key) & (outbox.c.effect == Effect.EDIT)
    found = select(*_COLUMNS).where((outbox.c.key == key) | edits).order_by(outbox.c.seq)
    return tuple(map(_row, tx.execute(found)))


def forget_content(tx: Transaction, before: datetime) -> int:
    """Empty the content of what was finished before that moment; keys and ids stay."""
    done = tx.execute(
        update(outbox)
        .where(outbox.c.state.not_in(_OPEN), outbox.c.finished_at < before)
        .values(content={})
    )
    return done.rowcount


def _added(effect: Outgoing, seq: int, now: datetime, leaving_from: str | None) -> OutboxRow:
    return OutboxRow(
        **{name: getattr(effect, name) for name in _GIVEN},
        seq=seq,
        state=OutboxState.SENDING if leaving_from else OutboxState.NEW,
        attempts=1 if leaving_from else 0,
        first_attempt_at=now if leaving_from else None,
        device_id=leaving_from,
    )


def _stored(effect: Outgoing, now: datetime, leaving_from: str | None) -> dict[str, object]:
    return {
        **{name: getattr(effect, name) for name in _GIVEN},
        "about": [effect.about.kind, effect.about.number] if effect.about else None,
        "state": OutboxState.SENDING if leaving_from else OutboxState.NEW,
        "device_id": leaving_from,
        "attempts": 1 if leaving_from else 0,
        "first_attempt_at": now if leaving_from else None,
        "created_at": now,
    }


def _row(row: Sequence[Any]) -> OutboxRow:
    values = dict(zip(_NAMES, row, strict=True))
    about = values["about"]
    return OutboxRow(
        **{
            **values,
            "about": Subject(SubjectKind(about[0]), about[1]) if about else None,
            "effect": Effect(values["effect"]),
            "priority": Priority(values["priority"]),
            "state": OutboxState(values["state"]),
        }
    )
