"""Takes one batch in: events, rooms, invitations and the token, stored whole or not at all.

The raw JSON is read by small suspicious readers of ours (`batch`, `reading`) and not by nio's
event classes: those check and copy whatever is in a room, although we need a few fields of it,
and one malformed event would decide over the fate of the others.
"""

from __future__ import annotations

import hashlib
import logging
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from bot.domain.dialogue.message import Text
from bot.domain.journal import InboxRow, OutboxRow
from bot.matrix.batch import DIRECT, Batch, News
from bot.matrix.config import Words
from bot.matrix.errors import MatrixError, Unauthorised
from bot.matrix.flood import Floodgate, Passed
from bot.matrix.gaps import Gap, Gaps
from bot.matrix.homeserver import Homeserver
from bot.matrix.inbound import Arrival, Inbound
from bot.matrix.invites import Invites
from bot.matrix.members import joined_members
from bot.matrix.reading import Draft, Raw, read
from bot.matrix.rooms import Noted, Rooms, is_pair, is_space
from bot.storage import markers, outbox
from bot.storage.database import Database, Transaction

log = logging.getLogger(__name__)

SYNC_AT = "sync-at"


@dataclass(frozen=True, slots=True)
class Taken:
    """What a stored batch leaves to do."""

    batch: Batch
    rows: tuple[InboxRow, ...]
    posts: tuple[OutboxRow, ...]
    noted: Noted


class Intake:
    """The way of a batch from the homeserver's answer to the commit."""

    def __init__(
        self,
        database: Database,
        homeserver: Homeserver,
        inbound: Inbound,
        rooms: Rooms,
        invites: Invites,
        floodgate: Floodgate,
        *,
        words: Words,
        ours: str,
    ) -> None:
        self._database = database
        self._homeserver = homeserver
        self._inbound = inbound
        self._rooms = rooms
        self._invites = invites
        self._floodgate = floodgate
        self._words = words
        self._ours = ours
        self._gaps = Gaps(homeserver, ours)

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
        batch = replace(batch, news=[await self._complete(news) for news in batch.news])
        gaps: list[Gap] = []
        arrivals: list[Arrival] = []
        if known_until is not None:
            gaps = [
                await self._gaps.fill(news, since, known_until, now)
                for news in batch.news
                if news.limited and not _since_arrival(news, self._ours)
            ]
            arrivals = await self._arrivals(batch, gaps, now)
        wants = self._floodgate.asked(arrivals, known_until or now, now)

        def work(tx: Transaction) -> tuple[Taken, Passed]:
            passed = self._floodgate.let_in(tx, arrivals, wants, now)
            rows = self._inbound.store(tx, passed.arrivals, now)
            noted = self._rooms.note(tx, batch, now, first=known_until is None)
            posts = self._confess(tx, batch.token, gaps, now)
            self._invites.note(tx, batch)
            markers.put(tx, markers.SYNC_TOKEN, batch.token)
            markers.put(tx, SYNC_AT, str(now.timestamp()))
            return Taken(batch, rows, (*noted.posts, *posts, *passed.posts), noted), passed

        quiet = not (batch.news or batch.invitations or batch.left)
        taken, passed = await self._database.write(work, haste=not quiet)
        passed.trial.keep()
        self._rooms.remember(taken.noted.rooms)
        self._rooms.current = True
        return taken

    async def _arrivals(self, batch: Batch, gaps: Sequence[Gap], now: datetime) -> list[Arrival]:
        filled = {gap.news.room_id: gap.drafts for gap in gaps}
        drafts: list[Draft] = []
        for news in batch.news:
            drafts += reversed(filled.get(news.room_id, []))
            drafts += self._drafts(news, now)
        chats = {news.room_id: self._rooms.becomes_direct(news) for news in batch.news}
        return await self._inbound.consider(drafts, lambda room: chats[room]) if drafts else []

    def _drafts(self, news: News, now: datetime) -> list[Draft]:
        """What was said since we are in the room."""
        start = news.arrival(self._ours)
        events = news.events if start is None else news.events[start + 1 :]
        drafts = (_safely(event, news.room_id, self._ours, now) for event in events)
        return [draft for draft in drafts if draft]

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
            if not self._rooms.is_encrypted(room_id)
        ]
        return outbox.add(tx, words, now)


def _since_arrival(news: News, ours: str) -> bool:
    return news.arrival(ours) is not None


def _safely(event: Raw, room_id: str, ours: str, now: datetime) -> Draft | None:
    try:
        return read(event, room_id, ours, now)
    except Exception:
        log.exception("room %s: an event could not be read", room_id)
        return None
