"""People at their clients, and a bot that may be killed before, amid or after any message."""

from __future__ import annotations

import asyncio
import random
import re
from collections import Counter
from collections.abc import Awaitable, Callable, Iterator
from dataclasses import dataclass, field

from bot.demo.event import Event
from bot.demo.person import Person
from bot.text.content import KEY
from tests.e2e.clients import Client, Json
from tests.e2e.community import Community

_PATIENCE = 30.0
_RESULT = re.compile(r"^\S+: (?:✅|❌|↩️|⏰) \w+$", re.MULTILINE)
_DYING = ("hat leider nicht geklappt", "zu lange gedauert", "länger nicht erreichbar", "zustellen")


@dataclass(frozen=True, slots=True)
class Said:
    """What somebody sent, and the bot's answer to it."""

    room: str
    event_id: str
    to: Event | None
    """What it replied to."""
    heard: Event | None

    @property
    def answer(self) -> Event:
        assert self.heard is not None
        return self.heard

    @property
    def text(self) -> str:
        return self.answer.body


@dataclass
class Stage:
    """Where the month is played: everything that was sent, and how often the bot dies."""

    community: Community
    dice: random.Random
    deaths: float
    """The share of messages around which the bot is killed."""
    expected: dict[str, int] = field(default_factory=dict)
    """How many answers each event should have."""
    deletions: set[str] = field(default_factory=set)
    people: list[Person] = field(default_factory=list)
    transcript: list[str] = field(default_factory=list)
    killed: int = 0

    @property
    def bot(self) -> str:
        return self.community.lotse.user_id

    async def sent(
        self, send: Callable[[], Awaitable[str]], heard: Callable[[str], Awaitable[Event | None]]
    ) -> tuple[str, Event | None]:
        """Send something and wait for its answer, in good or bad weather."""
        moment = "calm"
        if self.dice.random() < self.deaths:
            moment = self.dice.choice(("before", "amid", "after"))
            self.killed += 1
        if moment == "before":
            self.community.lotse.kill()
        event_id = await send()
        if moment == "amid":
            await asyncio.sleep(self.dice.uniform(0, 0.2))
            self.community.lotse.kill()
        if moment in ("before", "amid"):
            self.community.lotse.start()
        answer = await heard(event_id)
        if moment == "after":
            self.community.lotse.kill()
            self.community.lotse.start()
        return event_id, answer

    async def away(self, *talk: Callable[[], Awaitable[Said]]) -> list[Said]:
        """All this is said while the bot is down; it comes back later."""
        deaths, self.deaths = self.deaths, 0
        self.community.lotse.kill()
        said = [asyncio.ensure_future(one()) for one in talk]
        await asyncio.sleep(0.5)
        self.community.lotse.start()
        self.deaths = deaths
        return list(await asyncio.gather(*said))

    async def history(self) -> dict[str, list[Event]]:
        """Everything in every room: as it was heard, and what was never heard as it is now."""
        rooms: dict[str, dict[str, Event]] = {}
        for person in self.people:
            for event in person.heard:
                rooms.setdefault(event.room_id, {})[event.event_id] = event
        for room, events in rooms.items():
            reader = next(p for p in self.people if any(e.room_id == room for e in p.heard))
            for event in await reader.messages(room):
                events.setdefault(event.event_id, event)
        return {room: list(events.values()) for room, events in rooms.items()}

    async def ours(self) -> list[Event]:
        """What the bot sent, anywhere."""
        rooms = await self.history()
        return [e for events in rooms.values() for e in events if e.sender == self.bot]


