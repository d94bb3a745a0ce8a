"""What somebody did by a command, and what taking it back needs."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

TAKEN_BACK_WITHIN = timedelta(minutes=10)


@dataclass(frozen=True, slots=True, kw_only=True)
class Act:
    """One command that took effect.

    `event_id` is its message; `memory` is None where it cannot be undone; `answer` is the key of
    the message that said so.
    """

    event_id: str
    user_id: str
    room_id: str
    path: tuple[str, ...]
    memory: Mapping[str, object] | None
    answer: str
    done_at: datetime
    place: int = 0
    """Which of several commands in one message."""
    undone: bool = False

    def undoable(self, now: datetime) -> bool:
        """Whether it may still be taken back."""
        fresh = now - self.done_at <= TAKEN_BACK_WITHIN
        return fresh and self.memory is not None and not self.undone
