"""Takes one batch in: events, rooms, invitations and the token, stored whole or not at all.

The raw JSON is read by small suspicious readers of ours (`batch`, `reading`) and not by nio's
event classes: those check and copy whatever is in a room, although we need a few fields of it,
and one malformed event would decide over the fate of the others.
"""

from __future__ import annotations

import hashlib
import logging
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from bot.domain.dialogue.message import Text
from bot.domain.journal import InboxRow, OutboxRow
from bot.matrix.config import Words
from bot.matrix.content.batch import DIRECT, Batch, News
from bot.matrix.content.reading import Draft, Raw
from bot.matrix.door.errors import MatrixError, Unauthorised
from bot.matrix.door.homeserver import Homeserver
from bot.matrix.encryption import Encryption
from bot.matrix.listening import entries
from bot.matrix.listening.entries import Arrival
from bot.matrix.listening.flood import Floodgate, Passed
from bot.matrix.listening.gaps import Gap, Gaps
from bot.matrix.listening.inbound import Inbound
from bot.matrix.listening.learning import Learning
from bot.matrix.listening.opening import Opening, Said
from bot.matrix.listening.recalling import Recalling
from bot.matrix.listening.waiting import Late, Waiting
from bot.matrix.rooms.invites import Invites
from bot.matrix.rooms.joined import Noted, Rooms, is_pair, is_space
from bot.matrix.rooms.members import joined_members
from bot.storage import markers, outbox
from bot.storage.database import Database, Transaction

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Taken:
    """What a stored batch leaves to do."""

    batch: Batch
    rows: tuple[InboxRow, ...]
    posts: tuple[OutboxRow, ...]
    noted: Noted


