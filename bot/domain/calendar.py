"""Time rules: plans are local time and zone, and only here do they become instants."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Container
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from functools import cache
from zoneinfo import ZoneInfo

_SATURDAY = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Distance:
    """A signed way through the calendar; negative is before. Not a duration: months differ."""

    months: int = 0
    weeks: int = 0
    days: int = 0


def to_utc(local: datetime, zone: str) -> datetime:
    """The instant of a wall clock time: a gap moves it forward, a fold takes the first.

    Raises:
        ZoneInfoNotFoundError: there is no such zone.
    """
    return local.replace(tzinfo=ZoneInfo(zone), fold=0).astimezone(UTC)


def to_local(instant: datetime, zone: str) -> datetime:
    """What the wall clock of a zone shows (naive) at an aware instant."""
    return instant.astimezone(ZoneInfo(zone)).replace(tzinfo=None, fold=0)


def moment(local: datetime, zone: str) -> datetime:
    """The same as an aware time that can be shown: one that exists, even if `local` does not."""
    return to_utc(local, zone).astimezone(ZoneInfo(zone))


def shift(day: date, distance: Distance) -> date:
    """The day that far away; a month too short for it gives its last day."""
    month = day.year * 12 + day.month - 1 + distance.months
    year, month = month // 12, month % 12 + 1
    clamped = date(year, month, min(day.day, monthrange(year, month)[1]))
    return clamped + timedelta(weeks=distance.weeks, days=distance.days)


def is_working_day(day: date, land: str | None = None) -> bool:
    """Monday to Friday, and no public holiday of Germany (and of that Land: "DE-BE")."""
    return day.weekday() < _SATURDAY and day not in _holidays(land)


def working_day_until(day: date, land: str | None = None) -> date:
    """That day if it is a working day, else the nearest earlier one."""
    while not is_working_day(day, land):
        day -= timedelta(days=1)
    return day


@cache
def easter_sunday(year: int) -> date:
    """The day by which the movable feasts of a year are counted."""
    from holidays import country_holidays  # noqa: PLC0415 -- as below

    named = country_holidays("DE", years=year, language="de").items()
    return next(day for day, name in named if name == "Ostermontag") - timedelta(days=1)


@cache
def _holidays(land: str | None) -> Container[date]:
    # Only who plans a meeting needs it, and it takes 5 MiB.
    from holidays import country_holidays  # noqa: PLC0415

    return country_holidays("DE", subdiv=land.removeprefix("DE-") if land else None)
