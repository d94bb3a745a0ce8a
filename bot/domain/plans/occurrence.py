"""A single post that was promised for a moment, and what becomes of it when the moment comes."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import StrEnum

from bot.domain.calendar import to_utc

_ON_TIME = timedelta(minutes=10)  # later than this, the post says that it is late


class StepName(StrEnum):
    """What a post is about; the sentence for it stands in `locales/`."""

    SAVE_THE_DATE = "save-the-date"
    PROGRAMME = "programme"
    SIGN_UP = "sign-up"
    LAST_CALL = "last-call"
    DAY_BEFORE = "day-before"
    THANKS = "thanks"
    CORRECTION = "correction"
    CANCELLATION = "cancellation"
    ANNOUNCEMENT = "announcement"


class OccurrenceState(StrEnum):
    """`ENQUEUED` is in the outbox; whether it was sent is a property of the outbox row."""

    PLANNED = "planned"
    ENQUEUED = "enqueued"
    SKIPPED = "skipped"
    CANCELLED = "cancelled"


class Reason(StrEnum):
    """Why an occurrence was skipped or cancelled."""

    PAST = "past"
    """Already over when the plan was laid."""
    SAME_MOMENT = "same-moment"
    """A later step of the plan falls on the same moment."""
    TOO_LATE = "too-late"
    """We were down for longer than its limit."""
    OVER = "over"
    """What it announces has begun."""
    TOLD = "told"
    """People heard it before, and the correction has just said how it is now."""
    SUPERSEDED = "superseded"
    """A newer one of the same announcement is due too."""
    REPLANNED = "replanned"
    """The meeting was changed; the new plan has a new key."""
    MEETING_CANCELLED = "meeting-cancelled"
    STOPPED = "stopped"
    """The office stopped the announcement."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Occurrence:
    """One due post of a meeting's plan or of an announcement; `key` is the promise.

    `meeting` or `announcement` is the short number that it belongs to. `due_local` is naive, the
    wall clock of `zone`; `due_utc` follows from both. At `not_after` it is never sent any more.
    """

    key: str
    step: StepName
    due_local: datetime
    zone: str
    due_utc: datetime
    not_after: datetime
    late_limit: timedelta
    state: OccurrenceState = OccurrenceState.PLANNED
    reason: Reason | None = None
    meeting: int | None = None
    announcement: int | None = None

    def skipped(self, reason: Reason) -> Occurrence:
        """The same, never to be sent."""
        return replace(self, state=OccurrenceState.SKIPPED, reason=reason)


class Verdict(StrEnum):
    """What to do with a planned occurrence now."""

    WAIT = "wait"
    SEND = "send"
    SEND_LATE = "send-late"
    SKIP = "skip"


@dataclass(frozen=True, slots=True)
class Decision:
    """The verdict; `late_by` with `SEND_LATE`, `reason` with `SKIP`."""

    verdict: Verdict
    late_by: timedelta = timedelta(0)
    reason: Reason | None = None


def decide(occurrence: Occurrence, now: datetime) -> Decision:
    """What to do now (an aware instant) with a planned occurrence.

    Raises:
        ValueError: it is not planned, so it was decided before.
    """
    if occurrence.state is not OccurrenceState.PLANNED:
        raise ValueError(f"{occurrence.key} was decided before: {occurrence.state}")
    late_by = now - occurrence.due_utc
    if late_by < timedelta(0):
        return Decision(Verdict.WAIT)
    if late_by > occurrence.late_limit:
        return Decision(Verdict.SKIP, reason=Reason.TOO_LATE)
    if now >= occurrence.not_after:
        return Decision(Verdict.SKIP, reason=Reason.OVER)
    if late_by > _ON_TIME:
        return Decision(Verdict.SEND_LATE, late_by=late_by)
    return Decision(Verdict.SEND)


def stands_until(occurrence: Occurrence, now: datetime, calm: datetime | None) -> datetime:
    """Until when what `decide` says now may leave as it is; `calm` holds it back until then."""
    if now - occurrence.due_utc > _ON_TIME:
        # Calm hours make it later than it says.
        last = occurrence.due_utc + occurrence.late_limit
        return min(now + _ON_TIME, last, occurrence.not_after)
    until = (calm or occurrence.due_utc) + _ON_TIME
    # What calm hours hold back is not late when they end, but what it announces may have begun.
    held = calm is not None and occurrence.meeting is None
    return until if held else min(until, occurrence.not_after)


def recompute(occurrence: Occurrence) -> Occurrence:
    """The same with its instants as the zone's present rules give them; the key stays."""
    due_utc = to_utc(occurrence.due_local, occurrence.zone)
    moved = due_utc - occurrence.due_utc
    return replace(occurrence, due_utc=due_utc, not_after=occurrence.not_after + moved)


def coalesce(due: Iterable[Occurrence]) -> tuple[tuple[Occurrence, ...], tuple[Occurrence, ...]]:
    """Of what is due at once: what stays, and what the newest of its announcement replaces.

    Steps of a meeting all stay: each says something else.
    """
    ordered = sorted(due, key=lambda occurrence: (occurrence.due_utc, occurrence.due_local))
    newest = {occurrence.announcement: occurrence.key for occurrence in ordered}
    stay = tuple(o for o in ordered if o.announcement is None or newest[o.announcement] == o.key)
    kept = {occurrence.key for occurrence in stay}
    gone = tuple(o.skipped(Reason.SUPERSEDED) for o in ordered if o.key not in kept)
    return stay, gone
