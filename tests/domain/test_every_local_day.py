"""Every rule over every local day of 1996-2039, beside an oracle that only asks what clocks show."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta
from functools import cache
from itertools import pairwise
from zoneinfo import ZoneInfo

import pytest

from bot.domain.plans.announcement import Repeat, Rule, next_after, occurrences_between
from bot.domain.plans.occurrence import Occurrence

ZONES = (
    "Europe/Berlin",
    "Europe/Lisbon",  # changed its offset for good in 1996
    "Pacific/Apia",  # had no 30 December 2011
    "Australia/Lord_Howe",  # changes by half an hour
    "America/New_York",
)
# Longer than the 28 years after which weekdays and leap years repeat, and beyond the tables of
# the zones: after 2037 each has one rule for ever.
FIRST, LAST = date(1996, 1, 1), date(2039, 12, 31)
DAY = timedelta(days=1)
HALF_PAST_TWO = time(2, 30)  # in the gaps and folds of most
TIMES = (time(0), HALF_PAST_TWO)


@cache
def oracle(day: date, at: time, zone: str) -> datetime:
    """The first instant at which clocks show it; where none ever does, as far behind the gap."""
    wall, tz = datetime.combine(day, at), ZoneInfo(zone)
    around = (wall - DAY, wall, wall + DAY)
    offsets = [one.replace(tzinfo=tz).utcoffset() or timedelta(0) for one in around]
    instants = ((wall - offset).replace(tzinfo=UTC) for offset in sorted(set(offsets)))
    shown = [i for i in instants if i.astimezone(tz).replace(tzinfo=None, fold=0) == wall]
    return min(shown, default=(wall - offsets[0]).replace(tzinfo=UTC))


def days(rule: Rule) -> Iterator[date]:
    """What the rule's words say, counted day by day."""
    day = rule.start
    while day <= LAST:
        last = monthrange(day.year, day.month)[1]
        if (
            rule.repeat is Repeat.DAILY
            or (rule.repeat is Repeat.WEEKLY and (day - rule.start).days % (7 * rule.weeks) == 0)
            or (rule.repeat is Repeat.MONTHLY and day.day == min(rule.day, last))
        ):
            yield day
        day += DAY


def expected(rule: Rule) -> list[tuple[date, datetime]]:
    """A day that never was falls on the next one: then both are one."""
    found: dict[datetime, date] = {}
    for day in days(rule):
        found.setdefault(oracle(day, rule.at, rule.zone), day)
    return [(day, due) for due, day in found.items()]


def all_of(rule: Rule) -> tuple[Occurrence, ...]:
    begin = datetime(1995, 12, 1, tzinfo=UTC)
    return occurrences_between(rule, 1, begin, oracle(LAST, rule.at, rule.zone))


def check(rule: Rule) -> tuple[Occurrence, ...]:
    found = all_of(rule)
    assert [(o.due_local.date(), o.due_utc) for o in found] == expected(rule)
    assert all(this.due_utc < later.due_utc for this, later in pairwise(found))
    # No post may wait longer than until the next one.
    assert all(this.not_after < later.due_utc for this, later in pairwise(found))
    assert len({o.key for o in found}) == len(found)
    return found


@pytest.mark.parametrize("at", TIMES, ids=str)
@pytest.mark.parametrize("zone", ZONES)
def test_daily_fires_once_on_each_local_day_at_its_first_instant(zone: str, at: time) -> None:
    rule = Rule(repeat=Repeat.DAILY, start=FIRST, at=at, zone=zone)
    shown = {o.due_utc.astimezone(ZoneInfo(zone)).date() for o in check(rule)}
    never = {date(2011, 12, 30)} if zone == "Pacific/Apia" else set[date]()
    every = {FIRST + DAY * ahead for ahead in range((LAST - FIRST).days + 1)}
    assert shown == every - never


@pytest.mark.parametrize("weeks", [1, 5])
@pytest.mark.parametrize("zone", ZONES)
def test_weekly_fires_on_the_weekday_of_its_start_whatever_the_clock_does(
    zone: str, weeks: int
) -> None:
    # Sundays, on which the clocks change; the Friday that Apia left out.
    for start in (date(1996, 1, 7), date(1996, 1, 5)):
        check(Rule(repeat=Repeat.WEEKLY, start=start, at=HALF_PAST_TWO, zone=zone, weeks=weeks))


@pytest.mark.parametrize("day", [1, 29, 30, 31])
@pytest.mark.parametrize("zone", ZONES)
def test_monthly_fires_in_each_month_on_its_day_or_the_last_one(zone: str, day: int) -> None:
    check(Rule(repeat=Repeat.MONTHLY, start=FIRST, at=HALF_PAST_TWO, zone=zone, day=day))


@pytest.mark.parametrize("zone", ZONES)
def test_once_fires_once_on_any_day(zone: str) -> None:
    for ahead in range((LAST - FIRST).days + 1):
        day = FIRST + DAY * ahead
        due = oracle(day, HALF_PAST_TWO, zone)
        rule = Rule(repeat=Repeat.ONCE, start=day, at=HALF_PAST_TWO, zone=zone)
        assert next_after(rule, datetime.combine(day - 3 * DAY, time(0), UTC)) == due
        assert next_after(rule, due) is None


def test_the_clock_changes_that_people_know() -> None:
    """Spring and autumn in Berlin, by hand, so that the oracle itself has a witness."""
    rule = Rule(repeat=Repeat.DAILY, start=FIRST, at=HALF_PAST_TWO, zone="Europe/Berlin")
    due = {o.due_local.date(): o.due_utc for o in all_of(rule)}
    assert due[date(2027, 3, 28)] == datetime(2027, 3, 28, 1, 30, tzinfo=UTC)  # 03:30, once
    assert due[date(2026, 10, 25)] == datetime(2026, 10, 25, 0, 30, tzinfo=UTC)  # the first 02:30
