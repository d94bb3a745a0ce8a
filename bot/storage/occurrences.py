"""The single posts that were promised: each key once, and decided once."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import fields
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import ColumnElement, bindparam, func, select, update

from bot.domain.journal import OutboxState
from bot.domain.plans.meeting import Detail
from bot.domain.plans.occurrence import Occurrence, OccurrenceState, Reason, StepName
from bot.storage.columns import Instant
from bot.storage.database import Transaction
from bot.storage.insert import InsertOnce
from bot.storage.prepared import Prepared
from bot.storage.schema import occurrence, outbox

_FIELDS = tuple(field.name for field in fields(Occurrence))
_COLUMNS = tuple(occurrence.c[name] for name in _FIELDS)
_PLANNED = occurrence.c.state == OccurrenceState.PLANNED
_ORDER = (occurrence.c.due_utc, occurrence.c.key)
_add = InsertOnce(occurrence, occurrence.c.key, occurrence.c.key)
_now = bindparam("now", type_=Instant)
_due = Prepared(select(*_COLUMNS).where(_PLANNED, occurrence.c.due_utc <= _now).order_by(*_ORDER))
_next = Prepared(
    select(func.min(occurrence.c.due_utc)).where(_PLANNED, occurrence.c.due_utc > _now)
)
_newest = Prepared(
    select(func.max(occurrence.c.due_utc)).where(occurrence.c.announcement == bindparam("which"))
)
_decided = Prepared(
    update(occurrence)
    .where(_PLANNED, occurrence.c.key == bindparam("which"))
    .values(state=bindparam("new_state"), reason=bindparam("why"), decided_at=bindparam("moment"))
)


def add(tx: Transaction, posts: Collection[Occurrence], details: Collection[Detail] = ()) -> bool:
    """Store the posts whose key is new; a key that was promised before stays as it is.

    `details` are what a correction corrects. True if any was new.
    """
    rows = [{**_stored(post), "details": sorted(details)} for post in posts]
    return bool(rows and _add.new(tx, rows))


def get(tx: Transaction, key: str) -> Occurrence | None:
    """The post of that key."""
    return next(iter(_found(tx, occurrence.c.key == key)), None)


def details(tx: Transaction, keys: Collection[str]) -> frozenset[Detail]:
    """What the corrections of these keys correct."""
    found = tx.scalars(select(occurrence.c.details).where(occurrence.c.key.in_(keys)))
    return frozenset(Detail(detail) for row in found for detail in row)


def due(tx: Transaction, now: datetime) -> tuple[Occurrence, ...]:
    """What is planned and due, earliest first."""
    return tuple(map(_occurrence, _due.rows(tx, {"now": now})))


def planned(tx: Transaction) -> tuple[Occurrence, ...]:
    """All that is still to come, earliest first."""
    return _found(tx, _PLANNED)


def of_meeting(tx: Transaction, number: int) -> tuple[Occurrence, ...]:
    """All posts of a meeting, of all its versions, earliest first."""
    return _found(tx, occurrence.c.meeting == number)


def next_of(tx: Transaction, like: Occurrence) -> Occurrence | None:
    """The next planned post of the same meeting or announcement."""
    same = (
        occurrence.c.meeting == like.meeting
        if like.meeting is not None
        else occurrence.c.announcement == like.announcement
    )
    return next((post for post in _found(tx, _PLANNED, same) if post.key != like.key), None)


def newest_due(tx: Transaction, announcement: int) -> datetime | None:
    """The latest moment for which a post of that announcement was derived."""
    newest: datetime | None = _newest.rows(tx, {"which": announcement})[0][0]
    return newest


def next_due(tx: Transaction, after: datetime) -> datetime | None:
    """The moment of the first planned post after that one."""
    first: datetime | None = _next.rows(tx, {"now": after})[0][0]
    return first


def heard_by(tx: Transaction, keys: Collection[str]) -> tuple[str, ...]:
    """The rooms and people that any of these posts went to, or is about to go to."""
    return tuple(
        tx.scalars(
            select(outbox.c.target)
            .where(outbox.c.cause.in_(keys), outbox.c.state != OutboxState.DEAD)
            .distinct()
            .order_by(outbox.c.target)
        )
    )


def enqueue(tx: Transaction, key: str, now: datetime) -> None:
    """It is in the outbox."""
    _decide(tx, [key], OccurrenceState.ENQUEUED, None, now)


def reopen(tx: Transaction, key: str) -> bool:
    """Plan again what is in the outbox; True if it was."""
    enqueued = occurrence.c.state == OccurrenceState.ENQUEUED
    done = tx.execute(
        update(occurrence)
        .where(occurrence.c.key == key, enqueued)
        .values(state=OccurrenceState.PLANNED, decided_at=None)
    )
    return bool(done.rowcount)


def skip(tx: Transaction, key: str, reason: Reason, now: datetime) -> None:
    """It will never be sent."""
    _decide(tx, [key], OccurrenceState.SKIPPED, reason, now)


def cancel(tx: Transaction, keys: Collection[str], reason: Reason, now: datetime) -> None:
    """People decided that these shall not come; what was decided before stays."""
    _decide(tx, keys, OccurrenceState.CANCELLED, reason, now)


def stop(tx: Transaction, announcement: int, now: datetime) -> None:
    """Cancel what an announcement still had to say."""
    keys = [post.key for post in _found(tx, _PLANNED, occurrence.c.announcement == announcement)]
    cancel(tx, keys, Reason.STOPPED, now)


def resume(tx: Transaction, announcement: int) -> None:
    """Plan again what an announcement still had to say when it was stopped."""
    tx.execute(
        update(occurrence)
        .where(
            occurrence.c.announcement == announcement,
            occurrence.c.state == OccurrenceState.CANCELLED,
            occurrence.c.reason == Reason.STOPPED,
        )
        .values(state=OccurrenceState.PLANNED, reason=None, decided_at=None)
    )


def was_sent(tx: Transaction, announcement: int) -> bool:
    """Whether any post of that announcement has left."""
    sent = occurrence.c.state == OccurrenceState.ENQUEUED
    return bool(_found(tx, sent, occurrence.c.announcement == announcement))


def move(tx: Transaction, posts: Iterable[Occurrence]) -> None:
    """Store the instants of planned posts anew."""
    for post in posts:
        tx.execute(
            update(occurrence)
            .where(_PLANNED, occurrence.c.key == post.key)
            .values(due_utc=post.due_utc, not_after=post.not_after)
        )


def _decide(
    tx: Transaction,
    keys: Collection[str],
    state: OccurrenceState,
    reason: Reason | None,
    now: datetime,
) -> None:
    for key in keys:
        values = {"which": key, "new_state": state, "why": reason, "moment": now}
        _decided.change(tx, values)


def _found(tx: Transaction, *conditions: ColumnElement[bool]) -> tuple[Occurrence, ...]:
    found = tx.execute(select(*_COLUMNS).where(*conditions).order_by(*_ORDER))
    return tuple(map(_occurrence, found))


def _stored(post: Occurrence) -> dict[str, object]:
    return {
        **{name: getattr(post, name) for name in _FIELDS},
        "due_local": post.due_local.isoformat(),
        "late_limit": round(post.late_limit.total_seconds()),
    }


def _occurrence(row: Sequence[Any]) -> Occurrence:
    values = dict(zip(_FIELDS, row, strict=True))
    reason = values["reason"]
    return Occurrence(
        **{
            **values,
            "step": StepName(values["step"]),
            "due_local": datetime.fromisoformat(values["due_local"]),
            "late_limit": timedelta(seconds=values["late_limit"]),
            "state": OccurrenceState(values["state"]),
            "reason": Reason(reason) if reason else None,
        }
    )
