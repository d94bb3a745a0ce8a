"""What the office typed about a meeting, and what would follow from it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum

from bot.domain.plans.meeting import Meeting
from bot.domain.plans.occurrence import Occurrence, Reason


class Act(StrEnum):
    """What a confirmation will do."""

    NEW = "new"
    CHANGE = "change"
    CANCEL = "cancel"


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """The fields that were typed; None where nothing was said, "" where a field shall be empty."""

    series: str | None = None
    ordinal: int | None = None
    motto: str | None = None
    starts_local: datetime | None = None
    place: str | None = None
    link: str | None = None

    def applied(self, meeting: Meeting) -> Meeting:
        """The meeting with these fields, as its next version."""
        return replace(
            meeting,
            series=self.series or meeting.series,
            ordinal=self.ordinal or meeting.ordinal,
            motto=meeting.motto if self.motto is None else self.motto,
            starts_local=self.starts_local or meeting.starts_local,
            place=self.place or meeting.place,
            link=meeting.link if self.link is None else self.link or None,
            version=meeting.version + 1,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Target:
    """Which meeting is meant; all None means the coming one."""

    number: int | None = None
    ordinal: int | None = None
    series: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """What a person wants to do; `meeting` is None for a new one."""

    user_id: str
    act: Act
    meeting: int | None
    entry: Entry
    created_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposal:
    """What an act does: the meeting before and after, and what becomes of its posts.

    `plan` is the newly laid plan with its skipped steps, empty if the old one holds; `dropped`
    are the posts that will not come, for `reason`; `news` is the correction or cancellation.
    """

    act: Act
    before: Meeting | None
    after: Meeting
    plan: tuple[Occurrence, ...] = ()
    dropped: tuple[Occurrence, ...] = ()
    reason: Reason = Reason.REPLANNED
    news: Occurrence | None = None
