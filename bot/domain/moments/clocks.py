"""The time of day at the start of a text.

A clock of digits counts 24 hours. What is said in words ("halb drei", "um 3", "half past two")
counts twelve, and then a part of the day decides ("abends um 8"), or else the hours in which an
office is open: from seven to seven.
"""

from __future__ import annotations

import re
from datetime import time

from bot.domain.moments.refusals import MissingTime, NoSuchTime, UnclearMidnight, UnreadableTime
from bot.domain.moments.words import NUMBER, PART, SHOWN, any_of, count_of, left_over, pattern

_HOUR_LONG = 60
_NOON, _DAY = 12 * 60, 24 * 60  # in minutes, as all times here until they are one
_HALF_DAY = 12  # hours
_OFFICE = range(7 * 60, 19 * 60)
_PARTS = (
    (range(11 * 60, 15 * 60), ("mittag", "mittags")),
    (range(12 * 60, 19 * 60), ("nachmittag", "nachmittags", "afternoon")),
    (range(17 * 60, _DAY), ("abend", "abends", "evening")),
)
_MORNING = range(60, 12 * 60)
_BEFORE = r"[,. -]*"
_LED = pattern(
    rf"{_BEFORE}(?:T(?=\d))?(?:(?:in the |am )?(?P<part>{PART}))?"
    r"(?P<at>,? ?(?:um|at|ab|gegen|ca\.?|circa|around) )?[, ]*"
)
PART_BEHIND = pattern(
    r",? (?:(?:in the |am )(?P<noun>morgen|abend|(?:vor|nach)mittag|morning|afternoon|evening)"
    r"|(?P<adverb>früh|frueh|morgens|abends|(?:vor|nach)?mittags))(?!\w)"
)
_CLOCK = pattern(
    r"(?P<hour>\d{1,2})[:.](?P<minute>\d{2})(?::(?P<second>\d{2}))?(?!\d)"
    r"(?: ?(?:uhr|h|(?P<half>[ap])\.?m\.?)(?!\w))?"
)
# "9 am 5. März" is German.
_GERMAN_AM = r"(?! am (?:\d|n(?:ä|ae|a)chste|kommende|diese|\w+(?:tag|woch|abend)(?!\w)))"
_FULL_HOUR = pattern(
    rf"(?P<hour>\d{{1,2}}){_GERMAN_AM} ?(?:(?:uhr(?: (?P<minute>\d{{2}})(?!\.?\d))?|(?P<half>[ap])\.?m\.?)(?!\w)"
    r"|h(?P<after>\d\d)?(?!\w))"
)
_NUMBER = rf"(?:\d{{1,2}}(?![\d.:])|{NUMBER})"
_HOUR = rf"(?P<hour>{_NUMBER})(?: (?:uhr|o'clock)(?!\w))?"
_FRACTIONS = {"halb": -30, "half": 30, "viertel": -45, "dreiviertel": -15, "drei viertel": -15}
_FRACTION = pattern(rf"(?P<fraction>{any_of(_FRACTIONS)}) {_HOUR}")
_DISTANCE = pattern(
    rf"(?P<count>viertel|(?:a )?quarter|half|{_NUMBER})(?: minuten| minutes)? "
    rf"(?:(?P<after>nach|past|after)|vor|to|before) (?P<halb>halb )?{_HOUR}"
)
_SAID = pattern(rf"(?P<hour>{_NUMBER}) ?(?:uhr(?: (?P<minute>{NUMBER}))?|o'clock)(?!\w)")
_BARE = pattern(rf"(?P<hour>{_NUMBER})(?= ?(?:[.,;:|!?)]|$)|[ ,]+[^\W\d])")
_TWELVE = (_FRACTION, _DISTANCE, _SAID, _BARE)
_FORMS = (_CLOCK, _FULL_HOUR, *_TWELVE)
_WORD_NOON = pattern(r"(?:12 |high )?(?:noon|midday|mittags?)(?!\w)")
_MIDNIGHT = pattern(r"(?:mitternacht|midnight)(?!\w)|24(?:[:.]00)?(?: ?uhr| ?h)?(?![\w:.])")


def read_time(text: str) -> tuple[time, str]:
    """The time of day at the start of a `plain` text, and what follows it.

    Raises:
        UnreadableTime, MissingTime, NoSuchTime, UnclearMidnight: as `parse_time`.
    """
    led = _LED.match(text)
    part, at = (led["part"], led["at"]) if led else (None, None)
    start = text[led.end() :] if led else text
    if _MIDNIGHT.match(start):
        raise UnclearMidnight(text=text[:SHOWN])
    if match := _WORD_NOON.match(start):
        return time(_HALF_DAY), start[match.end() :]
    match = next((found for form in _FORMS if (found := form.match(start))), None)
    behind = PART_BEHIND.match(start, match.end()) if match else None
    if match is None or (match.re is _BARE and not (part or at or behind)):
        return _only_a_part(text, part, start)
    if behind:
        part = behind["noun"] or behind["adverb"]
    return _told(match, part, text), start[(behind or match).end() :]


def _only_a_part(text: str, part: str | None, rest: str) -> tuple[time, str]:
    """Noon is a time; "abends" is not yet."""
    if part and _WORD_NOON.fullmatch(part):
        return time(_HALF_DAY), rest
    if part and not left_over(rest):
        raise MissingTime(text=text.strip()[:SHOWN])
    raise UnreadableTime(text=text.strip()[:SHOWN])


def _told(match: re.Match[str], part: str | None, text: str) -> time:
    """The time of a match, in the half of the day that is meant."""
    parts = match.groupdict()
    hour, minutes = _minutes(parts)
    window = _window(part) if part else _OFFICE if match.re in _TWELVE else range(_DAY)
    if parts.get("half"):
        minutes = _half(hour, minutes - 60 * hour, parts["half"])
    elif 1 <= hour <= _HALF_DAY and window != range(_DAY):
        minutes = next((m for m in (minutes % _NOON, minutes % _NOON + _NOON) if m in window), _DAY)
    elif match.re in _TWELVE and hour < 2 * _HALF_DAY:
        minutes %= _DAY
    try:
        found = time(minutes // 60, minutes % 60, int(parts.get("second") or 0))
    except ValueError:
        raise NoSuchTime(text=text.strip()[:SHOWN]) from None
    if part and minutes not in window:
        raise NoSuchTime(text=text.strip()[:SHOWN])
    return found


def _minutes(parts: dict[str, str | None]) -> tuple[int, int]:
    """The hour that was named, and the minutes since midnight; 24 hours and more if there is none."""
    hour = count_of(parts["hour"] or "")
    if fraction := parts.get("fraction"):
        return hour, 60 * hour + _FRACTIONS[fraction.casefold()]
    if count := parts.get("count"):
        words = count.casefold().removeprefix("a ")
        some = {"viertel": 15, "quarter": 15, "half": 30}.get(words) or count_of(words)
        off = -30 if parts["halb"] else 0
        return hour, 60 * hour + off + (some if parts["after"] else -some)
    minute = count_of(parts.get("minute") or parts.get("after") or "0")
    return hour, 60 * hour + minute if minute < _HOUR_LONG else _DAY


def _half(hour: int, minute: int, half: str | None) -> int:
    """Minutes since midnight of a clock with a.m. and p.m."""
    if half is None or not 1 <= hour <= _HALF_DAY:
        return _DAY
    return 60 * (hour % _HALF_DAY + (_HALF_DAY if half.casefold() == "p" else 0)) + minute


def _window(part: str) -> range:
    return next((hours for hours, words in _PARTS if part.casefold() in words), _MORNING)
