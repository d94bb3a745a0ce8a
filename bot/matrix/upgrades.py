"""Follows a room that was replaced by another: only if who said so may, and the new room agrees."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable

from bot.domain.room import PostKind
from bot.matrix.errors import Permanent, Temporary, Unauthorised, as_temporary
from bot.matrix.homeserver import Homeserver, Json
from bot.matrix.patience import Backoff
from bot.matrix.power import Powers
from bot.matrix.reading import mapping
from bot.matrix.rooms import Rooms
from bot.storage import markers, rooms
from bot.storage.database import Database, Transaction

log = logging.getLogger(__name__)

_TOMBSTONE = "m.room.tombstone"


class Upgrades:
    """Looks again whenever a room was replaced, or we came into the room that replaces one."""

    def __init__(
        self,
        database: Database,
        homeserver: Homeserver,
        joined: Rooms,
        moved: Callable[[], Awaitable[None]],
    ) -> None:
        self._database = database
        self._homeserver = homeserver
        self._joined = joined
        self._moved = moved
        self._news = asyncio.Event()
        self._news.set()

    def wake(self) -> None:
        """There may be a room to follow."""
        self._news.set()

    async def run(self) -> None:
        """Follow for ever.

        Raises:
            Unauthorised: the homeserver no longer knows us.
        """
        backoff = Backoff()
        while True:
            await self._news.wait()
            self._news.clear()
            try:
                await self._follow_all()
            except Temporary as fault:
                self._news.set()
                await backoff.sleep("following a room", fault)
            except Unauthorised:
                raise
            except Exception as fault:
                log.exception("a room is not followed for now")
                self._news.set()
                await backoff.sleep("following a room", as_temporary(fault))
            else:
                backoff.reset()

    async def _follow_all(self) -> None:
        for room in self._joined.all():
            if room.successor is None:
                continue
            try:
                await self._follow(room.room_id, room.successor)
            except Permanent as refused:
                # A private one: we come when somebody invites us.
                log.warning("room %s: cannot follow: %s", room.room_id, refused)

    async def _follow(self, old: str, new: str) -> None:
        if await self._database.read(lambda tx: markers.get(tx, _mark(old))) == new:
            return
        if not await self._rightful(old, new):
            log.warning("room %s: who replaced it has no power to", old)
            return
        entered = self._joined.get(new) is None
        if entered:
            await self._homeserver.post("join", new)
        if await self._replaces(new, old):
            await self._database.write(lambda tx: _move(tx, old, new))
            log.info("room %s replaces %s", new, old)
            await self._moved()
            return
        log.warning("room %s does not say that it replaces %s", new, old)
        if entered:
            await self._homeserver.post("rooms", new, "leave")

    async def _rightful(self, old: str, new: str) -> bool:
        """Whether the tombstone names the room and its sender may, as the server knows it."""
        tombstone = await self._event(old, _TOMBSTONE)
        powers = Powers(
            await state_content(self._homeserver, old, "m.room.power_levels"),
            await self._event(old, "m.room.create"),
        )
        named = mapping(tombstone.get("content")).get("replacement_room") == new
        power = powers.of(str(tombstone.get("sender")))
        return named and power >= powers.needed(_TOMBSTONE, state=True)

    async def _replaces(self, new: str, old: str) -> bool:
        created = await state_content(self._homeserver, new, "m.room.create")
        return mapping(created.get("predecessor")).get("room_id") == old

    async def _event(self, room_id: str, kind: str) -> Json:
        path = ("rooms", room_id, "state", kind, "")
        return await self._homeserver.get(*path, query={"format": "event"})


async def state_content(homeserver: Homeserver, room_id: str, kind: str) -> Json:
    """The content of a state event with an empty key; empty where there is none.

    Raises:
        MatrixError: we may not see it, or the homeserver does not answer.
    """
    try:
        return await homeserver.get("rooms", room_id, "state", kind, "")
    except Permanent as refused:
        if refused.errcode != "M_NOT_FOUND":
            raise
        return {}


def _mark(old: str) -> str:
    return f"moved-{old}"


def _move(tx: Transaction, old: str, new: str) -> None:
    """Purpose, language and choices go over, once."""
    settings = rooms.get(tx, old)
    if settings is None:
        return
    rooms.enter(tx, new, purpose=settings.purpose, language=settings.language, greeted=True)
    rooms.change(tx, old, purpose=None)
    for kind in PostKind:
        wanted = rooms.choices(tx, kind).get(old)
        if wanted is not None:
            rooms.choose(tx, new, kind, wanted=wanted, by="room upgrade")
    markers.put(tx, _mark(old), new)
