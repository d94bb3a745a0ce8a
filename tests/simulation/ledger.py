"""Every promise that was made: what people asked for, what they were told, what is due when."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime

from tests.simulation.town import BOT, Json, Room, Town

CALM = (22, 7)
"""Hours (local) of the night."""
TOKEN = re.compile(r"Wort(\d+)(?!\d)")


def tokens(text: str) -> list[str]:
    """The words in a text by which what people said is found again."""
    return [f"Wort{number}" for number in TOKEN.findall(text)]


@dataclass(slots=True, kw_only=True)
class Asked:
    """A message that the bot owes exactly one answer."""

    event_id: str
    room_id: str
    sender: str
    text: str
    at: datetime
    withdrawn: bool = False
    """Its sender took it back, so silence is right too."""
    edits: list[str] = field(default_factory=list)


@dataclass(slots=True, kw_only=True)
class Planned:
    """An announcement that was told to be set: its word, and every moment (UTC) it is due."""

    token: str
    due: tuple[datetime, ...]
    until: datetime | None = None
    """When people agreed that it stops."""
    over: datetime | None = None
    """When the bot had told that it comes no more."""
    meeting: bool = False


@dataclass(slots=True)
class Entry:
    """What should be stored under that word: `given` alternatives, of which exactly one is."""

    kind: str
    told: str = ""
    """The bot's own words of it."""
    gone: bool = False
    """It was taken back, and told so, or before it was done."""
    rival: str = ""
    """The word that took its place, or whose place it took: only one of both may be there."""


@dataclass(slots=True, kw_only=True)
class Trouble:
    """What went wrong, on the loop's clock."""

    name: str
    start: float
    end: float


@dataclass(slots=True)
class Ledger:
    town: Town
    began: datetime
    """When the loop's clock stood at nought."""
    asked: dict[str, Asked] = field(default_factory=dict)
    entries: dict[str, Entry] = field(default_factory=dict)
    planned: list[Planned] = field(default_factory=list)
    troubles: list[Trouble] = field(default_factory=list)
    absent: list[tuple[str, float, float]] = field(default_factory=list)
    """Rooms in which the bot was not, and from when to when on the loop's clock."""
    calm: dict[str, float] = field(default_factory=dict)
    """People who want nothing unasked in `CALM`, and since when (milliseconds)."""
    _tokens: Iterator[int] = field(default_factory=lambda: itertools.count(1))

    def token(self, kind: str) -> str:
        """A word that nobody said before."""
        word = f"Wort{next(self._tokens)}"
        self.entries[word] = Entry(kind)
        return word

    def answers(self, event_id: str) -> list[Json]:
        """The bot's messages that reply to that one; changes of earlier ones are none."""
        found = []
        for _, event in self.town.said_by(BOT):
            relation = said(event).get("m.relates_to", {})
            if relation.get("m.in_reply_to", {}).get("event_id") == event_id:
                found.append(event)
        return found


def said(event: Json) -> Json:
    """The content, also of what was taken back since."""
    content: Json = event.get("redacted") or event["content"]
    return content


def body(event: Json) -> str:
    """What it says now."""
    content = said(event)
    content = content.get("m.new_content", content)
    return str(content.get("body", ""))


def room_of(town: Town, room_id: str) -> Room:
    return town.rooms[room_id]
