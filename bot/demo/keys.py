"""A person's own keys: their device is signed by an identity of their own, as clients do it.

The parts are those by which the bot encrypts. What is judged here is the demo and not they: beside
the strictest client of all they stand in the end-to-end tests.
"""

from __future__ import annotations

import asyncio
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from bot.demo.api import Json
from bot.matrix import MatrixConfig
from bot.matrix.crypto import judging
from bot.matrix.crypto.establishing import OurIdentity
from bot.matrix.crypto.olm_encryption import OlmEncryption
from bot.matrix.crypto.olm_thread import OlmThread
from bot.matrix.crypto.parts import Standing, Verdict
from bot.matrix.crypto.publishing import Consent
from bot.matrix.encryption import Opened
from bot.matrix.login.session import Session

ENCRYPTED = "m.room.encrypted"
SETTING = {
    "type": "m.room.encryption",
    "state_key": "",
    "content": {"algorithm": "m.megolm.v1.aes-sha2"},
}


class Acquaintances:
    """The Trust of a person: keys for devices that their owners have signed."""

    def __init__(self) -> None:
        self._known: dict[str, Verdict] = {}

    def judge(self, answer: Mapping[str, Any]) -> Mapping[str, Verdict]:
        return judging.judge(answer)

    async def learn(self, verdicts: Mapping[str, Verdict]) -> frozenset[str]:
        changed = {user for user, one in verdicts.items() if self._known.get(user) != one}
        self._known.update(verdicts)
        return frozenset(changed)

    def may_have_keys(self, user_id: str, device_id: str) -> bool:
        return self.standing(user_id, device_id) is Standing.SIGNED

    def standing(self, user_id: str, device_id: str) -> Standing:
        found = self._known.get(user_id)
        if found is None or device_id not in found.devices:
            return Standing.UNKNOWN
        return Standing.SIGNED if device_id in found.signed else Standing.UNSIGNED


class Keys:
    """Opens and seals for one device of one account; kept in a folder of its own."""

    def __init__(self, address: str, user_id: str, token: str, device: str, folder: Path) -> None:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        config = MatrixConfig(
            homeserver=address,
            user_id=user_id,
            access_token=token,
            device_id=device,
            data_dir=folder,
        )
        self._session = Session(config)
        identity = OurIdentity(self._session.homeserver, user_id, folder, None, Consent())
        self._encryption = OlmEncryption(
            self._session,
            OlmThread(folder / "crypto", user_id),
            identity,
            Acquaintances(),
            unsigned=False,
        )
        self._tending: asyncio.Task[None] | None = None

    async def start(self) -> None:
        """Have the device signed, so that others write to it."""
        await self._session.open()
        await self._encryption.open()
        self._tending = asyncio.create_task(self._encryption.run())

    async def close(self) -> None:
        if self._tending:
            self._tending.cancel()
            await asyncio.wait([self._tending])
        await self._encryption.close()
        await self._session.close()

    async def hear(self, answer: Json, *, first: bool) -> None:
        """What /sync brought to the device."""
        await self._encryption.hear(answer, first=first)

    async def opened(self, room: str, events: Sequence[Json]) -> list[Json]:
        """The events, those opened that can be; somebody may have come or gone among them."""
        self._encryption.rooms_moved([room] if any("state_key" in one for one in events) else [])
        sealed = [event for event in events if event["type"] == ENCRYPTED]
        found = iter(await self._encryption.open_all([(room, event) for event in sealed]))
        plain = []
        for event in events:
            result = next(found) if event["type"] == ENCRYPTED else None
            plain.append(dict(result.event) if isinstance(result, Opened) else event)
        return plain

    async def seal(self, room: str, kind: str, content: Mapping[str, object]) -> Json:
        """The content for `m.room.encrypted`."""
        return dict(await self._encryption.seal(room, kind, content))
