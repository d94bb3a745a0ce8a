"""What a room's own state says now, asked from the homeserver."""

from __future__ import annotations

from bot.matrix.door.errors import Permanent
from bot.matrix.door.homeserver import Homeserver, Json


async def state_content(homeserver: Homeserver, room_id: str, kind: str) -> Json:
    """The content of a state event with an empty key; empty where there is none.

    Raises:
        MatrixError: we may not see it, or the homeserver does not answer.
    """
    return await _content(homeserver, room_id, kind) or {}


async def state_event(homeserver: Homeserver, room_id: str, kind: str) -> Json:
    """The whole event, its sender included.

    Raises:
        MatrixError: there is none, we may not see it, or the homeserver does not answer.
    """
    path = ("rooms", room_id, "state", kind, "")
    return await homeserver.get(*path, query={"format": "event"})


async def is_encrypted(homeserver: Homeserver, room_id: str) -> bool:
    """Whether encryption was ever switched on: an emptied setting does not switch it off.

    Raises:
        MatrixError: we may not see it, or the homeserver does not answer.
    """
    return await _content(homeserver, room_id, "m.room.encryption") is not None


async def _content(homeserver: Homeserver, room_id: str, kind: str) -> Json | None:
    try:
        return await homeserver.get("rooms", room_id, "state", kind, "")
    except Permanent as refused:
        if refused.errcode != "M_NOT_FOUND":
            raise
        return None
