"""Offers and needs as people type them: a topic, how much or until when, and a note."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from itertools import islice

from bot.domain.community.network import Level
from bot.domain.errors import Missing, WrongInput
from bot.domain.moments.days import read_day
from bot.domain.moments.refusals import PastDay, UnreadableDay
from bot.domain.moments.words import plain
from bot.domain.typed.parts import in_order

_LONGEST_NOTE = 500
_LONGEST_TOPIC = 120
_SHOWN = 40
_LONGEST_DAY = 80
_MOST_TRIES = 9
_EDGE = " \t\r\n,;:|·–—-"
_FOR = re.compile(r"\s*(?:für|fuer|for)\s+(?P<network>[^:|\n]{1,120})[:|\n]\s*", re.IGNORECASE)
_FOR_WHOM = re.compile(r"\s*(?:für|fuer|for)\s", re.IGNORECASE)
_NAMED_LEVEL = re.compile(
    r"\b(?:(?:stufe|level|niveau)\s*[:=]?\s*){1,2}(?P<level>\w+)", re.IGNORECASE
)
_BARE_LEVEL = re.compile(r"(?<=[\s|,;:(])(?P<level>[0-9])(?=[\s|,;:).]|$)")
_LONE_LEVEL = re.compile(r"(?<=[:|\n])[ \t]*(?P<level>[0-9])[ \t]*(?=[:|\n]|$)")
_LEVELS = {
    word: level
    for level, words in (
        (Level.FIRST, "1 eins one erste first"),
        (Level.PRACTISED, "2 zwei two erprobt practised"),
        (Level.TEACHING, "3 drei three anleiten teach"),
    )
    for word in words.split()
}
_UNTIL = re.compile(
    r"(?:^|(?<=[\s,;:|(]))(?:(?:bis|until|till)\b[\s:]*){1,2}(?:zum\s+)?", re.IGNORECASE
)
_END = re.compile(r"[:|\n]")
_NOTE = re.compile(r"(?:bemerkung|notiz|note)\s*:\s*", re.IGNORECASE)


class TopicMissing(Missing):
    """An offer or a need is for a topic."""

    field = "topic"


class LevelMissing(Missing):
    """An offer says how experienced the network is; `topic` is what was typed."""

    field = "level"


class UnknownLevel(WrongInput):
    """Not 1, 2 or 3; `text`."""


class NoteTooLong(WrongInput):
    """More than `most` characters."""


class UnclearFor(WrongInput):
    """A beginning `für ...` without a colon may be a network or a topic; `text`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TypedOffer:
    """What was typed: `network` None means one's own; the topic is not looked up yet."""

    network: str | None
    topic: str
    level: Level
    note: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TypedNeed:
    """As `TypedOffer`, with the last day on which it counts."""

    network: str | None
    topic: str
    note: str
    until: date | None


def read_network(text: str, order: Callable[[str], str]) -> tuple[str | None, str]:
    """The network of a beginning such as `für FKB OWL:`, and what follows it, put in `order`.

    Raises:
        UnclearFor: it begins like that, but no colon says where the name ends.
    """
    if match := _FOR.match(text):
        return match["network"].strip(), order(text[match.end() :])
    text = order(text)
    if match := _FOR.match(text):
        return match["network"].strip(), text[match.end() :]
    if _FOR_WHOM.match(text):
        raise UnclearFor(text=text.strip()[:_SHOWN])
    return None, text


def parse_offer(text: str) -> TypedOffer:
    """Read `[für NETWORK:] TOPIC Stufe N [NOTE]`, in one line or several, or part by part.

    Raises:
        TopicMissing, LevelMissing, UnknownLevel, NoteTooLong, UnclearFor: say what is wrong.
    """
    network, rest = read_network(text, in_order)
    found = _level(rest)
    if not rest.strip(_EDGE):
        raise TopicMissing().knowing(network=network)
    if found is None:
        raise LevelMissing(topic=_topic(rest)[:_LONGEST_TOPIC]).knowing(network=network)
    level = _LEVELS.get(found["level"].casefold())
    if level is None:
        raise UnknownLevel(text=found["level"][:_SHOWN])
    topic, note = _divided(rest[: found.start()], rest[found.end() :])
    return TypedOffer(network=network, topic=topic, level=level, note=note)


def parse_need(text: str, today: date) -> TypedNeed:
    """Read `[für NETWORK:] TOPIC [bis DAY] [NOTE]`, in one line or several, or part by part.

    Raises:
        TopicMissing, NoteTooLong, UnclearFor: say what is wrong.
        UnreadableDay, VagueDay, NoSuchDay, WrongWeekday, PastDay, ...: of the last day.
    """
    network, rest = read_network(text, in_order)
    until, before, after = _until(rest, today)
    if until is not None and until < today:
        raise PastDay(day=until)
    topic, note = _divided(before, after)
    return TypedNeed(network=network, topic=topic, note=note, until=until)


def typed_topic(text: str) -> str:
    """The topic of an offer or a need, whatever else stands there already; "" if there is none.

    Raises:
        UnclearFor: as `read_network`.
    """
    _, rest = read_network(text, in_order)
    ends = [match.start() for match in (_level(rest), _UNTIL.search(rest)) if match]
    return _topic(rest[: min(ends, default=len(rest))])


def _level(text: str) -> re.Match[str] | None:
    """A level by name; a bare digit is one before the note, or where it stands alone."""
    colon = text.find(":")
    before = _BARE_LEVEL.search(text, 0, colon if colon >= 0 else len(text))
    return _NAMED_LEVEL.search(text) or before or _LONE_LEVEL.search(text)


def _topic(text: str) -> str:
    return _END.split(text.strip(_EDGE))[0].strip()


def _until(text: str, today: date) -> tuple[date | None, str, str]:
    """The day behind the first `bis` that has one; in a note there may be another `bis`."""
    for match in islice(_UNTIL.finditer(text), _MOST_TRIES):
        start = match.end()
        try:
            day, after = read_day(plain(text[start : start + _LONGEST_DAY]), today)
        except UnreadableDay as refusal:
            if _END.search(text[: match.start()].strip(_EDGE)):
                continue
            if type(refusal) is UnreadableDay:
                raise UnreadableDay(text=_topic(text[start : start + _LONGEST_DAY])) from None
            raise
        gap = " " if text[: start + _LONGEST_DAY][-1].isspace() else ""
        return day, text[: match.start()], f"{after}{gap}{text[start + _LONGEST_DAY :]}"
    return None, text, ""


def _divided(before: str, after: str) -> tuple[str, str]:
    """Topic and note, where the note may stand on either side of what lay between."""
    topic, *noted = _END.split(before.strip(_EDGE), maxsplit=1)
    if not topic.strip(_EDGE):
        topic, *noted = _END.split(after.strip(_EDGE), maxsplit=1)
        after = ""
    if not topic.strip(_EDGE):
        raise TopicMissing
    parts = (_NOTE.sub("", part.lstrip(_EDGE + ".)"), count=1) for part in (*noted, after))
    note = " ".join(" ".join(parts).split())
    if len(note) > _LONGEST_NOTE:
        raise NoteTooLong(most=_LONGEST_NOTE)
    return " ".join(topic.strip(_EDGE + "(").split()), note
