"""Follows a room that was replaced by another: only if who said so may, and the new room agrees."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable

from bot.domain.community.room import PostKind
from bot.domain.dialogue.message import Text
from bot.matrix.content.power import Powers
from bot.matrix.content.reading import mapping
from bot.matrix.door.errors import Permanent
from bot.matrix.door.homeserver import Homeserver
from bot.matrix.door.patience import Turns, tend
from bot.matrix.door.state import state_content, state_event
from bot.matrix.rooms.joined import Rooms
from bot.matrix.rooms.office import Office
from bot.storage import preferences, rooms
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
        office: Office,
    ) -> None:
        self._database = database
        self._homeserver = homeserver
        self._joined = joined
        self._moved = moved
        self._office = office
        self._news = asyncio.Event()
        self._news.set()
        self._turns = Turns()
        self._heard = False
        self.settled = False
        """Whether we looked since we heard what happened while we were away."""

    def heard(self, *, replaced: bool) -> None:
        """A batch is stored; in it a room may have been `replaced`."""
        self._heard = True
        if replaced or not self.settled:
            self._news.set()

    async def run(self) -> None:
        """Follow for ever.

        Raises:
            Unauthorised: the homeserver no longer knows us.
        """
        await tend(self._news, self._look, "following a room", self._homeserver.backoff())

    async def _look(self) -> None:
        heard = self._heard
        try:
            await self._follow_all()
        finally:
            self.settled = self.settled or heard

    async def _follow_all(self) -> None:
        rooms = self._joined.all()
        replaced = {room.room_id: room.successor for room in rooms if room.successor}

        async def follow(old: str) -> None:
            try:
                await self._follow(old, replaced[old])
            except Permanent as refused:
                # A private one: we come when somebody invites us.
                log.warning("room %s: cannot follow: %s", old, refused)

        fault = await self._turns.take(replaced, follow)
        if fault is not None:
            raise fault

    async def _follow(self, old: str, new: str) -> None:
        if await self._database.read(lambda tx: rooms.replaced_by(tx, old)) == new:
            return
        sender = await self._replacer(old, new)
        if sender is None:
            await self._leave_to_the_office(old, new)
            return
        entered = self._joined.get(new) is None
        if entered:
            # Our homeserver may not know the new room; that of who made it does.
            server = sender.partition(":")[2]
            await self._homeserver.post("join", new, query={"server_name": server, "via": server})
        if await self._replaces(new, old):
            await self._database.write(lambda tx: _move(tx, old, new))
            log.info("room %s replaces %s", new, old)
            await self._moved()
            return
        await self._leave_to_the_office(old, new)
        if entered:
            await self._homeserver.post("rooms", new, "leave")

    async def _leave_to_the_office(self, old: str, new: str) -> None:
        """What the room served, an admin has to say in the new one: nobody proved the move."""
        log.warning("room %s: that %s replaces it is not proved", old, new)
        room = self._joined.get(old)
        shown = room.name if room and room.name else old
        text = Text("office-move-unproved", room=shown, successor=new)
        await self._office.tell(f"moved-{old}-{new}", text)

    async def _replacer(self, old: str, new: str) -> str | None:
        """Who wrote the tombstone; None if it names another room, or they have no power to."""
        tombstone = await state_event(self._homeserver, old, _TOMBSTONE)
        powers = Powers(
            await state_content(self._homeserver, old, "m.room.power_levels"),
            await state_event(self._homeserver, old, "m.room.create"),
        )
        named = mapping(tombstone.get("content")).get("replacement_room") == new
        sender = str(tombstone.get("sender"))
        may = powers.of(sender) >= powers.needed(_TOMBSTONE, state=True)
        return sender if named and may else None

    async def _replaces(self, new: str, old: str) -> bool:
        created = await state_content(self._homeserver, new, "m.room.create")
        return mapping(created.get("predecessor")).get("room_id") == old


def _move(tx: Transaction, old: str, new: str) -> None:
    """Purpose, language and choices go over, once."""
    settings = rooms.get(tx, old)
    if settings is None:
        return
    rooms.enter(tx, new, purpose=settings.purpose, language=settings.language, greeted=True)
    preferences.move(tx, old, new)
    rooms.change(tx, old, purpose=None)
    for kind in PostKind:
        wanted = rooms.choices(tx, kind).get(old)
        if wanted is not None:
            rooms.choose(tx, new, kind, wanted=wanted, by="room upgrade")
            rooms.unchoose(tx, old, kind)
    rooms.replace(tx, old, new)