class Intake:
    """The way of a batch from the homeserver's answer to the commit."""

    def __init__(  # noqa: PLR0913 -- joins all that a batch meets
        self,
        database: Database,
        homeserver: Homeserver,
        inbound: Inbound,
        rooms: Rooms,
        invites: Invites,
        floodgate: Floodgate,
        encryption: Encryption,
        *,
        learning: Learning,
        recalling: Recalling,
        words: Words,
    ) -> None:
        self._database = database
        self._homeserver = homeserver
        self._inbound = inbound
        self._rooms = rooms
        self._invites = invites
        self._floodgate = floodgate
        self._learning = learning
        self._recalling = recalling
        self._words = words
        self._ours = recalling.ours
        self._encryption = encryption
        self._opening = Opening(encryption, rooms.is_encrypted, recalling.ours)
        self._waiting = Waiting(database, self._opening, words)
        self._gaps = Gaps(homeserver, self._opening, recalling.ours)

    def doubt(self) -> None:
        """Listening failed, so that what we know of the rooms may be old."""
        self._rooms.current = False

    def known(self) -> frozenset[str]:
        """The rooms that we believe to be in."""
        return frozenset(room.room_id for room in self._rooms.all())

    async def store(
        self, batch: Batch, since: str | None, known_until: datetime | None, now: datetime
    ) -> Taken:
        """Store it durably, gaps filled.

        `known_until` None means that this is the first batch ever: nothing of what was said
        before we came is executed.
        """
        self._rooms.beware(batch)
        self._encryption.rooms_changed(batch.news)
        batch = replace(batch, news=[await self._complete(news) for news in batch.news])
        gaps: list[Gap] = []
        arrivals: list[Arrival] = []
        late, said = Late(), Said()
        learnt: Mapping[int, str] = {}
        if known_until is not None:
            gaps = await self._filled(batch, since, known_until, now)
            late = await self._waiting.late(now)
            said = await self._said(batch, gaps, now)
            learnt = await self._learning.hear(_ours(batch, gaps))
            arrivals = await self._arrivals(batch, [*late.drafts, *said.drafts])
        wants = self._floodgate.asked(arrivals, known_until or now, now)

        def work(tx: Transaction) -> tuple[Taken, Passed]:
            self._learning.store(tx, learnt, now)
            passed = self._floodgate.let_in(tx, arrivals, wants, now)
            rows = entries.store(tx, passed.arrivals, now)
            noted = self._rooms.note(tx, batch, now, first=known_until is None)
            posts = (
                *self._confess(tx, batch.token, gaps, now),
                *self._waiting.store(tx, late, self._recalling.unanswered(said), now),
                *self._recalling.tell(tx, now),
            )
            self._invites.note(tx, batch)
            markers.put(tx, markers.SYNC_TOKEN, batch.token)
            markers.put(tx, markers.SYNC_AT, str(now.timestamp()))
            return Taken(batch, rows, (*noted.posts, *posts, *passed.posts), noted), passed

        quiet = not (batch.news or batch.invitations or batch.left)
        taken, passed = await self._database.write(work, haste=not quiet)
        passed.trial.keep()
        self._recalling.settled()
        self._rooms.remember(taken.noted.rooms)
        self._rooms.current = True
        return taken

    async def _filled(
        self, batch: Batch, since: str | None, known_until: datetime, now: datetime
    ) -> list[Gap]:
        return [
            await self._gaps.fill(news, since, known_until, now)
            for news in batch.news
            if news.limited and not _since_arrival(news, self._ours)
        ]

    async def _said(self, batch: Batch, gaps: Sequence[Gap], now: datetime) -> Said:
        """What was said since we are in each room, its gap first."""
        said = Said()
        for gap in gaps:
            said = said.followed_by(gap.said)
        events = [(news.room_id, event) for news in batch.news for event in self._since_us(news)]
        return said.followed_by(await self._opening.read(events, now))

    def _since_us(self, news: News) -> Sequence[Raw]:
        start = news.arrival(self._ours)
        return news.events if start is None else news.events[start + 1 :]

    async def _arrivals(self, batch: Batch, drafts: Sequence[Draft]) -> list[Arrival]:
        chats = {news.room_id: self._rooms.becomes_direct(news) for news in batch.news}

        def is_direct(room: str) -> bool:
            return chats[room] if room in chats else self._rooms.is_direct(room)

        considered = await self._inbound.consider(drafts, is_direct) if drafts else []
        return self._recalling.sift(considered)

    async def _complete(self, news: News) -> News:
        """With the other one of a pair, whom the homeserver omits where the room has a name."""
        if not is_pair(news) or news.others or is_space(news) or news.latest(DIRECT):
            return news
        try:
            members = await joined_members(self._homeserver, news.room_id)
        except Unauthorised:
            raise
        except MatrixError as fault:
            log.warning("room %s: cannot ask who is in it: %s", news.room_id, fault)
            return news
        return replace(news, others=tuple(sorted(members - {self._ours})))

    def _confess(
        self, tx: Transaction, token: str, gaps: Sequence[Gap], now: datetime
    ) -> tuple[OutboxRow, ...]:
        """Tell each room of which we could not read everything."""
        sign = hashlib.sha256(token.encode()).hexdigest()[:16]
        words = [
            self._words.room(f"gap-{room_id}-{sign}", room_id, Text("gap-too-long"))
            for room_id in (gap.news.room_id for gap in gaps if gap.open)
            if self._speaks_in(room_id)
        ]
        return outbox.add(tx, words, now)

    def _speaks_in(self, room_id: str) -> bool:
        room = self._rooms.get(room_id)
        return room is not None and self._rooms.speaks_in(room)


def _ours(batch: Batch, gaps: Sequence[Gap]) -> list[tuple[str, Raw]]:
    """Events among which ours are, each with its room."""
    missed = [(gap.news.room_id, event) for gap in gaps for event in gap.ours]
    return missed + [(news.room_id, event) for news in batch.news for event in news.events]


def _since_arrival(news: News, ours: str) -> bool:
    return news.arrival(ours) is not None
