"""Dates with a day and a month, in the orders and with the marks that people use."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from bot.domain.calendar import Distance, shift
from bot.domain.moments.refusals import AmbiguousDay, NoSuchDay
from bot.domain.moments.words import MONTHS, SHOWN, any_of, pattern

_YEARS = range(1900, 2200)
_LEAP_CYCLE = 9  # years in which every day of a year comes at least once, 29 February too
_MONTHS_IN_YEAR = 12
_HOURS, _MINUTES = 24, 60
Found = tuple[date, str]
"""A day, and the text behind it."""


@dataclass(frozen=True, slots=True)
class Sight:
    """From which day a text is read; what names no year is the next such day, or the latest."""

    today: date
    back: bool = False

    def faces(self, day: date) -> bool:
        """Whether the day lies on the side that is looked at; today lies on both."""
        return day <= self.today if self.back else day >= self.today

    def nearest(self, of_year: Callable[[int], date]) -> date | None:
        """The first day on that side; `of_year` raises ValueError where a year has none."""
        step = -1 if self.back else 1
        for year in range(self.today.year, self.today.year + step * _LEAP_CYCLE, step):
            try:
                day = of_year(year)
            except ValueError:
                continue
            if self.faces(day):
                return day
        return None


_ENDS = (
    r"(?=\.?$| ?[,;:|](?!\d)(?! \d{1,2}\.)"
    r"| (?:um |at |\d{1,2}(?:[:.]\d\d| ?(?:uhr|h|[ap]\.?m)\b)))"
)
_YEAR = rf"(?:(?:,? ?|-)(?P<year>\d{{4}})(?!\d)|,? '?(?P<short>\d\d){_ENDS})?"
_NUMERIC_YEAR = rf" ?\. ?(?P<year>\d{{4}})|\.(?P<short>\d\d(?!:)| \d\d{_ENDS})"
_ORDINAL = r"(?:\.|st|nd|rd|th|te[nr]?)"
_DAY_BEHIND = r"(?:the )?(?P<day>\d{1,2})(?:st|nd|rd|th|\.)?(?![\d:]| ?uhr)"
_DATES = tuple(
    pattern(text)
    for text in (
        r"(?P<year>\d{4})(?P<mark>[-/.])(?P<month>\d{1,2})(?P=mark)(?P<day>\d{1,2})(?!\d)",
        r"(?P<year>(?:19|20|21)\d\d)(?P<month>\d\d)(?P<day>\d\d)(?!\d)",
        rf"(?P<day>\d{{1,2}}) ?\. ?(?P<month>\d{{1,2}})(?:{_NUMERIC_YEAR}|\.?)(?!\d| ?uhr)",
        rf"(?P<day>\d{{1,2}}){_ORDINAL}?[ -]?(?:of )?(?P<name>{any_of(MONTHS)})\.?{_YEAR}",
        rf"(?P<name>{any_of(MONTHS)})\.? {_DAY_BEHIND}{_YEAR}",
    )
)
_MARKED = pattern(
    r"(?P<first>\d{1,2})(?:/(?P<second>\d{1,2})(?:/(?P<year>\d{4}|\d\d))?"
    r"|-(?P<dashed>\d{1,2})-(?P<long>\d{4}))(?![\d/-])"
)
_NEXT = r"(?:(?:des |of the |of )?(?P<next>n(?:ä|ae|a)chsten|kommenden|next)|des|dieses|of (?:the|this))"
_OF_MONTH = pattern(rf"(?P<day>\d{{1,2}}){_ORDINAL}? {_NEXT} (?:monats|month)(?!\w)")
_DAY_ALONE = pattern(rf"(?P<day>\d{{1,2}}){_ORDINAL}{_ENDS}")


def read_date(text: str, sight: Sight, *, led: bool = True) -> Found | None:
    """The date at the start of a `plain` text; `led` by "am" or "the", a day alone counts too.

    Raises:
        NoSuchDay: no calendar has it.
        AmbiguousDay: it may begin with the day or with the month.
    """
    if match := next((found for form in _DATES if (found := form.match(text))), None):
        return None if _is_clock(match) else (_dated(match, sight), text[match.end() :])
    if match := _MARKED.match(text):
        return _either(match, sight), text[match.end() :]
    if match := _OF_MONTH.match(text) or (_DAY_ALONE.match(text) if led else None):
        return _in_month(match, sight), text[match.end() :]
    return None


def known_year(year: int, typed: str) -> int:
    """The year, if calendars here reach it.

    Raises:
        NoSuchDay: 2926.
    """
    if year not in _YEARS:
        raise NoSuchDay(text=typed[:SHOWN])
    return year


def _is_clock(match: re.Match[str]) -> bool:
    """14.30 is no day, but a time."""
    hour, dot, minute = match[0].partition(".")
    if not (dot and hour.isdecimal() and minute.isdecimal()):
        return False
    return int(hour) < _HOURS and _MONTHS_IN_YEAR < int(minute) < _MINUTES


def _dated(match: re.Match[str], sight: Sight) -> date:
    parts = match.groupdict()
    month = MONTHS[parts["name"].casefold()] if parts.get("name") else int(parts["month"])
    day = _found(parts["year"] or parts.get("short"), month, int(parts["day"]), sight)
    if day is None:
        raise NoSuchDay(text=match[0])
    return day


def _found(year: str | None, month: int, day: int, sight: Sight) -> date | None:
    """That day of the year that was typed, else of the nearest one; None if there is none."""
    if year is None:
        return sight.nearest(lambda number: date(number, month, day))
    number = int(year) if len(year.strip()) > len("27") else 2000 + int(year)
    try:
        return date(number, month, day) if number in _YEARS else None
    except ValueError:
        return None


def _either(match: re.Match[str], sight: Sight) -> date:
    """With strokes, Germans begin with the day and Americans with the month: ask, if both can."""
    one, two = int(match["first"]), int(match["second"] or match["dashed"])
    year = match["year"] or match["long"]
    day, other = _found(year, two, one, sight), _found(year, one, two, sight)
    if day and other and day != other:
        raise AmbiguousDay(text=match[0], day=day, other=other)
    found = day or other
    if found is None:
        raise NoSuchDay(text=match[0])
    return found


def _in_month(match: re.Match[str], sight: Sight) -> date:
    """The nearest such day of any month, or the next month's."""
    wanted, step = int(match["day"]), -1 if sight.back else 1
    following = range(1, 2) if match.groupdict().get("next") else range(0, 3 * step, step)
    for months in following:
        first = shift(sight.today.replace(day=1), Distance(months=months))
        try:
            day = first.replace(day=wanted)
        except ValueError:
            continue
        if sight.faces(day) or match.groupdict().get("next"):
            return day
    raise NoSuchDay(text=match[0][:SHOWN])
