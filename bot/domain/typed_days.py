"""Days as people type them, in German and English, on keyboards and phones."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from datetime import date, timedelta

from bot.domain.errors import WrongInput


class UnreadableDay(WrongInput):
    """Not a day in any form we know; `text`."""


class NoSuchDay(WrongInput):
    """31 February; `text`."""


class WrongWeekday(WrongInput):
    """The weekday and the date do not belong together; `text`, `day` (what the date says)."""


class PastDay(WrongInput):
    """A day that had to lie ahead; `day`. Callers decide."""


WEEKDAYS = {
    name: number
    for number, names in enumerate(
        (
            "montag monday mon mo",
            "dienstag tuesday tues tue di",
            "mittwoch wednesday wed mi",
            "donnerstag thursday thurs thu do",
            "freitag friday fri fr",
            "samstag sonnabend saturday sat sa",
            "sonntag sunday sun so",
        )
    )
    for name in names.split()
}
_MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "januar january jänner jaenner jan",
            "februar february feber feb",
            "märz maerz march mrz mär mar",
            "april apr",
            "mai may",
            "juni june jun",
            "juli july jul",
            "august aug",
            "september sept sep",
            "oktober october okt oct",
            "november nov",
            "dezember december dez dec",
        ),
        start=1,
    )
    for name in names.split()
}
_NEAR = {
    "heute": 0,
    "today": 0,
    "morgen": 1,
    "tomorrow": 1,
    "übermorgen": 2,
    "uebermorgen": 2,
    "day after tomorrow": 2,
}
# A Turkish i matches an i where capitals do not count, but stands in no table.
_ODD_LETTERS = str.maketrans({"’": "'", "İ": "I", "ı": "i"})
_YEARS = range(1900, 2200)
_LEAP_CYCLE = 9  # years in which every day of a year comes at least once, 29 February too


def any_of(words: Iterable[str]) -> str:
    """A pattern for one whole word of a table."""
    return f"(?:{'|'.join(words)})(?!\\w)"


def pattern(text: str) -> re.Pattern[str]:
    """A pattern that takes no notice of capitals."""
    return re.compile(text, re.IGNORECASE)


_YEAR = r"(?:,? (?P<year>\d{4})(?!\d))?"
_NUMERIC_YEAR = r"\. ?(?P<year>\d{4})|\.(?P<short>\d{2})(?!:)"
_TABLE = (
    r"(?P<year>\d{4})-(?P<month>\d{1,2})-(?P<day>\d{1,2})(?!\d)",
    rf"(?P<day>\d{{1,2}})\. ?(?P<month>\d{{1,2}})(?:{_NUMERIC_YEAR}|\.?)(?!\d| ?uhr)",
    rf"(?P<day>\d{{1,2}})(?:\.|st|nd|rd|th)? ?(?:of )?(?P<name>{any_of(_MONTHS)})\.?{_YEAR}",
    rf"(?P<name>{any_of(_MONTHS)})\.? (?P<day>\d{{1,2}})(?:st|nd|rd|th|\.)?(?![\d:]){_YEAR}",
)
_DATES = tuple(pattern(text) for text in _TABLE)
_FILLER = pattern(r"(?:(?:am|den|dem|on|the) )*")
_NEAR_DAY = pattern(any_of(_NEAR))
_WEEKDAY = pattern(
    rf"(?:(?:nächsten|nächster|naechsten|kommenden|next) )?(?P<name>{any_of(WEEKDAYS)})\.?,? ?"
)


def plain(text: str) -> str:
    """One blank between words, one kind of hyphen and apostrophe, whatever a phone made of it."""
    text = re.sub(r"[\u2010-\u2015\u2212]", "-", unicodedata.normalize("NFKC", text))
    return " ".join(text.translate(_ODD_LETTERS).split())


def parse_day(text: str, today: date) -> date:
    """The day that a text names; without a year it is the next such day, today included.

    Raises:
        UnreadableDay, NoSuchDay, WrongWeekday: with what was typed.
    """
    day, rest = read_day(plain(text), today)
    if rest:
        raise UnreadableDay(text=text)
    return day


def read_day(text: str, today: date) -> tuple[date, str]:
    """The day at the start of a `plain` text, and what follows it.

    Raises:
        UnreadableDay, NoSuchDay, WrongWeekday: as `parse_day`.
    """
    start = after(_FILLER, text)
    if near := _NEAR_DAY.match(start):
        return today + timedelta(days=_NEAR[near[0].casefold()]), start[near.end() :]
    weekday = _WEEKDAY.match(start)
    rest = start if weekday is None else start[weekday.end() :]
    found = _read_date(after(_FILLER, rest), today)
    if weekday is None:
        if found is None:
            raise UnreadableDay(text=text)
        return found
    number = WEEKDAYS[weekday["name"].casefold()]
    if found is None:
        return _next_weekday(today, number), rest
    if found[0].weekday() != number:
        raise WrongWeekday(text=text, day=found[0])
    return found


def _read_date(text: str, today: date) -> tuple[date, str] | None:
    match = next((found for form in _DATES if (found := form.match(text))), None)
    return None if match is None else (_dated(match, today), text[match.end() :])


def _dated(match: re.Match[str], today: date) -> date:
    parts = match.groupdict()
    month = _MONTHS[parts["name"].casefold()] if parts.get("name") else int(parts["month"])
    for year in _years(parts, today):
        try:
            day = date(year, month, int(parts["day"]))
        except ValueError:
            continue
        if parts["year"] or parts.get("short") or day >= today:
            return day
    raise NoSuchDay(text=match[0])


def _years(parts: dict[str, str | None], today: date) -> range:
    """The years that a date may lie in: the one it names, else the coming ones."""
    if short := parts.get("short"):
        return range(2000 + int(short), 2001 + int(short))
    if year := parts["year"]:
        return range(int(year), int(year) + 1) if int(year) in _YEARS else range(0)
    return range(today.year, today.year + _LEAP_CYCLE)


def _next_weekday(today: date, weekday: int) -> date:
    """The coming one; on a Friday "next Friday" is in a week."""
    return today + timedelta(days=(weekday - today.weekday() - 1) % 7 + 1)


def after(start: re.Pattern[str], text: str) -> str:
    """What follows a beginning that may be missing."""
    match = start.match(text)
    return text[match.end() :] if match else text
