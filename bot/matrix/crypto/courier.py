"""The Courier: for what is neither command nor answer, and so stands in no outbox."""

from __future__ import annotations

import secrets
from collections.abc import Awaitable, Callable

from bot.matrix.content.reading import Raw
from bot.matrix.door.homeserver import Homeserver
from bot.matrix.encryption import Encryption


class OurCourier:
    """Sends at once and once."""

    def __init__(
        self,
        homeserver: Homeserver,
        encryption: Encryption,
        is_encrypted: Callable[[str], Awaitable[bool]],
    ) -> None:
        """`is_encrypted` must be sure before it says no."""
        self._homeserver = homeserver
        self._encryption = encryption
        self._is_encrypted = is_encrypted

    async def to_device(self, user_id: str, device_id: str, kind: str, content: Raw) -> None:
        """See `Courier`."""
        path = ("sendToDevice", kind, secrets.token_hex(8))
        await self._homeserver.put(*path, body={"messages": {user_id: {device_id: content}}})

    async def to_room(self, room_id: str, kind: str, content: Raw) -> str:
        """See `Courier`."""
        if await self._is_encrypted(room_id):
            content, kind = await self._encryption.seal(room_id, kind, content), "m.room.encrypted"
        path = ("rooms", room_id, "send", kind, secrets.token_hex(8))
        return str((await self._homeserver.put(*path, body=content)).get("event_id", ""))
