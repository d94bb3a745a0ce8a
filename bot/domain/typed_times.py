"""Times of day and moments as people type them, in German and English."""

from __future__ import annotations

from datetime import date, datetime, time

from bot.domain.errors import WrongInput
from bot.domain.typed_days import after, pattern, plain, read_day


class UnreadableTime(WrongInput):
    """Not a time of day in any form we know; `text`."""


class MissingTime(WrongInput):
    """A day without a time of day; `text`."""


class NoSuchTime(WrongInput):
    """25:00; `text`."""


_NOON = 12
_BEFORE_TIME = pattern(r"[, ]*(?:(?:um|at|ab) |T(?=\d))?")
_CLOCK = pattern(
    r"(?P<hour>\d{1,2})[:.](?P<minute>\d{2})(?::(?P<second>\d{2}))?"
    r"(?: ?(?:uhr|h|(?P<half>[ap])\.?m\.?))?"
)
_FULL_HOUR = pattern(
    r"(?P<hour>\d{1,2}) ?(?:uhr(?: (?P<minute>\d{2}))?|h|o'clock|(?P<half>[ap])\.?m\.?)"
)


def parse_time(text: str) -> time:
    """The time of day that a text names.

    Raises:
        UnreadableTime, NoSuchTime: with what was typed.
    """
    words = plain(text)
    match = _CLOCK.fullmatch(words) or _FULL_HOUR.fullmatch(words)
    if match is None:
        raise UnreadableTime(text=text)
    parts = match.groupdict()
    hour = _hour(int(parts["hour"]), parts["half"])
    try:
        return time(hour, int(parts["minute"] or 0), int(parts.get("second") or 0))
    except ValueError:
        raise NoSuchTime(text=text) from None


def parse_moment(text: str, today: date) -> datetime:
    """The local moment (naive) that a text names as a day and then a time.

    Raises:
        UnreadableDay, NoSuchDay, WrongWeekday: with what was typed.
        MissingTime, UnreadableTime, NoSuchTime: likewise.
    """
    day, rest = read_day(plain(text), today)
    clock = time_words(rest)
    if not clock:
        raise MissingTime(text=text)
    return datetime.combine(day, parse_time(clock))


def time_words(rest: str) -> str:
    """The time in what follows a day, without the "um" before it."""
    return after(_BEFORE_TIME, rest)


def _hour(hour: int, half: str | None) -> int:
    """The hour of the day (24 and more if there is none such)."""
    if half is None:
        return hour
    if not 1 <= hour <= _NOON:
        return 24
    return hour % _NOON + (_NOON if half.casefold() == "p" else 0)
