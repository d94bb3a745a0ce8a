"""What became of an event or of a scheduled post: the chain of decisions, as far as it is kept."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from bot.domain.journal import InboxKind, InboxState, OutboxRow
from bot.domain.plans.promise import Promise


@dataclass(frozen=True, slots=True, kw_only=True)
class Came:
    """An event that came in; of one that did not concern us only that it came, and where."""

    event_id: str
    room_id: str
    sender: str | None
    kind: InboxKind
    state: InboxState
    outcome: str | None
    received_at: datetime
    finished_at: datetime | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Trace:
    """Either what came in or what was promised, and all that followed from it."""

    came: Came | None = None
    promise: Promise | None = None
    decided_at: datetime | None = None
    rows: tuple[OutboxRow, ...] = ()
