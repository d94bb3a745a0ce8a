"""Finds out, without changing anything in the rooms, whether the account could do its work."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass

from bot.dispatch.declaring.describing import DESCRIPTION
from bot.matrix.config import MatrixConfig
from bot.matrix.content.power import Powers
from bot.matrix.door.errors import MatrixError
from bot.matrix.door.homeserver import Homeserver
from bot.matrix.door.state import is_encrypted, state_content
from bot.matrix.login.session import Session
from bot.matrix.operating import Standing, standing

_PATIENCE = 30.0


@dataclass(frozen=True, slots=True, kw_only=True)
class RoomCheck:
    """A configured room; power levels as Matrix counts them, `fault` if they cannot be read."""

    room_id: str
    joined: bool = False
    encrypted: bool = False
    level: float = 0.0
    to_speak: float = 0.0
    to_ping_all: float = 0.0
    to_describe: float = 0.0
    """What publishing the commands takes."""
    fault: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class AccountCheck:
    """What is known up to the first `fault`, which is an English line for the operator."""

    homeserver: str = ""
    versions: tuple[str, ...] = ()
    user_id: str = ""
    device_id: str = ""
    clock_offset: float | None = None
    """Seconds that our clock is ahead of the homeserver's."""
    rooms: tuple[RoomCheck, ...] = ()
    standing: Standing | None = None
    """Of our keys, where anything is encrypted at all."""
    fault: str | None = None


async def check(config: MatrixConfig, rooms: Sequence[str]) -> AccountCheck:
    """Ask the homeserver, the account and each room."""
    session = Session(config)
    try:
        async with asyncio.timeout(_PATIENCE):
            return await _account(session, config, rooms)
    except (MatrixError, TimeoutError) as fault:
        return AccountCheck(fault=str(fault) or "the homeserver does not answer")
    finally:
        await session.close()


async def _account(session: Session, config: MatrixConfig, rooms: Sequence[str]) -> AccountCheck:
    homeserver = session.homeserver
    await session.locate()
    answer = await homeserver.anonymously("versions", base="/_matrix/client")
    known = answer.get("versions")
    versions = tuple(map(str, known)) if isinstance(known, list) else ()
    await session.open()
    return AccountCheck(
        homeserver=homeserver.address,
        versions=versions,
        user_id=session.user_id,
        device_id=session.device_id,
        clock_offset=homeserver.clock.offset,
        standing=await standing(session, config) if config.share_with else None,
        rooms=tuple([await _room(homeserver, room, session.user_id) for room in rooms]),
    )


async def _joined(homeserver: Homeserver) -> list[str]:
    """The rooms we are in; the membership itself is not told to those outside."""
    rooms = (await homeserver.get("joined_rooms")).get("joined_rooms")
    return rooms if isinstance(rooms, list) else []


async def _room(homeserver: Homeserver, room_id: str, ours: str) -> RoomCheck:
    try:
        if room_id not in await _joined(homeserver):
            return RoomCheck(room_id=room_id)
        levels = await state_content(homeserver, room_id, "m.room.power_levels")
        query = {"format": "event"}
        path = ("rooms", room_id, "state", "m.room.create", "")
        powers = Powers(levels, await homeserver.get(*path, query=query))
        encrypted = await is_encrypted(homeserver, room_id)
        said = "m.room.encrypted" if encrypted else "m.room.message"
    except MatrixError as fault:
        return RoomCheck(room_id=room_id, fault=str(fault))
    return RoomCheck(
        room_id=room_id,
        joined=True,
        encrypted=encrypted,
        level=powers.of(ours),
        to_speak=powers.needed(said, state=False),
        to_ping_all=powers.needed_to_ping(),
        to_describe=powers.needed(DESCRIPTION, state=True),
    )
