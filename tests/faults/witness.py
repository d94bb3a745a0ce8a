"""What the rooms' own history tells: the only thing that counts. Read by a client that is no nio."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Self

from bot.demo.event import Event
from bot.demo.person import Person
from bot.text.content import KEY


@dataclass
class Witness:
    """`asked`: what people asked that stands there still, by event id."""

    asked: dict[str, Event] = field(default_factory=dict)
    ours: list[Event] = field(default_factory=list)
    """Everything of the bot, oldest first in each room."""

    @classmethod
    async def of(cls, reader: Person, rooms: Iterable[str], bot: str) -> Self:
        """Read these rooms from their beginning to their end."""
        seen = cls()
        for room in rooms:
            for event in await reader.messages(room):
                if event.sender == bot:
                    seen.ours.append(event)
                elif event.is_message and event.body.startswith("!") and not event.replaces:
                    seen.asked[event.event_id] = event
        return seen

    @property
    def answers(self) -> dict[str, list[Event]]:
        """What the bot replied, by the event that it answers."""
        found: dict[str, list[Event]] = {}
        for event in self.ours:
            if event.reply_to and event.type == "m.room.message" and not event.replaces:
                found.setdefault(event.reply_to, []).append(event)
        return found

    @property
    def lost(self) -> list[str]:
        """Commands without an answer."""
        answers = self.answers
        return [event_id for event_id in self.asked if event_id not in answers]

    @property
    def doubled(self) -> list[str]:
        """Promises that were kept more than once, by the bot's own name for them."""
        keys = Counter(str(key) for event in self.ours if (key := event.content.get(KEY)))
        answers = Counter({event_id: len(said) for event_id, said in self.answers.items()})
        return [name for name, count in (keys + answers).items() if count > 1]

    def said(self, words: str, room: str = "") -> list[Event]:
        """What the bot said with these words in it, in that room or anywhere."""
        return [e for e in self.ours if words in e.body and room in ("", e.room_id)]


def unanswered(seen: Witness) -> int:
    """How many commands have no answer."""
    return len(seen.lost)


def nothing_wrong(seen: Witness, *, asked: int, bodies: Sequence[str] = ()) -> None:
    """Everything that was asked has its one answer, and `bodies` were each said once."""
    assert len(seen.asked) >= asked
    assert seen.lost == []
    assert seen.doubled == []
    assert {words: len(seen.said(words)) for words in bodies} == dict.fromkeys(bodies, 1)
