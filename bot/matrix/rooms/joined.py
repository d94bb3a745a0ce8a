"""The rooms that we are in: notes what a batch says about them, and who is new to us."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime

from bot.domain.community.room import Room
from bot.domain.dialogue.message import Text
from bot.domain.journal import OutboxRow, Outgoing
from bot.matrix.config import Words
from bot.matrix.content.batch import DIRECT, Batch, News, name_of
from bot.matrix.content.cleaning import identifier
from bot.matrix.content.reading import mapping
from bot.matrix.encryption import Obstacle
from bot.storage import outbox, rooms
from bot.storage.database import Database, Transaction

log = logging.getLogger(__name__)

_A_PAIR = 2


@dataclass(frozen=True, slots=True)
class Noted:
    """What a batch changed: the new picture of each changed room, and what we say about it."""

    rooms: tuple[Room, ...]
    posts: tuple[OutboxRow, ...]
    upgraded: tuple[str, ...] = ()
    """Rooms that have a successor, or are one, since this batch."""


class Rooms:
    """Remembers the joined rooms; the database holds the same, and more about each."""

    def __init__(
        self,
        database: Database,
        words: Words,
        ours: str,
        obstacle: Callable[[], Obstacle | None] = lambda: Obstacle.OFF,
    ) -> None:
        """`obstacle`: what keeps us from speaking in encrypted rooms now."""
        self._database = database
        self._obstacle = obstacle
        self._words = words
        self._ours = ours
        self._joined: dict[str, Room] = {}
        self._encrypted: set[str] = set()
        self.current = False
        """Whether we hear at once what happens: not before the first batch, nor while /sync fails."""

    async def load(self) -> None:
        """Read what earlier runs noted."""
        self.remember(await self._database.read(rooms.joined))

    def remember(self, changed: Iterable[Room]) -> None:
        """Take over the new picture of rooms, after the commit that stored it."""
        for room in changed:
            if room.joined:
                self._joined[room.room_id] = room
            else:
                self._joined.pop(room.room_id, None)
            if room.encrypted:
                self._encrypted.add(room.room_id)

    def get(self, room_id: str) -> Room | None:
        """The room, if we are in it."""
        return self._joined.get(room_id)

    def all(self) -> tuple[Room, ...]:
        """All that we are in."""
        return tuple(self._joined.values())

    def is_direct(self, room_id: str) -> bool:
        """Whether it is a chat with one person."""
        room = self._joined.get(room_id)
        return room is not None and room.direct_with is not None

    def becomes_direct(self, news: News) -> bool:
        """Whether the room is such a chat once the news are noted."""
        room = self._joined.get(news.room_id) or Room(room_id=news.room_id)
        return _partner(news, room, self._ours) is not None

    def is_encrypted(self, room_id: str) -> bool:
        """Whether it was ever encrypted, as far as we heard."""
        return room_id in self._encrypted

    def speaks_in(self, room: Room) -> bool:
        """Whether we can say anything there, as far as encryption goes."""
        closed = room.encrypted or self.is_encrypted(room.room_id)
        return not closed or self._obstacle() is None

    def know_encrypted(self, room_id: str) -> None:
        """It is encrypted, as the homeserver said when asked."""
        self._encrypted.add(room_id)

    def beware(self, batch: Batch) -> None:
        """Know encrypted rooms at once, before the batch is stored: nothing may slip out."""
        self._encrypted.update(n.room_id for n in batch.news if n.changes("m.room.encryption"))

    def note(self, tx: Transaction, batch: Batch, now: datetime, *, first: bool) -> Noted:
        """Store what changed; on the `first` batch ever nobody is greeted."""
        changed: list[Room] = []
        posts: list[OutboxRow] = []
        upgraded: list[str] = []
        for news in batch.news:
            before = self._joined.get(news.room_id)
            after = self._now(tx, news, before, now)
            if after == before:
                continue
            rooms.enter(tx, news.room_id, **_facts(after), **({"greeted": True} if first else {}))
            words = self._speak(tx, news, before, after)
            posts += outbox.add(tx, words, now)
            changed.append(after)
            if after.successor and (before is None or before.successor != after.successor):
                upgraded.append(after.room_id)
        for room_id in batch.left:
            if room := self._joined.get(room_id):
                rooms.leave(tx, room_id)
                changed.append(replace(room, joined=False))
        new = {room.room_id for room in changed if room.room_id not in self._joined}
        upgraded += [old.room_id for old in self._joined.values() if old.successor in new]
        return Noted(tuple(changed), tuple(posts), tuple(dict.fromkeys(upgraded)))

    def _now(self, tx: Transaction, news: News, before: Room | None, now: datetime) -> Room:
        room = before or rooms.get(tx, news.room_id) or Room(room_id=news.room_id)
        if before is None:
            room = replace(room, joined=True, joined_at=now)
        return replace(
            room,
            name=name_of(news, room),
            encrypted=room.encrypted or self.is_encrypted(news.room_id),
            direct_with=_partner(news, room, self._ours),
            successor=_successor(news) or room.successor,
        )

    def _speak(
        self, tx: Transaction, news: News, before: Room | None, after: Room
    ) -> list[Outgoing]:
        """One greeting in a new room; a word to the office about one in which we cannot speak."""
        words: list[Outgoing] = []
        speaks, obstacle = self.speaks_in(after), self._obstacle()
        if not speaks and not (before and before.encrypted):
            log.warning("room %s is encrypted: we neither read nor write there", after.room_id)
            room, reason = after.name or after.room_id, str(obstacle)
            text = Text("office-room-encrypted", room=room, reason=reason)
            words += self._words.office(f"encrypted-{after.room_id}", text)
        quiet = not speaks or _silent(news, self._ours) or self._replaces(after.room_id)
        if before is None and rooms.greet(tx, after.room_id) and not quiet:
            text = Text("greeting")
            words.append(self._words.room(f"greet-{after.room_id}", after.room_id, text))
        return words

    def _replaces(self, room_id: str) -> bool:
        return any(room.successor == room_id for room in self._joined.values())


def _facts(room: Room) -> Mapping[str, object]:
    facts = {
        "name": room.name,
        "direct_with": room.direct_with,
        "encrypted": room.encrypted,
        "successor": room.successor,
    }
    return facts if room.joined_at is None else {**facts, "joined_at": room.joined_at}


def is_pair(news: News) -> bool:
    """Whether two are in the room now, counting invitations; False where nothing is said."""
    return news.joined is not None and news.joined + (news.invited or 0) == _A_PAIR


def is_space(news: News) -> bool:
    created = news.latest("m.room.create")
    return created is not None and mapping(created.get("content")).get("type") == "m.space"


def _silent(news: News, ours: str) -> bool:
    """Spaces have no readers, chats that we opened begin with what we have to say there."""
    created = news.latest("m.room.create")
    return is_space(news) or (created is not None and created.get("sender") == ours)


def _partner(news: News, room: Room, ours: str) -> str | None:
    """The one person in a direct chat: alone with us in a room without a name, or we opened it."""
    if news.joined is not None and not is_pair(news):
        # Whoever left us alone stays its partner, so that we do not open a chat after chat.
        return room.direct_with if news.joined == 1 and not news.invited else None
    opened = news.latest(DIRECT)
    if opened is not None and opened.get("sender") == ours:
        return identifier(mapping(opened.get("content")).get("person")) or room.direct_with
    if news.joined is not None and not is_space(news) and not name_of(news, room):
        return news.others[0] if len(news.others) == 1 else room.direct_with
    return room.direct_with


def _successor(news: News) -> str | None:
    event = news.latest("m.room.tombstone")
    return identifier(mapping(event.get("content")).get("replacement_room")) if event else None
