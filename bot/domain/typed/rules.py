"""When an announcement shall come, as people type it before its text."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date, time, timedelta

from bot.domain.errors import Missing, WrongInput
from bot.domain.moments.days import parse_day
from bot.domain.moments.refusals import (
    MissingTime,
    NoSuchDay,
    PastDay,
    UnreadableDay,
    UnreadableTime,
)
from bot.domain.moments.times import parse_moment, parse_time
from bot.domain.moments.words import (
    NUMBER,
    PART,
    WEEKDAYS,
    any_of,
    count_of,
    left_over,
    pattern,
    plain,
)
from bot.domain.plans.announcement import Repeat, Rule


class UnreadableRule(WrongInput):
    """Neither a moment nor a rhythm that we know; `text`."""


class RuleMissing(Missing):
    """Nothing says when the announcement shall come."""

    field = "announcement-when"


class NoColon(WrongInput):
    """The moment and the words run together in `text`, or there is no moment."""


class MissingText(Missing):
    """Nothing to announce behind the rule `text`."""

    field = "announcement-text"


_LONGEST = 200  # characters; a rule is short, so what is longer is the text itself
_END_OF_RULE = re.compile(r":(?!\d)|\n")  # the colon of a time has a digit behind it
_UNTIL = pattern(r",? (?:bis|until|till) (?:zum )?(?P<day>.+)$")
_LONG_NAME = 6  # letters; "tues" is a Tuesday, "tuesdays" is every Tuesday
_PLURALS = {f"{name}s": day for name, day in WEEKDAYS.items() if len(name) >= _LONG_NAME}
_WEEKDAYS = WEEKDAYS | _PLURALS
_GLUED = rf"(?:{'|'.join(WEEKDAYS)})(?={PART})"  # jeden Freitagabend
_WEEKS = rf"(?:alle|every) (?P<weeks>\d{{1,2}}|{NUMBER}) (?:wochen|weeks)"
_DAILY = pattern(r"(?:täglich|taeglich|jeden tag|daily|every day)(?!\w)")
_WEEKLY = pattern(
    rf"(?:{_WEEKS}|jeden|jede woche|every|every week|wöchentlich|woechentlich|weekly),? "
    rf"(?:am |on |jeden )?(?P<weekday>{any_of(_WEEKDAYS)}|{_GLUED})"
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
        RuleMissing, MissingText, NoColon: a part is not there.
        UnreadableRule, ...: as `read_rule`.
    """
    text = text.strip()
    end = _END_OF_RULE.search(text, 0, _LONGEST)
    if not text or (end is None and len(text) > _LONGEST):
        raise RuleMissing
    if end is None:
        raise _unfinished(text, today, zone)
    rule, words = read_rule(text[: end.start()], today, zone), text[end.end() :].strip()
    if not words:
        raise MissingText(text=text[:_LONGEST])
    return rule, words


def _unfinished(text: str, today: date, zone: str) -> WrongInput:
    """What is wrong with a line without any border."""
    try:
        read_rule(text, today, zone)
    except (UnreadableRule, UnreadableTime):
        return NoColon(text=text)
    except WrongInput as refusal:
        return refusal
    return MissingText(text=text)


def read_rule(text: str, today: date, zone: str) -> Rule:
    """The rule that a text names: a moment, or "jeden Montag 9 Uhr bis 31.3.2027".

    Raises:
        UnreadableRule, PastDay (it ends before it starts): with what was typed.
        VagueDay, NoSuchDay, WrongWeekday, MissingTime, NoSuchTime, ...: as days and times.
    """
    words = plain(text)
    for form, shape in _RHYTHMS:
        if match := form.match(words):
            return _repeating(match, shape, today, zone)
    try:
        moment = parse_moment(words, today)
    except UnreadableDay as refusal:
        if type(refusal) is not UnreadableDay:
            raise
        raise UnreadableRule(text=text) from None
    return Rule(repeat=Repeat.ONCE, start=moment.date(), at=moment.time(), zone=zone)


def _repeating(match: re.Match[str], shape: _Shape, today: date, zone: str) -> Rule:
    words = match.string[match.end() :]
    ending = _UNTIL.search(words)
    clock = words[: ending.start()] if ending else words
    if not left_over(clock):
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
    weeks = count_of(typed)
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
