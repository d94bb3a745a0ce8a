"""Lengths from one day to another: "in zwei Wochen", "3 days ago", "Freitag in 14 Tagen"."""

from __future__ import annotations

import re
from datetime import date, timedelta

from bot.domain.calendar import Distance, shift
from bot.domain.moments.dates import Found, Sight
from bot.domain.moments.refusals import VagueDay
from bot.domain.moments.words import NUMBER, count_of, pattern

_YEAR = 12  # months
_UNITS = {
    "d": Distance(days=1),
    "w": Distance(weeks=1),
    "f": Distance(weeks=2),
    "m": Distance(months=1),
    "y": Distance(months=_YEAR),
}
_LENGTH = (
    rf"(?P<count>\d{{1,3}}|{NUMBER}) (?P<half>halben? )?"
    r"(?:(?P<d>tag(?:en?)?|days?)|(?P<w>wochen?|weeks?)|(?P<f>fortnights?)|(?P<m>monat(?:en?)?|months?)"
    r"|(?P<y>jahr(?:en?)?|years?))(?!\w)"
)
_AHEAD = pattern(rf"in {_LENGTH}")
_AGO = pattern(rf"vor {_LENGTH}")
_COUNTED = pattern(rf"{_LENGTH} (?:(?P<ago>ago(?!\w))|from now(?!\w)|(?:from|after|on) )")
_BEHIND = pattern(
    rf",? (?:in {_LENGTH}|(?P<week>week)(?!\w)(?! ?\d)|(?P<fortnight>fortnight)(?!\w))"
)
_EIGHT_DAYS = Distance(days=8)


def read_length(text: str, sight: Sight) -> Found | None:
    """A length from today: "in 3 Tagen", "3 days ago"; what looks back knows no "in"."""
    if match := _AGO.match(text):
        return _moved(sight.today, match, -1), text[match.end() :]
    if match := None if sight.back else _AHEAD.match(text):
        return _moved(sight.today, match), text[match.end() :]
    match = _COUNTED.match(text)
    if match is None or not (match["ago"] or match[0].endswith("now")):
        return None
    return _moved(sight.today, match, -1 if match["ago"] else 1), text[match.end() :]


def counted_from(text: str) -> re.Match[str] | None:
    """A length before its day: "a week from", "two weeks on"; its day follows."""
    match = _COUNTED.match(text)
    return match if match and match[0].endswith(" ") else None


def moved_on(day: date, text: str) -> Found:
    """The day, or the one that a length behind it means: "Freitag in 14 Tagen", "Friday week"."""
    match = _BEHIND.match(text)
    if match is None:
        return day, text
    rest = text[match.end() :]
    if match["week"] or match["fortnight"]:
        return day + timedelta(weeks=2 if match["fortnight"] else 1), rest
    return _moved(day, match, eight=7), rest


def move(day: date, match: re.Match[str]) -> date:
    """The day at the end of a length that was counted."""
    return _moved(day, match)


def _moved(day: date, match: re.Match[str], way: int = 1, eight: int = 8) -> date:
    """That far on; from a named day on, the "acht Tage" of Germans are a week."""
    count = way * count_of(match["count"])
    unit = next(length for key, length in _UNITS.items() if match[key])
    if unit.days and abs(count) == _EIGHT_DAYS.days:
        count = way * eight
    if match["half"]:
        if not match["y"]:
            raise VagueDay(text=match[0], day=shift(day, unit))
        return shift(day, Distance(months=count * _YEAR // 2))
    return shift(
        day,
        Distance(months=count * unit.months, weeks=count * unit.weeks, days=count * unit.days),
    )