@dataclass
class Desk:
    """Somebody at one of their clients."""

    stage: Stage
    person: Person
    client: Client

    async def say(self, room: str, words: str, *, answers: int = 1) -> Said:
        return await self.send(room, self.client.text(words), answers=answers)

    async def mention(self, room: str, words: str) -> Said:
        return await self.send(room, self.client.mention(words))

    async def reply(self, to: Event, words: str, *, answers: int = 1) -> Said:
        return await self.send(to.room_id, self.client.reply(to, words), to=to, answers=answers)

    async def thread(self, room: str, root: str, latest: str, words: str) -> Said:
        return await self.send(room, self.client.thread(root, latest, words))

    async def edit(self, said: Said, words: str, *, answers: int = 1) -> Said:
        content = self.client.edit(said.event_id, words, to=said.to)
        return await self.send(said.room, content, to=said.to, answers=answers)

    async def tap(self, to: Event, key: str, *, answers: int = 1) -> Said:
        content = self.client.react(to.event_id, key)
        return await self.send(to.room_id, content, "m.reaction", to=to, answers=answers)

    async def delete(self, said: Said, *, answers: int = 1) -> Said:
        """Take back a message, or a tap."""

        async def send() -> str:
            return await self.person.redact(said.room, said.event_id)

        return await self._done(said.room, send, None, answers, "", deletion=True)

    async def send(
        self,
        room: str,
        content: Json,
        kind: str = "m.room.message",
        *,
        to: Event | None = None,
        answers: int = 1,
    ) -> Said:
        """Anything that a client may send."""

        async def send() -> str:
            return await self.person.send(room, content, kind)

        new = content.get("m.new_content", content)
        shown = new.get("body") or content["m.relates_to"].get("key")
        return await self._done(room, send, to, answers, str(shown))

    async def _done(
        self,
        room: str,
        send: Callable[[], Awaitable[str]],
        to: Event | None,
        answers: int,
        shown: str,
        *,
        deletion: bool = False,
    ) -> Said:
        async def heard(event_id: str) -> Event | None:
            self.stage.expected[event_id] = answers
            if deletion:
                self.stage.deletions.add(event_id)
            return await self._answer(event_id, deletion=deletion) if answers else None

        who = self.person.user_id[1:].split("-")[0]
        self.stage.transcript.append(f"{who} ({type(self.client).__name__}): {shown or 'deletes'}")
        event_id, answer = await self.stage.sent(send, heard)
        self.stage.transcript.append(f"    -> {answer.body if answer else '(nothing)'}")
        return Said(room, event_id, to, answer)

    async def _answer(self, event_id: str, *, deletion: bool) -> Event:
        ours = self.stage.bot
        return await self.person.wait_for(
            lambda e: e.sender == ours and answers(e, event_id, deletion=deletion), _PATIENCE
        )

    async def direct(self, words: str) -> Event:
        """The next message of the bot, in a direct chat, that has these words."""
        rooms = set(self.stage.community.rooms.values())
        return await self.person.wait_for(
            lambda e: e.sender == self.stage.bot and e.room_id not in rooms and words in e.body,
            _PATIENCE,
        )


def key(event: Event) -> str:
    """What the bot calls its message; it names the event that led to it."""
    return str(event.content.get(KEY, ""))


def answers(ours: Event, event_id: str, *, deletion: bool = False) -> bool:
    """Whether it answers the event; a deletion by what becomes of the earlier answer, too."""
    changed = deletion and key(ours).startswith(f"e-{event_id}-r-")
    return key(ours) == f"r-{event_id}" or changed


def unequal(stage: Stage, ours: list[Event]) -> dict[str, int]:
    """The events that were not answered as often as they should, and how often they were."""
    counts = {
        one: sum(answers(event, one, deletion=one in stage.deletions) for event in ours)
        for one in stage.expected
    }
    return {one: count for one, count in counts.items() if count != stage.expected[one]}


def repeated(ours: list[Event]) -> list[str]:
    """What the bot said more than once."""
    counts = Counter(key(event) for event in ours if key(event))
    return [one for one, count in counts.items() if count > 1]


def seeds_left(ours: list[Event]) -> dict[str, list[str]]:
    """The reactions of the bot that are still there, by the message that bears them."""
    gone = {event.redacts for event in ours}
    left: dict[str, list[str]] = {}
    for event in ours:
        if event.reaction and event.event_id not in gone:
            target = event.content["m.relates_to"]["event_id"]
            left.setdefault(target, []).append(event.reaction)
    return left


def results(ours: list[Event]) -> Iterator[int]:
    """How many results each of the bot's questions shows, in all that it ever showed."""
    shown: dict[str, set[str]] = {}
    for event in ours:
        if event.replaces:
            shown.setdefault(event.replaces, set()).update(_RESULT.findall(event.body))
    return (len(found) for found in shown.values())


def deaths_heard(ours: list[Event]) -> list[str]:
    """What says that something went wrong."""
    return [event.body for event in ours if any(words in event.body for words in _DYING)]
