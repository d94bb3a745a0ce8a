"""When an announcement shall come, as people type it before its text."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date, time, timedelta

from bot.domain.announcement import Repeat, Rule
from bot.domain.errors import WrongInput
from bot.domain.typed_days import (
    WEEKDAYS,
    NoSuchDay,
    PastDay,
    UnreadableDay,
    any_of,
    parse_day,
    pattern,
    plain,
)
from bot.domain.typed_times import MissingTime, parse_moment, parse_time, time_words


class UnreadableRule(WrongInput):
    """Neither a moment nor a rhythm that we know; `text`."""


class MissingText(WrongInput):
    """No colon or line break after the rule, or nothing to announce behind it; `text`."""


_LONGEST = 200  # characters; a rule is short, so what is longer is the text itself
_END_OF_RULE = re.compile(r":(?!\d)|\n")  # the colon of a time has a digit behind it
_UNTIL = pattern(r",? (?:bis|until|till) (?:zum )?(?P<day>.+)$")
_NUMBERS = {"zwei": 2, "two": 2, "drei": 3, "three": 3, "vier": 4, "four": 4}
_LONG_NAME = 6  # letters; "tues" is a Tuesday, "tuesdays" is every Tuesday
_PLURALS = {f"{name}s": day for name, day in WEEKDAYS.items() if len(name) >= _LONG_NAME}
_WEEKDAYS = WEEKDAYS | _PLURALS
_WEEKS = rf"(?:alle|every) (?P<weeks>\d{{1,2}}|{any_of(_NUMBERS)}) (?:wochen|weeks)"
_DAILY = pattern(r"(?:täglich|taeglich|jeden tag|daily|every day)(?!\w)")
_WEEKLY = pattern(
    rf"(?:{_WEEKS}|jeden|jede woche|every|every week|wöchentlich|woechentlich|weekly),? "
    rf"(?:am |on |jeden )?(?P<weekday>{any_of(_WEEKDAYS)})"
)
_PLURAL = pattern(rf"(?:on )?(?P<weekday>{any_of(_PLURALS)})")
_MONTHLY = pattern(
    r"(?:monatlich|jeden monat|monthly|every month),? (?:am |on )?(?:the )?"
    r"(?P<day>\d{1,2})(?:\.(?!\d)|st|nd|rd|th)?(?![\w:])"
)
_LAST_DAY = 31
_Shape = Callable[[re.Match[str], date, time, str], Rule]


def parse_rule(text: str, today: date, zone: str) -> tuple[Rule, str]:
    """The rule before the first line break or colon (but a time's), and the text behind it.

    Raises:
        MissingText: with what was typed.
        UnreadableRule, ...: as `read_rule`.
    """
    text = text.strip()
    end = _END_OF_RULE.search(text, 0, _LONGEST)
    if end is None or not text[end.end() :].strip():
        raise MissingText(text=text[:_LONGEST])
    return read_rule(text[: end.start()], today, zone), text[end.end() :].strip()


def read_rule(text: str, today: date, zone: str) -> Rule:
    """The rule that a text names: a moment, or "jeden Montag 9 Uhr bis 31.3.2027".

    Raises:
        UnreadableRule, PastDay (it ends before it starts): with what was typed.
        NoSuchDay, WrongWeekday, MissingTime, UnreadableTime, NoSuchTime: as days and times.
    """
    words = plain(text)
    for form, shape in _RHYTHMS:
        if match := form.match(words):
            return _repeating(match, shape, today, zone)
    try:
        moment = parse_moment(words, today)
    except UnreadableDay:
        raise UnreadableRule(text=text) from None
    return Rule(repeat=Repeat.ONCE, start=moment.date(), at=moment.time(), zone=zone)


def _repeating(match: re.Match[str], shape: _Shape, today: date, zone: str) -> Rule:
    words = match.string[match.end() :]
    ending = _UNTIL.search(words)
    clock = time_words(words[: ending.start()] if ending else words)
    if not clock:
        raise MissingTime(text=match.string)
    rule = shape(match, today, parse_time(clock), zone)
    if ending is None:
        return rule
    until = parse_day(ending["day"], today)
    if until < rule.start:
        raise PastDay(day=until)
    return replace(rule, until=until)


def _daily(_: re.Match[str], today: date, at: time, zone: str) -> Rule:
    return Rule(repeat=Repeat.DAILY, start=today, at=at, zone=zone)


def _weekly(match: re.Match[str], today: date, at: time, zone: str) -> Rule:
    ahead = (_WEEKDAYS[match["weekday"].casefold()] - today.weekday()) % 7
    typed = match.groupdict().get("weeks") or "1"
    weeks = _NUMBERS.get(typed.casefold()) or int(typed)
    if not weeks:
        raise UnreadableRule(text=match.string)
    start = today + timedelta(days=ahead)
    return Rule(repeat=Repeat.WEEKLY, start=start, at=at, zone=zone, weeks=weeks)


def _monthly(match: re.Match[str], today: date, at: time, zone: str) -> Rule:
    day = int(match["day"])
    if not 1 <= day <= _LAST_DAY:
        raise NoSuchDay(text=match[0])
    return Rule(repeat=Repeat.MONTHLY, start=today, at=at, zone=zone, day=day)


_RHYTHMS: tuple[tuple[re.Pattern[str], _Shape], ...] = (
    (_DAILY, _daily),
    (_WEEKLY, _weekly),
    (_PLURAL, _weekly),
    (_MONTHLY, _monthly),
)
