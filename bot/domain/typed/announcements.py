"""Announcements as the office types them: when, into which rooms, and the text."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from bot.domain.errors import WrongInput
from bot.domain.plans.announcement import Rule
from bot.domain.typed.rules import parse_rule

LONGEST = 3_500  # bytes of UTF-8, so that the post fits a message whole


class TextTooLong(WrongInput):
    """An announcement's text has more than `limit` bytes."""


# "#name", an alias "#name:example.org" or an id "!opaque:example.org"; a colon behind ends it.
_ROOM = r"(?:#[^\s:,|]+(?::[\w-]+(?:\.[\w-]+)+(?=[\s:,|]|$))?|![^\s,|]+?(?=:?(?:[\s,|]|$)))"
_AND = r"(?:\s*,\s*|\s+(?:und|and)\s+)"
_ROOMS = re.compile(rf"(?:^|\s)in\s+(?P<rooms>{_ROOM}(?:{_AND}{_ROOM})*)", re.IGNORECASE)
_BETWEEN = re.compile(_AND, re.IGNORECASE)
_END_OF_RULE = re.compile(r":(?!\d)|\n|\|")
_SPACE = {"\t": " ", "\r": "\n", "\u2028": "\n", "\u2029": "\n"}


@dataclass(frozen=True, slots=True)
class TypedAnnouncement:
    """The rule, the rooms as they were named, and the text with its line breaks."""

    rule: Rule
    rooms: tuple[str, ...]
    text: str


def parse_announcement(text: str, today: date, zone: str) -> TypedAnnouncement:
    """Reads, for instance, "jeden Montag 9 Uhr in #community: Guten Morgen".

    Raises:
        TextTooLong: see there.
        MissingText, UnreadableRule, NoSuchDay, ...: as `parse_rule`.
    """
    typed = _visible(text)
    rooms, typed = _rooms(typed)
    end = _END_OF_RULE.search(typed)
    if end and end[0] == "|":
        typed = f"{typed[: end.start()]}\n{typed[end.end() :]}"
    rule, words = parse_rule(typed, today, zone)
    if len(words.encode()) > LONGEST:
        raise TextTooLong(limit=LONGEST)
    return TypedAnnouncement(rule, rooms, words)


def _rooms(text: str) -> tuple[tuple[str, ...], str]:
    """The rooms named before the text, and what is typed without them."""
    found = _ROOMS.search(text)
    end = _END_OF_RULE.search(text)
    if found is None or (end and end.start() < found.start()):
        return (), text
    names = tuple(_BETWEEN.split(found["rooms"]))
    return names, text[: found.start()] + text[found.end() :]


def _visible(text: str) -> str:
    lines = text.replace("\r\n", "\n")
    shown = (_SPACE.get(c, c) for c in lines)
    return "".join(c for c in shown if c == "\n" or c.isprintable()).strip()
