"""Follows an event or a scheduled post through inbox, schedule and outbox."""

from dataclasses import fields

from sqlalchemy import select

from bot.domain.journal import InboxKind, InboxState
from bot.domain.plans.trace import Came, Trace
from bot.storage import occurrences, outbox
from bot.storage.database import Transaction
from bot.storage.promises import promised
from bot.storage.schema import inbox, occurrence

_CAME = tuple(inbox.c[field.name] for field in fields(Came))


def of_event(tx: Transaction, event_id: str) -> Trace | None:
    """What an event led to, or for one of ours what led to it; None if it is not known."""
    ours = outbox.by_event(tx, event_id)
    if ours is None:
        return _of_cause(tx, event_id)
    return _of_cause(tx, ours.cause) or Trace(rows=(ours,))


def of_post(tx: Transaction, key: str) -> Trace | None:
    """What became of the scheduled post of that key."""
    post = occurrences.get(tx, key)
    if post is None:
        return None
    decided = select(occurrence.c.decided_at).where(occurrence.c.key == key)
    return Trace(
        promise=promised(tx, post),
        decided_at=tx.scalar(decided),
        rows=outbox.by_cause(tx, key),
    )


def _of_cause(tx: Transaction, cause: str) -> Trace | None:
    came = _came(tx, cause)
    if came is None:
        return of_post(tx, cause)
    return Trace(came=came, rows=outbox.by_cause(tx, cause))


def _came(tx: Transaction, event_id: str) -> Came | None:
    row = tx.execute(select(*_CAME).where(inbox.c.event_id == event_id)).first()
    if row is None:
        return None
    values = row._asdict()
    kind, state = InboxKind(values["kind"]), InboxState(values["state"])
    return Came(**{**values, "kind": kind, "state": state})
