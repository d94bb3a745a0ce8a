"""Days that lie behind: what people report has happened."""

from __future__ import annotations

import re
from datetime import date, timedelta

from bot.domain.calendar import Distance, shift
from bot.domain.errors import WrongInput
from bot.domain.typed_days import WEEKDAYS, UnreadableDay, plain, read_day

_DAY = timedelta(days=1)
_BACK = {"heute": 0, "today": 0, "gestern": 1, "yesterday": 1, "vorgestern": 2}


class FutureDay(WrongInput):
    """A day that had to lie behind; `day`."""


def parse_past_day(text: str, today: date) -> date:
    """The day that a text names; without a year it is the latest such day, today included.

    Raises:
        UnreadableDay, NoSuchDay, WrongWeekday: with what was typed.
        FutureDay: it has not come yet.
    """
    day, rest = read_past_day(plain(text), today)
    if rest:
        raise UnreadableDay(text=text)
    return day


def read_past_day(text: str, today: date) -> tuple[date, str]:
    """The day at the start of a `plain` text, and what follows it; raises as `parse_past_day`."""
    first = re.match(r"\w+", text)
    word = first[0].casefold() if first else ""
    if word in _BACK:
        return today - _BACK[word] * _DAY, text[len(word) :]
    if word in WEEKDAYS and not any(character.isdigit() for character in text):
        back = (today.weekday() - WEEKDAYS[word]) % 7
        return today - back * _DAY, text[len(word) :].lstrip(".")
    day, rest = read_day(text, shift(today, Distance(months=-12, days=1)))
    if day > today:
        raise FutureDay(day=day)
    return day, rest
