"""Days that lie behind: what people report has happened."""

from __future__ import annotations

from datetime import date

from bot.domain.moments.dates import Found, Sight
from bot.domain.moments.days import seen, whole
from bot.domain.moments.refusals import FutureDay, VagueDay
from bot.domain.moments.words import left_over, plain


def parse_past_day(text: str, today: date) -> date:
    """The day that a text names; without a year it is the latest such day, today included.

    Raises:
        UnreadableDay, VagueDay, AmbiguousDay, NoSuchDay, WrongWeekday: with what was typed.
        FutureDay: it has not come yet.
    """
    return _been(whole(text, Sight(today, back=True)), today)


def parse_since(text: str, today: date) -> date:
    """As `parse_past_day`; a month, a year or a week counts from its beginning.

    Raises:
        UnreadableDay, AmbiguousDay, NoSuchDay, WrongWeekday, FutureDay: as `parse_past_day`.
        VagueDay: there is more behind the month.
    """
    try:
        return parse_past_day(text, today)
    except VagueDay as refusal:
        if not left_over(plain(text)).endswith(refusal.text):
            raise
        return _been(refusal.day, today)


def read_past_day(text: str, today: date) -> Found:
    """The day at the start of a `plain` text, and what follows it; raises as `parse_past_day`."""
    day, rest = latest_day(text, today)
    return _been(day, today), rest


def latest_day(text: str, today: date) -> Found:
    """As `read_past_day`, but a day may lie ahead: callers decide."""
    return seen(text, Sight(today, back=True))


def _been(day: date, today: date) -> date:
    if day > today:
        raise FutureDay(day=day)
    return day
