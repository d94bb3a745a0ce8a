"""Who belongs to the community: asked from the homeserver, remembered until somebody moves."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable, Iterable, Sequence

from bot.matrix.content.batch import News
from bot.matrix.content.reading import mapping
from bot.matrix.door.errors import MatrixError, Permanent, Temporary
from bot.matrix.door.homeserver import Homeserver
from bot.matrix.door.patience import seconds

log = logging.getLogger(__name__)

# Whoever comes or goes is heard of in /sync; this is for what was missed there.
_FRESH = 600.0
_SPOKEN = 60.0
_AT_ONCE = 8
_STALE = 5.0
_PATIENCE = 4.0
_MOST_SPEAKERS = 10_000


class CommunityMembers:
    """The joined members of the space, or without a space of all rooms that we are in."""

    def __init__(
        self,
        homeserver: Homeserver,
        space: Callable[[], str | None],
        served: Callable[[], Iterable[str]],
    ) -> None:
        self._homeserver = homeserver
        self._space = space
        self._served = served
        self._rooms: dict[str, tuple[float, frozenset[str]]] = {}
        self._spoke: dict[str, float] = {}
        self._asking = asyncio.Lock()

    async def is_member(self, user_id: str) -> bool:
        """Whether the person belongs; when nobody can say, what was true last counts."""
        try:
            return await self.find(user_id)
        except MatrixError as fault:
            log.warning("cannot ask who is a member: %s", fault)
            known = (self._rooms.get(room) for room in self._asked())
            return any(user_id in members for _, members in filter(None, known))

    async def find(self, user_id: str) -> bool:
        """As `is_member`, but a failure is raised.

        Raises:
            MatrixError: the homeserver does not say, and it was not known before.
        """
        if self._space() is None and self._spoke.get(user_id, 0.0) > seconds():
            return True
        async with self._asking:
            asked = self._asked()
            unknown = [room for room in asked if not self._is_fresh(room)]
            if any(user_id in self._rooms[room][1] for room in asked if self._is_fresh(room)):
                return True
            return await self._is_in_any(unknown, user_id)

    async def _is_in_any(self, rooms: Sequence[str], user_id: str) -> bool:
        """Some rooms at a time: one after the other, a stranger among a thousand would wait long."""
        fault: Temporary | None = None
        for start in range(0, len(rooms), _AT_ONCE):
            some = rooms[start : start + _AT_ONCE]
            found = await asyncio.gather(*map(self._members, some), return_exceptions=True)
            for members in found:
                if isinstance(members, Temporary):
                    fault = members
                elif isinstance(members, BaseException):
                    raise members
                elif user_id in members:
                    return True
        if fault is not None:
            raise fault
        return False

    def heard(self, people: Iterable[str]) -> None:
        """They just spoke in a room that we serve, so they are in it."""
        until = seconds() + _SPOKEN
        if len(self._spoke) > _MOST_SPEAKERS:
            self._spoke.clear()
        self._spoke.update(dict.fromkeys(people, until))

    def forget(self, news: Iterable[News]) -> None:
        """Ask anew about rooms in which somebody came or went."""
        for one in news:
            moved = one.joined is not None or any(
                event.get("type") == "m.room.member" for event in one.events
            )
            if moved and one.room_id in self._rooms:
                _, members = self._rooms[one.room_id]
                self._rooms[one.room_id] = (0.0, members)

    def _asked(self) -> list[str]:
        space = self._space()
        return [space] if space else list(self._served())

    def _is_fresh(self, room: str) -> bool:
        return room in self._rooms and seconds() < self._rooms[room][0]

    async def _members(self, room: str) -> frozenset[str]:
        lasts = _FRESH
        try:
            members = await joined_members(self._homeserver, room)
        except Permanent as refused:
            log.warning("room %s: we may not see who is in it: %s", room, refused)
            members = frozenset()
        except Temporary as fault:
            if room not in self._rooms:
                raise
            log.warning("room %s: who was in it last counts: %s", room, fault)
            members, lasts = self._rooms[room][1], _STALE
        self._rooms[room] = (seconds() + lasts, members)
        return members


async def joined_members(homeserver: Homeserver, room: str) -> frozenset[str]:
    """Who is in the room.

    Raises:
        MatrixError: we are not, or the homeserver does not answer.
    """
    found = await homeserver.get("rooms", room, "joined_members", patience=_PATIENCE)
    return frozenset(mapping(found.get("joined")))
