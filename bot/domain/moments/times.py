"""Times of day and moments as people type them, in German and English."""

from __future__ import annotations

from datetime import date, datetime, time

from bot.domain.moments.clocks import PART_BEHIND, read_time
from bot.domain.moments.days import read_day
from bot.domain.moments.refusals import (
    MissingDay,
    MissingTime,
    UnreadableDay,
    UnreadableTime,
)
from bot.domain.moments.words import LONGEST, SHOWN, bare, left_over, plain


def parse_time(text: str) -> time:
    """The time of day that a text names.

    Raises:
        UnreadableTime, MissingTime, NoSuchTime, UnclearMidnight: with what was typed.
    """
    if len(text) > LONGEST:
        raise UnreadableTime(text=text[:SHOWN])
    found, rest = read_time(bare(plain(text)))
    if left_over(rest):
        raise UnreadableTime(text=text[:SHOWN])
    return found


def parse_moment(text: str, today: date) -> datetime:
    """The local moment (naive) that a text names: a day and a time, whichever comes first.

    Raises:
        UnreadableDay, VagueDay, AmbiguousDay, MissingDay, NoSuchDay, WrongWeekday: with what
            was typed.
        MissingTime, UnreadableTime, NoSuchTime, UnclearMidnight: likewise.
    """
    if len(text) > LONGEST:
        raise UnreadableDay(text=text[:SHOWN])
    words = bare(plain(text))
    try:
        day, rest = read_day(words, today)
    except UnreadableDay as refusal:
        if type(refusal) is not UnreadableDay:
            raise
        return _time_first(words, today, refusal)
    if not left_over(rest):
        raise MissingTime(text=text[:SHOWN])
    return datetime.combine(day, _rest_of(text, rest))


def _rest_of(text: str, rest: str) -> time:
    try:
        return parse_time(rest)
    except MissingTime:
        raise MissingTime(text=text[:SHOWN]) from None


def _time_first(words: str, today: date, refusal: UnreadableDay) -> datetime:
    try:
        at, rest = read_time(words)
    except (UnreadableTime, MissingTime):
        raise refusal from None
    if not left_over(rest):
        raise MissingDay(text=words[:SHOWN])
    day, behind = read_day(rest.lstrip(" ,-"), today)
    if left_over(behind) and not PART_BEHIND.fullmatch(behind):
        raise UnreadableDay(text=rest[:SHOWN])
    return datetime.combine(day, at)
