"""A scheduled post together with what it is about, and how it is kept."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

from bot.domain.plans.announcement import Announcement
from bot.domain.plans.meeting import Detail, Meeting, MeetingState
from bot.domain.plans.occurrence import Occurrence, Reason, StepName


@dataclass(frozen=True, slots=True, kw_only=True)
class Promise:
    """An occurrence with what it is about: a meeting or an announcement."""

    post: Occurrence
    meeting: Meeting | None = None
    announcement: Announcement | None = None
    details: frozenset[Detail] = frozenset()
    """What a correction corrects."""

    @property
    def outdated(self) -> Reason | None:
        """Why it is not to be said any more: its meeting was changed since it was planned."""
        if self.meeting is None or self.post.step is StepName.CANCELLATION:
            return None
        if self.meeting.state is MeetingState.CANCELLED:
            return Reason.MEETING_CANCELLED
        if self.post.step in (StepName.CORRECTION, StepName.THANKS):
            return None
        moved = self.post.not_after != self.meeting.starts_utc
        return Reason.REPLANNED if moved else None


@dataclass(frozen=True, slots=True, kw_only=True)
class Posting:
    """A promise that is kept now, `late_by` so much."""

    promise: Promise
    late_by: timedelta
    rooms: Mapping[str, datetime]
    """Who is told, and until when that is right as it stands."""
    unheard: bool = False
    """No room hears it: the office is told in their place."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Skipped:
    """A promise that is not kept: in these `rooms`, or if there are none, nowhere."""

    promise: Promise
    rooms: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """What one look at the schedule found, and when the next post is due.

    `doubt` is the homeserver's time if ours is wrong; `blind` if it never says what time it is.
    """

    postings: tuple[Posting, ...] = ()
    skipped: tuple[Skipped, ...] = ()
    office: tuple[str, ...] = ()
    doubt: datetime | None = None
    blind: bool = False
    next_due: datetime | None = None
