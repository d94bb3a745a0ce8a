"""Weekdays and weeks: "nächsten Freitag", "Mittwoch nächster Woche", "KW 12"."""

from __future__ import annotations

import re
from datetime import date, timedelta

from bot.domain.moments.dates import Found, Sight
from bot.domain.moments.refusals import NoSuchDay, VagueDay
from bot.domain.moments.words import PART, SHOWN, WEEKDAYS, any_of, pattern

_NEXT = r"n(?:ä|ae|a)chste[nrsm]?|kommende[nrsm]?|next|(?:this )?coming"
_LAST = r"letzte[nrsm]?|vorige[nrsm]?|vergangene[nrsm]?|last"
_AFTER_NEXT = r"(?:ü|ue|u)bern(?:ä|ae|a)chste[nrsm]?"
_THIS = r"diese[nrsm]?|this|current"
WHICH = rf"(?:(?P<after>{_AFTER_NEXT})|(?P<last>{_LAST})|(?P<next>{_NEXT})|(?P<this>{_THIS}))"
"""Which one of those that come again and again; `turns` says how far."""
_IN = r",? ?(?:(?:in|of|der|den|the) )*"
_WEEK = pattern(rf"{_IN}{WHICH} (?:woche|week)(?!\w)")
_NUMBERED = pattern(
    rf"{_IN}(?:(?:kw|kalenderwoche|woche|week) ?(?P<week>\d{{1,2}})(?!\w|\.\d)"
    r"|(?P<first>\d{1,2})\. ?(?:kw|kalenderwoche)(?!\w))(?:(?: ?/ ?| )(?P<year>20\d\d)(?!\d))?"
)
_ANY = re.sub(r"\?P<\w+>", "?:", WHICH)
_LONG = tuple(name for name in WEEKDAYS if len(name) > len("thurs"))
# "so" and "do" are words too: a short name shows by what follows that it is a weekday.
_SHORT = (
    rf"{any_of(name for name in WEEKDAYS if name not in _LONG)}(?=[.,:;|)!?]|$| ?\d"
    rf"| (?:um|at|ab|den|the|kw|halb|viertel|week|in (?:kw|der|\w+ [twmd])|{_ANY} |{PART}))"
)
WEEKDAY = rf"(?P<name>(?:{'|'.join(_LONG)})(?={PART})|{any_of(_LONG)}|{_SHORT})\.?"
"""The name of a weekday; what is glued to it, as in "Freitagabend", stays."""
_DAY_OF_WEEK = pattern(rf",? ?(?:(?:am|on|den) )?{WEEKDAY}")


def turns(match: re.Match[str]) -> int:
    """How many rounds ahead a `WHICH` says."""
    parts = match.groupdict()
    return 2 if parts["after"] else 1 if parts["next"] else -1 if parts["last"] else 0


def read_day_of_week(text: str, sight: Sight) -> Found | None:
    """A week and then its day, as in "nächste Woche Freitag".

    Raises:
        NoSuchDay: as `read_week`.
        VagueDay: the week has no day behind it.
    """
    found = read_week(text, sight)
    if found is None:
        return None
    monday, rest = found
    if match := _DAY_OF_WEEK.match(rest):
        ahead = WEEKDAYS[match["name"].casefold()]
        return monday + timedelta(days=ahead), rest[match.end() :]
    raise VagueDay(text=text[: len(text) - len(rest)][:SHOWN], day=monday)


def read_week(text: str, sight: Sight) -> Found | None:
    """The Monday of a week that the text begins with.

    Raises:
        NoSuchDay: week 54.
    """
    if match := _WEEK.match(text):
        monday = sight.today - timedelta(days=sight.today.weekday())
        return monday + timedelta(weeks=turns(match)), text[match.end() :]
    if match := _NUMBERED.match(text):
        monday = _monday(int(match["week"] or match["first"]), match["year"], sight, match[0])
        return monday, text[match.end() :]
    return None


def _monday(week: int, year: str | None, sight: Sight, typed: str) -> date:
    """The Monday of that week of the year, or of the nearest that has one and is not over."""
    if year is None:
        side = timedelta(days=0 if sight.back else 6)
        found = sight.nearest(lambda number: date.fromisocalendar(number, week, 1) + side)
        if found:
            return found - side
    else:
        try:
            return date.fromisocalendar(int(year), week, 1)
        except ValueError:
            pass
    raise NoSuchDay(text=typed)
