"""Keeps the descriptions of our commands in the rooms: slowly, where we may, and never in a quarrel.

What a room was brought to is remembered, so that the homeserver is asked about a room only when it
should have something else, its power levels changed, or somebody touched what is ours.
"""

from __future__ import annotations

import asyncio
import contextlib
import json
import logging
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace

from bot.dispatch.declaring.describing import Menu
from bot.matrix.content.batch import Batch, News
from bot.matrix.door.errors import Limited, Permanent, Temporary, Unauthorised, as_temporary
from bot.matrix.door.homeserver import Homeserver
from bot.matrix.door.patience import Turns
from bot.matrix.rooms.described import KINDS, POWER_LEVELS, Change, changes
from bot.matrix.rooms.joined import Rooms
from bot.storage import markers
from bot.storage.database import Database, Transaction

log = logging.getLogger(__name__)

_LOOKED_AGAIN_AFTER = 15.0
_SETTLED_AFTER = 2.0
_REFILLED_AFTER = 6
_MARK = "menu-"

Offered = Callable[[Iterable[str]], Mapping[str, Menu]]
"""What each of these rooms should have; pure and quick."""


@dataclass(frozen=True, slots=True)
class Memory:
    """The sign of what a room was brought to, None if somebody may have changed that since.

    `lost` are the state keys that somebody else took and that were set right once.
    """

    sign: str | None = ""
    lost: frozenset[str] = frozenset()


class Menus:
    """Brings one room after the other to what it should have."""

    def __init__(
        self,
        database: Database,
        homeserver: Homeserver,
        rooms: Rooms,
        offered: Offered,
        free: Callable[[], bool],
        ours: str,
        pause: float,
    ) -> None:
        """`free` is whether nobody waits for us, `pause` the seconds before each event."""
        self._database = database
        self._homeserver = homeserver
        self._rooms = rooms
        self._offered = offered
        self._free = free
        self._ours = ours
        self._pause = pause
        self._known: dict[str, Memory] = {}
        self._unsaved: set[str] = set()
        self._touches: Counter[str] = Counter()
        self._news = asyncio.Event()
        self._turns = Turns()

    async def load(self) -> None:
        """Read what earlier runs did; to be done before anything is heard."""
        self._known = await self._database.read(_memories)

    async def heard(self, batch: Batch) -> None:
        """Look again at the rooms in which this may have changed what we have there."""
        try:
            touched = {news.room_id for news in batch.news if self._matters(news)}
            self._touches.update(touched)
            self._unsaved |= self._known.keys() & touched
            if touched:
                self._news.set()
                await self._forget()
        except Exception:
            # What was said in the batch must be handled all the same.
            log.exception("rooms to look at again cannot be noted yet")

    async def run(self) -> None:
        """For ever.

        Raises:
            Unauthorised: the homeserver no longer knows us.
        """
        backoff = self._homeserver.backoff()
        while True:
            try:
                await self._round()
            except Unauthorised:
                raise
            except Limited as fault:
                await backoff.sleep("describing commands", fault)
                # What refills now is for those who wait.
                await asyncio.sleep(_REFILLED_AFTER * self._pause)
            except Temporary as fault:
                await backoff.sleep("describing commands", fault)
            except Exception as fault:
                log.exception("commands are not described for now")
                await backoff.sleep("describing commands", as_temporary(fault))
            else:
                backoff.reset()

    def _matters(self, news: News) -> bool:
        if news.arrival(self._ours) is not None or news.changes(POWER_LEVELS):
            return True
        taken = [
            (str(event.get("type")), str(event.get("state_key")))
            for event in (*news.state, *news.events)
            if event.get("type") in KINDS and event.get("sender") != self._ours
        ]
        if not taken:
            return False
        ours = self._offered([news.room_id])[news.room_id].events
        lost = self._memory(news.room_id).lost
        return any(key in ours and key[1] not in lost for key in taken)

    async def _forget(self) -> None:
        """Note that we do not know any more what those rooms have."""
        unsaved = {room_id: replace(self._known[room_id], sign=None) for room_id in self._unsaved}
        if unsaved:
            await self._note(unsaved)
            self._unsaved -= unsaved.keys()

    async def _round(self) -> None:
        """One room, or a rest if there is none."""
        self._news.clear()
        await self._forget()
        due = self._turns.order(self._due())
        if due:
            fault = await self._turns.take(due[:1], self._bring)
            if fault is not None:
                raise fault
            return
        with contextlib.suppress(TimeoutError):
            async with asyncio.timeout(_LOOKED_AGAIN_AFTER):
                await self._news.wait()

    def _due(self) -> list[str]:
        """The newest first: whoever just invited us should not wait for all others."""
        rooms = reversed(self._rooms.all())
        ours = [
            room.room_id for room in rooms if self._rooms.speaks_in(room) and not room.successor
        ]
        wanted = self._offered(ours)
        return [one for one in ours if self._memory(one).sign != wanted[one].sign]

    async def _bring(self, room_id: str) -> None:
        await asyncio.sleep(min(self._pause, _SETTLED_AFTER))
        touches, menu = self._touches[room_id], self._offered([room_id])[room_id]
        lost = self._memory(room_id).lost
        try:
            for change in await changes(self._homeserver, room_id, menu, lost, self._ours):
                await self._set(room_id, change)
        except Permanent as refused:
            log.debug("room %s: commands are not described: %s", room_id, refused)
        if self._touches[room_id] == touches:
            await self._note({room_id: replace(self._memory(room_id), sign=menu.sign)})

    async def _set(self, room_id: str, change: Change) -> None:
        await asyncio.sleep(self._pause)
        while not self._free():  # noqa: ASYNC110 -- people may wait anywhere
            await asyncio.sleep(max(self._pause, 0.1) / 10)
        path = ("rooms", room_id, "state", *change.key)
        await self._homeserver.put(*path, body=change.content)
        if change.contested:
            memory = self._memory(room_id)
            lost = memory.lost | {change.key[1]}
            await self._note({room_id: Memory(None, lost)})

    def _memory(self, room_id: str) -> Memory:
        return self._known.get(room_id, Memory())

    async def _note(self, memories: Mapping[str, Memory]) -> None:
        def work(tx: Transaction) -> None:
            for room_id, memory in memories.items():
                kept = {"sign": memory.sign, "lost": sorted(memory.lost)}
                markers.put(tx, _MARK + room_id, json.dumps(kept))

        await self._database.write(work)
        self._known |= memories


def _memories(tx: Transaction) -> dict[str, Memory]:
    found = {}
    for name, written in markers.beginning(tx, _MARK).items():
        kept = json.loads(written)
        found[name.removeprefix(_MARK)] = Memory(kept["sign"], frozenset(kept["lost"]))
    return found
