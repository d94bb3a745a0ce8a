"""Days as people type them, in German and English, on keyboards and phones.

A weekday is the coming one, and so is "nächsten Freitag": said on a Monday some mean this
week's and some the next. Whoever reads a day shows it with its weekday before it counts.
"""

from __future__ import annotations

import re
from datetime import date, timedelta

from bot.domain.moments.dates import Found, Sight, read_date
from bot.domain.moments.feasts import read_feast
from bot.domain.moments.periods import read_period
from bot.domain.moments.refusals import AmbiguousDay, UnreadableDay, WrongWeekday
from bot.domain.moments.spans import counted_from, move, moved_on, read_length
from bot.domain.moments.weeks import WEEKDAY, WHICH, read_day_of_week, read_week
from bot.domain.moments.words import (
    LONGEST,
    PART,
    SHOWN,
    WEEKDAYS,
    after,
    any_of,
    bare,
    left_over,
    pattern,
    plain,
)

_NEAR = {
    "heute": 0,
    "today": 0,
    "morgen": 1,
    "tomorrow": 1,
    "tommorow": 1,
    "tommorrow": 1,
    "tomorow": 1,
    "übermorgen": 2,
    "uebermorgen": 2,
    "ubermorgen": 2,
    "day after tomorrow": 2,
    "gestern": -1,
    "yesterday": -1,
    "vorgestern": -2,
    "day before yesterday": -2,
}
_FILLER = pattern(r"(?:(?:am|den|dem|der|zum|on|the) )*")
_BETWEEN = pattern(r",? ?(?:(?:am|den|dem|der|on|the) )*")
_NEAR_DAY = pattern(any_of(_NEAR))
_TODAY = pattern(r"tonight(?!\w)|this (?P<part>morning|afternoon|evening)(?!\w)")
_WEEKDAY = pattern(rf"(?:{WHICH} )?{WEEKDAY}")
_PART_ALONE = pattern(rf",? ?{PART}")
_WEEK = timedelta(weeks=1)


def parse_day(text: str, today: date) -> date:
    """The day that a text names; without a year it is the next such day, today included.

    Raises:
        UnreadableDay, VagueDay, AmbiguousDay, NoSuchDay, WrongWeekday: with what was typed.
    """
    return whole(text, Sight(today))


def read_day(text: str, today: date) -> Found:
    """The day at the start of a `plain` text, and what follows it.

    "Gestern" is read too: callers say that it is over.

    Raises:
        UnreadableDay, VagueDay, AmbiguousDay, NoSuchDay, WrongWeekday: as `parse_day`.
    """
    return seen(text, Sight(today))


def whole(text: str, sight: Sight) -> date:
    """The day that the whole text names; raises as `parse_day`."""
    if len(text) > LONGEST:
        raise UnreadableDay(text=text[:SHOWN])
    day, rest = seen(bare(plain(text)), sight)
    if left_over(after(_PART_ALONE, rest)):
        raise UnreadableDay(text=text[:SHOWN])
    return day


def seen(text: str, sight: Sight) -> Found:
    """The day at the start of a `plain` text, seen from there; raises as `read_day`."""
    start = after(_FILLER, text)
    for read in (_near, _weekday, read_length, _counted, read_day_of_week):
        if found := read(start, sight):
            return found
    led = start != text or not sight.back
    found = (
        read_date(start, sight, led=led) or read_feast(start, sight) or read_period(start, sight)
    )
    if found is None:
        raise UnreadableDay(text=text[:SHOWN])
    return found


def _near(text: str, sight: Sight) -> Found | None:
    """Today and the days around it, or as long a way from them as is said."""
    if match := _NEAR_DAY.match(text):
        day = sight.today + timedelta(days=_NEAR[match[0].casefold()])
        return moved_on(day, text[match.end() :])
    if match := _TODAY.match(text):
        return sight.today, f" {match['part'] or 'evening'}{text[match.end() :]}"
    return None


def _counted(text: str, sight: Sight) -> Found | None:
    """A length and the day it begins on: "a week from Friday"."""
    match = counted_from(text)
    if match is None:
        return None
    start = text[match.end() :]
    found = _near(start, sight) or _weekday(start, sight)
    return found and (move(found[0], match), found[1])


def _weekday(text: str, sight: Sight) -> Found | None:
    """A weekday: of a date, of a week, or the one that comes."""
    match = _WEEKDAY.match(text)
    if match is None:
        return None
    number, rest = WEEKDAYS[match["name"].casefold()], text[match.end() :]
    if found := _date_on(number, rest, text, sight):
        return found
    if found := read_week(rest, sight):
        return found[0] + timedelta(days=number), found[1]
    return moved_on(_turned(match, number, sight), rest)


def _date_on(number: int, rest: str, text: str, sight: Sight) -> Found | None:
    """The date behind a weekday, which it must fall on; of two readings it chooses one."""
    start = after(_BETWEEN, rest)
    try:
        found = read_date(start, sight)
    except AmbiguousDay as refusal:
        days = [day for day in (refusal.day, refusal.other) if day.weekday() == number]
        if not days:
            raise
        return days[0], start[len(refusal.text) :]
    if found and found[0].weekday() != number:
        raise WrongWeekday(text=text[:SHOWN], day=found[0])
    return found


def _turned(match: re.Match[str], weekday: int, sight: Sight) -> date:
    """The coming one, on a Friday in a week; looking back the latest, which may be today."""
    ahead = sight.today + timedelta(days=(weekday - sight.today.weekday() - 1) % 7 + 1)
    behind = sight.today - timedelta(days=(sight.today.weekday() - weekday) % 7)
    if match["last"]:
        return ahead - _WEEK if ahead - _WEEK < sight.today else behind - _WEEK
    if match["this"]:
        return behind if behind == sight.today or sight.back else ahead
    if match["after"]:
        return ahead + _WEEK
    return behind if sight.back and not match["next"] else ahead
