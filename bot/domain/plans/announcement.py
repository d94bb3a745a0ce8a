"""Announcements other than a meeting's: when they come, once or again and again."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import StrEnum

from bot.domain.calendar import Distance, shift, to_local, to_utc
from bot.domain.plans.occurrence import Occurrence, StepName

_DAY = timedelta(days=1)
_ONCE_LATE = timedelta(hours=24)
_AGAIN_LATE = timedelta(hours=12)


class Repeat(StrEnum):
    """How often an announcement comes."""

    ONCE = "once"
    DAILY = "daily"
    WEEKLY = "weekly"
    MONTHLY = "monthly"


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """When an announcement comes: at the wall clock time `at` of `zone`, from the day `start` on.

    `WEEKLY` comes on `start` and every `weeks` weeks after it, `MONTHLY` on the `day` of each
    month (31 is the last day of every month). `until` is the last possible day.
    """

    repeat: Repeat
    start: date
    at: time
    zone: str
    weeks: int = 1
    day: int = 1
    until: date | None = None

    def __post_init__(self) -> None:
        if self.weeks < 1 or self.day < 1:
            raise ValueError("a rule needs at least one week between, and a day of the month")


@dataclass(frozen=True, slots=True, kw_only=True)
class Announcement:
    """A scheduled post that the office set; `rooms` are the ids of the rooms that hear it."""

    number: int
    rule: Rule
    text: str
    rooms: tuple[str, ...]
    stopped: bool
    created_by: str
    created_at: datetime


def next_after(rule: Rule, after: datetime) -> datetime | None:
    """The first instant (UTC) of a rule after an aware instant; None if none comes any more."""
    return next((due for _, due in _dues(rule, after)), None)


def occurrences_between(
    rule: Rule, number: int, after: datetime, until: datetime
) -> tuple[Occurrence, ...]:
    """The posts of announcement `number` due after `after` and not after `until`, in order."""
    found = []
    for day, due in _dues(rule, after):
        if due > until:
            break
        found.append(_occurrence(rule, number, day, due))
    return tuple(found)


def _occurrence(rule: Rule, number: int, day: date, due: datetime) -> Occurrence:
    limit = _ONCE_LATE
    if following := next_after(rule, due):
        limit = min(_AGAIN_LATE, (following - due) / 2)
    return Occurrence(
        key=f"ansage-{number}/{day.isoformat()}",
        step=StepName.ANNOUNCEMENT,
        due_local=datetime.combine(day, rule.at),
        zone=rule.zone,
        due_utc=due,
        not_after=due + limit,
        late_limit=limit,
        announcement=number,
    )


def _dues(rule: Rule, after: datetime) -> Iterator[tuple[date, datetime]]:
    """Each local day of the rule with its one instant, from the first after `after`."""
    latest = after
    # A day earlier, because a gap in the clock may move a post past midnight.
    for day in _days(rule, to_local(after, rule.zone).date() - _DAY):
        due = to_utc(datetime.combine(day, rule.at), rule.zone)
        # Where a country leaves out a day, two days of the rule fall on one.
        if due > latest:
            latest = due
            yield day, due


def _days(rule: Rule, earliest: date) -> Iterator[date]:
    """The days of the rule from `earliest` on, as far as `until`."""
    day = _first(rule, max(earliest, rule.start))
    while day is not None and (rule.until is None or day <= rule.until):
        yield day
        day = _first(rule, day + _DAY)


def _first(rule: Rule, earliest: date) -> date | None:
    """The first day of the rule that is not before `earliest` (itself not before `start`)."""
    match rule.repeat:
        case Repeat.ONCE:
            return rule.start if earliest <= rule.start else None
        case Repeat.DAILY:
            return earliest
        case Repeat.WEEKLY:
            return earliest + (rule.start - earliest) % timedelta(weeks=rule.weeks)
        case Repeat.MONTHLY:
            this_month = _in_month(rule, earliest)
            if this_month >= earliest:
                return this_month
            return _in_month(rule, shift(earliest, Distance(months=1)))


def _in_month(rule: Rule, month: date) -> date:
    return month.replace(day=min(rule.day, monthrange(month.year, month.month)[1]))
