"""A scheduled post together with what it is about, and how it is kept."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from bot.domain.plans.announcement import Announcement
from bot.domain.plans.meeting import Detail, Meeting
from bot.domain.plans.occurrence import Occurrence


@dataclass(frozen=True, slots=True, kw_only=True)
class Promise:
    """An occurrence with what it is about: a meeting or an announcement."""

    post: Occurrence
    meeting: Meeting | None = None
    announcement: Announcement | None = None
    details: frozenset[Detail] = frozenset()
    """What a correction corrects."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Posting:
    """A promise that is kept now, `late_by` so much; without `rooms` the `office` is told."""

    promise: Promise
    late_by: timedelta
    rooms: tuple[str, ...]
    office: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """What one look at the schedule found, and when the next post is due.

    `doubt` is the homeserver's time if ours is wrong; `blind` if it never says what time it is.
    """

    postings: tuple[Posting, ...] = ()
    skipped: tuple[Promise, ...] = ()
    office: tuple[str, ...] = ()
    doubt: datetime | None = None
    blind: bool = False
    next_due: datetime | None = None
