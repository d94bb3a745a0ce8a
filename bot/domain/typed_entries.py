"""Offers and needs as people type them: a topic, how much or until when, and a note."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from bot.domain.errors import WrongInput
from bot.domain.network import Level
from bot.domain.typed_days import PastDay, UnreadableDay, plain, read_day

_LONGEST_NOTE = 500
_SHOWN = 40
_EDGE = " \t\r\n,;:|·–—-"
_FOR = re.compile(r"\s*(?:für|fuer|for)\s+(?P<network>[^:|\n]{1,120})[:|\n]\s*", re.IGNORECASE)
_FOR_WHOM = re.compile(r"\s*(?:für|fuer|for)\s", re.IGNORECASE)
_NAMED_LEVEL = re.compile(r"\b(?:stufe|level|niveau)\s*[:=]?\s*(?P<level>\w+)", re.IGNORECASE)
_BARE_LEVEL = re.compile(r"(?<=[\s|,;:(])(?P<level>[0-9])(?=[\s|,;:).]|$)")
_LEVELS = {
    word: level
    for level, words in (
        (Level.FIRST, "1 eins one"),
        (Level.PRACTISED, "2 zwei two"),
        (Level.TEACHING, "3 drei three"),
    )
    for word in words.split()
}
_UNTIL = re.compile(r"(?:^|(?<=[\s,;:|(]))(?:bis|until|till)\b[\s:]*(?:zum\s+)?", re.IGNORECASE)
_END = re.compile(r"[:|\n]")


class TopicMissing(WrongInput):
    """An offer or a need is for a topic."""


class LevelMissing(WrongInput):
    """An offer says how experienced the network is; `topic` is what was typed."""


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


def read_network(text: str) -> tuple[str | None, str]:
    """The network of a beginning such as `für FKB OWL:`, and what follows it.

    Raises:
        UnclearFor: it begins like that, but no colon says where the name ends.
    """
    if match := _FOR.match(text):
        return match["network"].strip(), text[match.end() :]
    if _FOR_WHOM.match(text):
        raise UnclearFor(text=text.strip()[:_SHOWN])
    return None, text


def parse_offer(text: str) -> TypedOffer:
    """Read `[für NETWORK:] TOPIC Stufe N [NOTE]`, in one line or several.

    Raises:
        TopicMissing, LevelMissing, UnknownLevel, NoteTooLong, UnclearFor: say what is wrong.
    """
    network, rest = read_network(text)
    found = _NAMED_LEVEL.search(rest) or _BARE_LEVEL.search(rest)
    if not rest.strip(_EDGE):
        raise TopicMissing
    if found is None:
        raise LevelMissing(topic=_END.split(rest.strip(_EDGE))[0][:_SHOWN])
    level = _LEVELS.get(found["level"].casefold())
    if level is None:
        raise UnknownLevel(text=found["level"][:_SHOWN])
    topic, note = _divided(rest[: found.start()], rest[found.end() :])
    return TypedOffer(network=network, topic=topic, level=level, note=note)


def parse_need(text: str, today: date) -> TypedNeed:
    """Read `[für NETWORK:] TOPIC [bis DAY] [NOTE]`, in one line or several.

    Raises:
        TopicMissing, NoteTooLong, UnclearFor: say what is wrong.
        UnreadableDay, NoSuchDay, WrongWeekday, PastDay: of the last day.
    """
    network, rest = read_network(text)
    until, before, after = _until(rest, today)
    if until is not None and until < today:
        raise PastDay(day=until)
    topic, note = _divided(before, after)
    return TypedNeed(network=network, topic=topic, note=note, until=until)


def _until(text: str, today: date) -> tuple[date | None, str, str]:
    """The day behind the first `bis` that has one; in a note there may be another `bis`."""
    for match in _UNTIL.finditer(text):
        try:
            day, after = read_day(plain(text[match.end() :]), today)
        except UnreadableDay:
            if _END.search(text[: match.start()].strip(_EDGE)):
                continue
            raise UnreadableDay(text=plain(text[match.end() :])[:_SHOWN]) from None
        return day, text[: match.start()], after
    return None, text, ""


def _divided(before: str, after: str) -> tuple[str, str]:
    """Topic and note, where the note may stand on either side of what lay between."""
    topic, *noted = _END.split(before.strip(_EDGE), maxsplit=1)
    if not topic.strip(_EDGE):
        topic, *noted = _END.split(after.strip(_EDGE), maxsplit=1)
        after = ""
    if not topic.strip(_EDGE):
        raise TopicMissing
    note = " ".join(" ".join([*noted, after.lstrip(_EDGE + ".)")]).split())
    if len(note) > _LONGEST_NOTE:
        raise NoteTooLong(most=_LONGEST_NOTE)
    return " ".join(topic.strip(_EDGE + "(").split()), note
