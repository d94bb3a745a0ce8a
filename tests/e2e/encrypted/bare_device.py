"""A device with keys and nothing else: what the identity has to vouch for."""

from __future__ import annotations

import asyncio
from pathlib import Path
from typing import Any, Self

from vodozemac import Account

from bot.matrix import MatrixConfig
from bot.matrix.content.reading import Raw
from bot.matrix.crypto.parts import Device
from bot.matrix.crypto.signing import signable
from bot.matrix.crypto.verifying import PREFIX, Verifications
from bot.matrix.login.session import Session


class BareDevice:
    """Logged in, with its keys at the homeserver; it hears only verifications."""

    def __init__(self, address: str, account: tuple[str, str], folder: Path) -> None:
        user_id, password = account
        self.session = Session(
            MatrixConfig(homeserver=address, user_id=user_id, password=password, data_dir=folder)
        )
        self.homeserver = self.session.homeserver
        self._account = Account()
        self._sent = 0
        self._listening: asyncio.Task[None] | None = None

    async def __aenter__(self) -> Self:
        await self.session.open()
        await self.homeserver.post("keys", "upload", body={"device_keys": await self._keys()})
        return self

    async def __aexit__(self, *_: object) -> None:
        if self._listening:
            self._listening.cancel()
            await asyncio.wait([self._listening])
        await self.session.close()

    @property
    def device(self) -> Device:
        return Device(
            user_id=self.session.user_id,
            device_id=self.session.device_id,
            ed25519=self._account.ed25519_key.to_base64(),
            curve25519=self._account.curve25519_key.to_base64(),
        )

    async def sign(self, value: Raw) -> str:
        signature: str = self._account.sign(signable(value)).to_base64()
        return signature

    async def to_device(self, user_id: str, device_id: str, kind: str, content: Raw) -> None:
        """The courier's part that needs no encryption."""
        self._sent += 1
        body = {"messages": {user_id: {device_id: content}}}
        await self.homeserver.put("sendToDevice", kind, str(self._sent), body=body)

    async def to_room(self, room_id: str, kind: str, content: Raw) -> str:
        raise NotImplementedError

    def listen(self, verifications: Verifications) -> None:
        """Hear verifications from now on."""
        self._listening = asyncio.create_task(self._listen(verifications))

    async def _listen(self, verifications: Verifications) -> None:
        query = {"timeout": "0"}
        while True:
            answer = await self.homeserver.get("sync", query=query, patience=30)
            events: list[dict[str, Any]] = answer.get("to_device", {}).get("events", [])
            for event in events:
                if event["type"].startswith(PREFIX):
                    await verifications.heard(event, None)
            query = {"timeout": "1000", "since": answer["next_batch"]}

    async def _keys(self) -> dict[str, object]:
        ours = self.device
        keys: dict[str, object] = {
            "user_id": ours.user_id,
            "device_id": ours.device_id,
            "algorithms": ["m.olm.v1.curve25519-aes-sha2", "m.megolm.v1.aes-sha2"],
            "keys": {
                f"ed25519:{ours.device_id}": ours.ed25519,
                f"curve25519:{ours.device_id}": ours.curve25519,
            },
        }
        signature = {f"ed25519:{ours.device_id}": await self.sign(keys)}
        return keys | {"signatures": {ours.user_id: signature}}
