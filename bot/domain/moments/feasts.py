"""Feasts as days: "Ostermontag" is one, "Weihnachten" and "nach Pfingsten" are more."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta

from bot.domain.calendar import easter_sunday, is_working_day
from bot.domain.moments.dates import Found, Sight, known_year
from bot.domain.moments.refusals import VagueDay
from bot.domain.moments.words import SHOWN, any_of, pattern

_DAY = timedelta(days=1)
_PENANCE_FROM = (11, 16)  # the Wednesday then or after it


@dataclass(frozen=True, slots=True)
class _Feast:
    """From `first` to `last`: days behind Easter Sunday, or month and day; `usual` is one of them."""

    first: int | tuple[int, int]
    last: int | tuple[int, int]
    usual: int | tuple[int, int]


def _names(table: dict[str, int | tuple[int, int]]) -> dict[str, _Feast]:
    return {
        name: _Feast(day, day, day) for names, day in table.items() for name in names.split("|")
    }


_ONE_DAY = _names(
    {
        "rosenmontag": -48,
        "aschermittwoch|ash wednesday": -46,
        "gründonnerstag|gruendonnerstag|maundy thursday": -3,
        "karfreitag|good friday": -2,
        "karsamstag|ostersamstag": -1,
        "ostersonntag|easter sunday": 0,
        "ostermontag|easter monday": 1,
        "christi himmelfahrt|himmelfahrt|vatertag|ascension day": 39,
        "pfingstsonntag|whit sunday|pentecost": 49,
        "pfingstmontag|whit monday": 50,
        "fronleichnam|corpus christi": 60,
        "neujahrstag|neujahr|new year's day": (1, 1),
        "heilige drei könige|heilige drei koenige|dreikönigstag|dreikönige|epiphany": (1, 6),
        "frauentag": (3, 8),
        "tag der arbeit|maifeiertag": (5, 1),
        "tag der deutschen einheit|german unity day": (10, 3),
        "reformationstag|halloween": (10, 31),
        "allerheiligen|all saints' day": (11, 1),
        "nikolaustag|nikolaus": (12, 6),
        "heiligabend|heiliger abend|christmas eve": (12, 24),
        "erster weihnachtstag|1. weihnachtstag|christmas day": (12, 25),
        "zweiter weihnachtstag|2. weihnachtstag|boxing day": (12, 26),
        "silvester|sylvester|new year's eve": (12, 31),
    }
)
_LONGER = {
    **dict.fromkeys(("fasching", "fastnacht", "karneval", "carnival"), _Feast(-52, -46, -48)),
    **dict.fromkeys(("ostern", "easter"), _Feast(-2, 1, 0)),
    **dict.fromkeys(("pfingsten", "whitsun"), _Feast(49, 50, 49)),
    **dict.fromkeys(
        ("weihnachten", "weihnachtstage", "christmas"), _Feast((12, 24), (12, 26), (12, 24))
    ),
    **dict.fromkeys(("jahreswechsel", "turn of the year"), _Feast((12, 31), (1, 1), (12, 31))),
    **dict.fromkeys(
        ("frühjahr", "fruehjahr", "frühling", "spring"), _Feast((3, 1), (5, 31), (3, 1))
    ),
    **dict.fromkeys(("sommer", "summer"), _Feast((6, 1), (8, 31), (6, 1))),
    **dict.fromkeys(("herbst", "autumn"), _Feast((9, 1), (11, 30), (9, 1))),
    **dict.fromkeys(("winter",), _Feast((12, 1), (2, 28), (12, 1))),
}
_ALL = {**_ONE_DAY, **_LONGER}
_PENANCE = "buß- und bettag|buss- und bettag|buß und bettag|bußtag"
_FEAST = pattern(
    rf"(?:(?P<side>vor|nach|before|after|kurz vor|kurz nach) )?(?:(?:dem|den|der|the|im|zu|an|in) )*"
    rf"(?:(?P<name>{any_of(sorted(map(re.escape, _ALL), key=len, reverse=True))})"
    rf"|(?P<penance>(?:{_PENANCE})(?!\w)))"
    r"(?: (?P<year>(?:19|20|21)\d\d)(?!\d))?"
)


def read_feast(text: str, sight: Sight) -> Found | None:
    """The day of a feast that has one.

    Raises:
        VagueDay: it is longer, or the days before or after it are meant; with one of those.
    """
    match = _FEAST.match(text)
    if match is None:
        return None
    name, side = (match["name"] or "").casefold(), (match["side"] or "").casefold()
    feast = _ALL.get(name, _Feast(_PENANCE_FROM, _PENANCE_FROM, _PENANCE_FROM))
    edge = feast.usual
    if side:
        edge = feast.first if side.endswith(("vor", "before")) else feast.last
    day = _nearest(edge, match["year"], match[0], sight, weekday=not name)
    if side:
        step = -_DAY if side.endswith(("vor", "before")) else _DAY
        raise VagueDay(text=match[0][:SHOWN], day=_working(day + step, step))
    if name in _LONGER:
        raise VagueDay(text=match[0][:SHOWN], day=day)
    return day, text[match.end() :]


def _nearest(
    edge: int | tuple[int, int], year: str | None, typed: str, sight: Sight, *, weekday: bool
) -> date:
    def of_year(number: int) -> date:
        if isinstance(edge, int):
            return easter_sunday(number) + edge * _DAY
        day = date(number, *edge)
        return day + ((2 - day.weekday()) % 7) * _DAY if weekday else day

    if year:
        return of_year(known_year(int(year), typed))
    return sight.nearest(of_year) or sight.today


def _working(day: date, step: timedelta) -> date:
    """That day, or the next in that direction on which people work."""
    while not is_working_day(day):
        day += step
    return day
