"""Finds or opens the direct chat with a person, and opens none twice."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from datetime import datetime

from bot.domain.community.room import Room
from bot.matrix.content.answers import listed, named
from bot.matrix.content.batch import DIRECT
from bot.matrix.content.effects import Unsendable, invite, membership
from bot.matrix.content.reading import mapping
from bot.matrix.door.errors import Permanent
from bot.matrix.door.homeserver import Json
from bot.matrix.door.state import is_encrypted, state_event
from bot.matrix.encryption import Encryption, refusal
from bot.matrix.login.session import Session
from bot.matrix.rooms.joined import Rooms
from bot.storage import markers, rooms
from bot.storage.database import Database, Transaction

_MEGOLM = {"algorithm": "m.megolm.v1.aes-sha2"}


class Directs:
    """Creating a room cannot be repeated safely: the intent is stored first, then looked for."""

    def __init__(
        self,
        database: Database,
        session: Session,
        encryption: Encryption,
        joined: Rooms,
        now: Callable[[], datetime],
    ) -> None:
        self._database = database
        self._homeserver = session.homeserver
        self._ours = session.user_id
        self._encryption = encryption
        self._joined = joined
        self._now = now
        self._opening = asyncio.Lock()

    async def room_for(self, person: str) -> str:
        """The id of a chat in which the person is, or to which they are invited.

        Raises:
            Permanent: the person left the chat, may not be invited, or we cannot speak in it.
            Temporary: the homeserver does not answer.
        """
        async with self._opening:
            known = await self._database.read(lambda tx: rooms.direct(tx, person))
            if known is None or not self._can_speak(known):
                await self._despair(person)
                return await self._open(person)
        if await membership(self._homeserver, known.room_id, person) not in ("join", "invite"):
            raise Unsendable("left")
        return known.room_id

    async def _despair(self, person: str) -> None:
        """Where the chat that we opened got encrypted, the next would be too."""
        obstacle = self._encryption.obstacle
        if obstacle is None:
            return
        for room in self._joined.all():
            encrypted = room.encrypted and room.direct_with == person
            if encrypted and await self._is_for(room.room_id, person):
                raise refusal(obstacle)

    def _can_speak(self, room: Room) -> bool:
        return not room.encrypted or self._encryption.obstacle is None

    async def _open(self, person: str) -> str:
        begun = await self._database.write(lambda tx: _intend(tx, person))
        room_id = await self._find(person) if begun else None
        if room_id is None:
            room_id = await self._create(person)
        else:
            await invite(self._homeserver, room_id, person)
        # Some homeservers encrypt every new room.
        encrypted = await is_encrypted(self._homeserver, room_id)
        room = Room(
            room_id=room_id,
            joined_at=self._now(),
            encrypted=encrypted,
            direct_with=person,
            greeted=True,
        )
        await self._database.write(lambda tx: _note(tx, room))
        self._joined.remember([room])
        return room_id

    async def _create(self, person: str) -> str:
        state: list[Json] = [{"type": DIRECT, "state_key": "", "content": {"person": person}}]
        if self._encryption.obstacle is None and await self._reads_encrypted(person):
            state.append({"type": "m.room.encryption", "state_key": "", "content": _MEGOLM})
        made = await self._homeserver.post(
            "createRoom",
            body={
                "preset": "trusted_private_chat",
                "is_direct": True,
                "invite": [person],
                "initial_state": state,
            },
        )
        return named(made, "room_id")

    async def _reads_encrypted(self, person: str) -> bool:
        """Whether one of their devices has keys; of a server that does not answer, we believe so."""
        body: Json = {"device_keys": {person: []}}
        try:
            answer = await self._homeserver.post("keys", "query", body=body)
        except Permanent:
            return False
        silent = person.partition(":")[2] in mapping(answer.get("failures"))
        return silent or bool(mapping(answer.get("device_keys")).get(person))

    async def _find(self, person: str) -> str | None:
        """The chat that an interrupted attempt opened, among the rooms that we do not know yet."""
        answer = await self._homeserver.get("joined_rooms")
        for room_id in map(str, listed(answer, "joined_rooms")):
            if self._joined.get(room_id) is None and await self._is_for(room_id, person):
                return room_id
        return None

    async def _is_for(self, room_id: str, person: str) -> bool:
        try:
            event = await state_event(self._homeserver, room_id, DIRECT)
        except Permanent:
            return False
        # Anybody may write such an event into a room of theirs.
        named = mapping(event.get("content")).get("person")
        return event.get("sender") == self._ours and named == person


def _intend(tx: Transaction, person: str) -> bool:
    """Note that we are about to open the chat; whether that was noted before."""
    name = _mark(person)
    if markers.get(tx, name) is not None:
        return True
    markers.put(tx, name, "begun")
    return False


def _note(tx: Transaction, room: Room) -> None:
    rooms.enter(
        tx,
        room.room_id,
        joined_at=room.joined_at,
        encrypted=room.encrypted,
        direct_with=room.direct_with,
        greeted=True,
    )
    markers.drop(tx, _mark(str(room.direct_with)))


def _mark(person: str) -> str:
    return f"opening-{person}"
