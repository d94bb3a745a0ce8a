"""Months and years as a whole: "Ende März" is a day, "Anfang Mai" is many."""

from __future__ import annotations

import re
from datetime import date, timedelta

from bot.domain.calendar import Distance, shift
from bot.domain.moments.dates import Found, Sight, known_year
from bot.domain.moments.refusals import VagueDay
from bot.domain.moments.weeks import WHICH, turns
from bot.domain.moments.words import MONTHS, SHOWN, any_of, pattern

_YEAR, _MID_YEAR = 12, 7  # months
_FRIDAY, _SATURDAY = 4, 5
_EDGE = r"(?:(?P<edge>ende?|anfang|beginn(?:ing)?|start|mitte|mid(?:dle)?|early|late)(?: of |[ -]))"
_PERIOD = pattern(
    rf"(?:the )?{_EDGE}?(?:(?:im|in|of|des|der|the|of the) )*"
    rf"(?:(?P<name>{any_of(MONTHS)})\.?(?:,? (?P<year>\d{{4}})(?!\d))?"
    rf"|(?:{WHICH} )?(?:(?P<month>monate?s?|month)|(?P<years>jahre?s?|year)|(?P<week>woche|week))(?!\w)"
    r"|(?P<only>(?:19|20|21)\d\d)(?!\w|[.:]\d))"
)
_ENDING = pattern(r"(?P<period>monat|jahre)s(?P<edge>ende|anfang|mitte)(?!\w)")
_WEEKEND = pattern(rf"(?:{WHICH} )?(?:wochenende|weekend)(?!\w)")


def read_period(text: str, sight: Sight) -> Found | None:
    """The last day of a month or year; other parts of them are no day.

    Raises:
        VagueDay: with a day out of what was typed.
    """
    if match := _WEEKEND.match(text):
        saturday = sight.today + timedelta(days=(_SATURDAY - sight.today.weekday()) % 7)
        raise VagueDay(text=match[0], day=saturday)
    match = _ENDING.match(text) or _PERIOD.match(text)
    if match is None:
        return None
    parts = match.groupdict()
    edge = (parts["edge"] or "").casefold()
    if parts.get("only") and not edge:
        return None
    day = _day_in(parts, match, edge, sight)
    if parts.get("week") or edge not in ("ende", "end"):
        raise VagueDay(text=match[0].strip()[:SHOWN], day=day)
    return day, text[match.end() :]


def _day_in(parts: dict[str, str | None], match: re.Match[str], edge: str, sight: Sight) -> date:
    """A day at that edge of the period, which may be a whole month, year or week."""
    rounds = turns(match) if "after" in parts else 0
    if parts.get("week"):
        monday = sight.today - timedelta(days=sight.today.weekday())
        return monday + timedelta(weeks=rounds, days=_FRIDAY if edge.startswith("end") else 0)
    if name := parts.get("name"):
        month = MONTHS[name.casefold()]
        if year := parts.get("year"):
            return _at_edge(known_year(int(year), match[0]), month, 1, edge)
        found = sight.nearest(lambda number: _at_edge(number, month, 1, edge))
        return found or sight.today
    if only := parts.get("only"):
        return _at_edge(int(only), 1, _YEAR, edge)
    if parts.get("years") or (parts.get("period") or "").casefold() == "jahre":
        return _at_edge(sight.today.year + rounds, 1, _YEAR, edge)
    first = shift(sight.today.replace(day=1), Distance(months=rounds))
    return _at_edge(first.year, first.month, 1, edge)


def _at_edge(year: int, month: int, months: int, edge: str) -> date:
    first = date(year, month, 1)
    if edge in ("ende", "end", "late"):
        return shift(first, Distance(months=months, days=-1))
    if edge.startswith("mi"):
        return first + timedelta(days=14) if months == 1 else first.replace(month=_MID_YEAR)
    return first
