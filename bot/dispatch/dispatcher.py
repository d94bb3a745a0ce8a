"""Takes stored messages room by room, in order, until each has its outcome."""

import asyncio
import logging
from collections import deque
from collections.abc import Awaitable, Callable, Mapping, Sequence

from bot.dispatch.settling import Settling
from bot.domain.dialogue.signals import Signal
from bot.domain.journal import InboxRow
from bot.storage import inbox
from bot.storage.database import Database, StorageFault

log = logging.getLogger(__name__)

Listener = Callable[[Signal], Awaitable[None]]
_HANDLING = "handling "
_FIRST_PAUSE, _LONGEST_PAUSE = 0.5, 30.0


class Dispatcher:
    """One lane per room: its messages are handled one after the other, rooms side by side.

    A row stays at the head of its lane until its outcome is stored, however long the database
    is full or away.
    """

    def __init__(
        self,
        database: Database,
        settling: Settling,
        listeners: Mapping[type[Signal], Listener],
    ) -> None:
        self._database = database
        self._settling = settling
        self._listeners = listeners
        self._lanes: dict[str, deque[InboxRow]] = {}
        self._held: set[int] = set()
        self._tasks: set[asyncio.Task[None]] = set()

    def give_up(self, name: str | None) -> None:
        """Do not handle again what an earlier run stood still at, by the name of its task."""
        if name is not None:
            self._settling.stuck = name.removeprefix(_HANDLING)

    async def resume(self) -> None:
        """Take up whatever is stored and not in hand: from an earlier run, or after a fault."""
        self.take(await self._database.read(inbox.unfinished))

    def take(self, rows: Sequence[InboxRow]) -> None:
        """Handle rows that are durably stored; those in hand already stay as they are."""
        for row in rows:
            if row.seq in self._held:
                continue
            self._held.add(row.seq)
            lane = self._lanes.get(row.room_id)
            if lane is not None:
                lane.append(row)
                continue
            self._lanes[row.room_id] = deque([row])
            task = asyncio.create_task(self._work(row.room_id))
            self._tasks.add(task)
            task.add_done_callback(self._tasks.discard)

    async def drain(self, patience: float) -> None:
        """Wait for what is being handled, at most that many seconds; the rest waits stored."""
        if self._tasks:
            _, late = await asyncio.wait(self._tasks, timeout=patience)
            for task in late:
                task.cancel()
            await asyncio.gather(*late, return_exceptions=True)

    async def _work(self, room_id: str) -> None:
        lane = self._lanes[room_id]
        fresh = True
        try:
            while lane:
                await self._insist(lane[0], fresh=fresh)
                self._held.discard(lane.popleft().seq)
                fresh = False
        finally:
            self._held -= {row.seq for row in lane}
            del self._lanes[room_id]

    async def _insist(self, row: InboxRow, *, fresh: bool) -> None:
        """Settle a row, again and again while the database fails."""
        if task := asyncio.current_task():
            task.set_name(f"{_HANDLING}{row.event_id}")
        pause = _FIRST_PAUSE
        while True:
            try:
                signals = await self._settling.settle(row, fresh=fresh)
                return await self._tell(signals)
            except StorageFault as fault:
                log.warning("storage fails event=%s fault=%s", row.event_id, fault)
            except Exception:
                # It stays in the inbox and is taken up again with the next sweep.
                log.exception("no outcome event=%s", row.event_id)
                return None
            await asyncio.sleep(pause)
            pause = min(2 * pause, _LONGEST_PAUSE)
            fresh = False

    async def _tell(self, signals: Sequence[Signal]) -> None:
        for signal in signals:
            await tell(self._listeners, signal)


async def tell(listeners: Mapping[type[Signal], Listener], signal: Signal) -> None:
    """Let what is held in memory be read anew, also when the database fails just then."""
    while True:
        try:
            return await listeners[type(signal)](signal)
        except StorageFault as fault:
            log.warning("storage fails signal=%s fault=%s", type(signal).__name__, fault)
        except Exception:
            log.exception("signal lost signal=%s", type(signal).__name__)
            return None
        await asyncio.sleep(_FIRST_PAUSE)
