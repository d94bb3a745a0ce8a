"""What became of events that were heard before."""

from collections.abc import Collection, Sequence
from datetime import datetime

from sqlalchemy import func, select

from bot.domain.journal import InboxKind, InboxState
from bot.storage.database import Transaction
from bot.storage.schema import inbox

_LATELY = 1000  # rows


def known(tx: Transaction, event_ids: Collection[str]) -> frozenset[str]:
    """Those of these events (at most some thousands) that are stored already."""
    found = select(inbox.c.event_id).where(inbox.c.event_id.in_(event_ids))
    return frozenset(tx.scalars(found))


def was_ours(tx: Transaction, event_id: str) -> bool:
    """Whether that event was a command, an answer or a reaction to us, handled or waiting."""
    states = (InboxState.NEW, InboxState.DONE, InboxState.FAILED)
    found = select(inbox.c.seq).where(inbox.c.event_id == event_id, inbox.c.state.in_(states))
    return tx.scalar(found) is not None


def was_reaction(tx: Transaction, event_id: str) -> bool:
    """Whether that event was a reaction to one of our questions."""
    found = select(inbox.c.seq).where(
        inbox.c.event_id == event_id, inbox.c.kind == InboxKind.REACTION
    )
    return tx.scalar(found) is not None


def answered(tx: Transaction, event_id: str) -> str | None:
    """The key of our message that that event was a reply to, if it was one and for us."""
    return tx.scalar(select(inbox.c.answers).where(inbox.c.event_id == event_id))


def is_of(tx: Transaction, event_id: str, user_id: str) -> bool:
    """Whether that person wrote that event, as far as we know: only the writer may change it."""
    return sender(tx, event_id) in (None, user_id)


def sender(tx: Transaction, event_id: str) -> str | None:
    """Who wrote that event, as far as we know."""
    return tx.scalar(select(inbox.c.sender).where(inbox.c.event_id == event_id))


def lately(tx: Transaction, room_id: str, outcomes: Sequence[str], since: datetime) -> bool:
    """Whether one of the latest events, in that room, had one of these outcomes since then."""
    newest = select(func.max(inbox.c.seq)).scalar_subquery()
    found = select(inbox.c.seq).where(
        inbox.c.seq > newest - _LATELY,
        inbox.c.room_id == room_id,
        inbox.c.outcome.in_(outcomes),
        inbox.c.finished_at >= since,
    )
    return tx.scalar(found) is not None
