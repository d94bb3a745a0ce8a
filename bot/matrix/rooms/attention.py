"""Shows people that they are heard: the mark that their message was read, and that we are typing.

All of it is courtesy. Nothing waits for it, nothing of it is stored, and where the homeserver has
other worries it is left out.
"""

from __future__ import annotations

import asyncio
import contextlib
import logging
from collections.abc import AsyncIterator, Coroutine, Mapping, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field

from bot.domain.journal import InboxRow
from bot.matrix.door.errors import Limited, MatrixError, Permanent, Temporary
from bot.matrix.door.homeserver import Homeserver
from bot.matrix.door.patience import seconds
from bot.matrix.rooms.joined import Rooms

log = logging.getLogger(__name__)

_PATIENCE = 5.0
_QUIET = 5.0
_READERS = 4
# Where much is said, the mark at the latest stands for all before; each costs as much as half an
# answer.
_MARKED_AGAIN_AFTER = 1.0
_MOST_ROOMS = 50
_MOST_TYPING = 16
_TYPING_AFTER = 1.0
_SERVER_SHOWS_MS = 30_000
_RENEWED_AFTER = 20.0
_FAREWELL = 2.0


@dataclass(slots=True)
class _Work:
    """What is being done in a room, for one or more who wait there."""

    timer: asyncio.TimerHandle
    holders: int = 0
    over: asyncio.Event = field(default_factory=asyncio.Event)


class Attending:
    """The Attention of people in rooms in which we speak."""

    def __init__(
        self, homeserver: Homeserver, rooms: Rooms, ours: str, *, renewed: float = _RENEWED_AFTER
    ) -> None:
        """`renewed` is how many seconds we are seen typing before that is said again."""
        self._homeserver = homeserver
        self._rooms = rooms
        self._ours = ours
        self._renewed = renewed
        self._unread: dict[str, str] = {}
        self._just_marked: set[str] = set()
        self._works: dict[str, _Work] = {}
        self._readers: set[asyncio.Task[None]] = set()
        self._typing: set[asyncio.Task[None]] = set()
        self._quiet_until = 0.0

    def seen(self, rows: Sequence[InboxRow]) -> None:
        """Mark these messages as read: at once, then of each room the latest once a second."""
        if not rows or seconds() < self._quiet_until:
            return
        for row in rows:
            if self._may_show(row.room_id):
                self._unread[row.room_id] = row.event_id
        # In a flood the answer is there before its mark.
        for room_id in list(self._unread)[:-_MOST_ROOMS]:
            del self._unread[room_id]
        self._mark()

    @asynccontextmanager
    async def working(self, room_id: str) -> AsyncIterator[None]:
        """Seen typing in the room while the work lasts, if it lasts for more than a second."""
        work = self._works.get(room_id)
        if work is None:
            later = asyncio.get_running_loop().call_later(_TYPING_AFTER, self._show, room_id)
            work = self._works[room_id] = _Work(later)
        work.holders += 1
        try:
            yield
        finally:
            work.holders -= 1
            if not work.holders:
                self._end(room_id, work)

    async def close(self, patience: float) -> None:
        """Be seen typing nowhere any more."""
        for room_id, work in list(self._works.items()):
            self._end(room_id, work)
        if self._typing:
            await asyncio.wait(self._typing, timeout=min(patience, _FAREWELL))
        self._unread.clear()
        late = [*self._readers, *self._typing]
        for task in late:
            task.cancel()
        await asyncio.gather(*late, return_exceptions=True)

    def _mark(self) -> None:
        if seconds() < self._quiet_until:
            self._unread.clear()
        due = len(self._unread.keys() - self._just_marked)
        while len(self._readers) < min(_READERS, due):
            _start(self._read(), self._readers)

    async def _read(self) -> None:
        loop = asyncio.get_running_loop()
        while room_id := next((r for r in self._unread if r not in self._just_marked), None):
            event_id = self._unread.pop(room_id)
            self._just_marked.add(room_id)
            loop.call_later(_MARKED_AGAIN_AFTER, self._mark_again, room_id)
            await self._ask("POST", ("rooms", room_id, "receipt", "m.read", event_id), {})

    def _mark_again(self, room_id: str) -> None:
        self._just_marked.discard(room_id)
        if room_id in self._unread:
            self._mark()

    def _end(self, room_id: str, work: _Work) -> None:
        if self._works.get(room_id) is work:
            del self._works[room_id]
        work.timer.cancel()
        work.over.set()

    def _show(self, room_id: str) -> None:
        work = self._works.get(room_id)
        if work and self._may_show(room_id) and len(self._typing) < _MOST_TYPING:
            _start(self._type(room_id, work), self._typing)

    async def _type(self, room_id: str, work: _Work) -> None:
        path = ("rooms", room_id, "typing", self._ours)
        shown = False
        while not work.over.is_set():
            if seconds() >= self._quiet_until:
                said = {"typing": True, "timeout": _SERVER_SHOWS_MS}
                shown |= await self._ask("PUT", path, said)
            with contextlib.suppress(TimeoutError):
                async with asyncio.timeout(self._renewed):
                    await work.over.wait()
        if shown:
            await self._ask("PUT", path, {"typing": False})

    def _may_show(self, room_id: str) -> bool:
        room = self._rooms.get(room_id)
        return room is not None and self._rooms.speaks_in(room)

    async def _ask(self, method: str, path: tuple[str, ...], body: Mapping[str, object]) -> bool:
        """Whether it happened, or may have."""
        try:
            await self._homeserver.request(method, path, body=body, patience=_PATIENCE)
        except MatrixError as fault:
            log.debug("room %s: %s not shown: %s", path[1], path[2], fault)
            if isinstance(fault, Temporary):
                self._leave_out(fault.retry_after if isinstance(fault, Limited) else _QUIET)
            return not isinstance(fault, Limited | Permanent)
        return True

    def _leave_out(self, pause: float) -> None:
        self._unread.clear()
        self._quiet_until = max(self._quiet_until, seconds() + pause)


def _start(work: Coroutine[None, None, None], among: set[asyncio.Task[None]]) -> None:
    task = asyncio.create_task(work)
    among.add(task)
    task.add_done_callback(among.discard)
