"""Lets people verify us by emoji (SAS), from their device or in a room; we only ever answer."""

from __future__ import annotations

import asyncio
import logging
import time
from collections.abc import Callable
from dataclasses import dataclass

from bot.matrix.content.cleaning import identifier
from bot.matrix.content.reading import Raw, mapping
from bot.matrix.crypto.establishing import OurIdentity
from bot.matrix.crypto.parts import Courier, Device
from bot.matrix.crypto.sas import METHOD, Broken, Exchange, Side, Stage
from bot.matrix.crypto.signing import only_key
from bot.matrix.door.errors import MatrixError
from bot.matrix.door.homeserver import Homeserver

log = logging.getLogger(__name__)

PREFIX = "m.key.verification."
_LASTS = 600.0
_MOST = 32
_FUTURE = 300.0


@dataclass(slots=True)
class _Open:
    """A verification under way, with the room it happens in, if any."""

    exchange: Exchange
    transaction: str
    user_id: str
    device_id: str
    room_id: str | None
    until: float


class Verifications:
    """Those under way: at most one a person, for at most ten minutes."""

    def __init__(
        self,
        homeserver: Homeserver,
        identity: OurIdentity,
        device: Callable[[], Device],
        courier: Courier,
    ) -> None:
        self._homeserver = homeserver
        self._identity = identity
        self._device = device
        self._courier = courier
        self._open: dict[str, _Open] = {}
        self._turn = asyncio.Lock()

    async def heard(self, event: Raw, room_id: str | None) -> None:
        content, sender = mapping(event.get("content")), identifier(event.get("sender"))
        if sender is None or sender == self._device().user_id:
            return
        step = str(event.get("type", "")).removeprefix(PREFIX)
        if content.get("msgtype") == f"{PREFIX}request":
            step = "request"
        async with self._turn:
            try:
                if step == "request":
                    await self._requested(event, content, sender, room_id)
                else:
                    await self._went_on(step, content, sender, room_id)
            except MatrixError as fault:
                log.warning("verification with %s is broken off: %s", sender, fault)

    async def _requested(self, event: Raw, content: Raw, sender: str, room_id: str | None) -> None:
        name = event.get("event_id") if room_id else content.get("transaction_id")
        sent = event.get("origin_server_ts") if room_id else content.get("timestamp")
        device, transaction = identifier(content.get("from_device")), identifier(name)
        if device is None or transaction is None or not _is_recent(sent):
            return
        if room_id and content.get("to") != self._device().user_id:
            return
        methods = content.get("methods")
        if not isinstance(methods, list) or METHOD not in methods:
            return
        ours, theirs = self._side(), await self._keys(sender, device)
        if ours is None or theirs is None:
            log.warning("%s wants to verify us, but keys are missing on one side", sender)
            return
        self._make_room(sender)
        until = time.monotonic() + _LASTS
        new = _Open(
            Exchange(transaction, ours, theirs), transaction, sender, device, room_id, until
        )
        self._open[sender] = new
        await self._send(new, "ready", {"from_device": ours.device_id, "methods": [METHOD]})

    async def _went_on(self, step: str, content: Raw, sender: str, room_id: str | None) -> None:
        relation = mapping(content.get("m.relates_to"))
        name = relation.get("event_id") if room_id else content.get("transaction_id")
        found = self._open.get(sender)
        if found is None or (found.transaction, found.room_id) != (name, room_id):
            return
        if step in ("cancel", "done") or time.monotonic() > found.until:
            done = step == "done" and found.exchange.stage is Stage.DONE
            log.info("verification with %s is %s", sender, "done" if done else "over")
            del self._open[sender]
            return
        try:
            await self._answer(found, step, content)
        except Broken as why:
            del self._open[sender]
            log.warning("verification with %s is broken off: %s", sender, why)
            await self._send(found, "cancel", {"code": why.code, "reason": str(why)})

    async def _answer(self, found: _Open, step: str, content: Raw) -> None:
        exchange = found.exchange
        if step == "start":
            answers = exchange.start(content)
        elif step == "key":
            emoji, answers = exchange.key(content)
            log.info("verification with %s (device %s): %s", found.user_id, found.device_id, emoji)
        elif step == "mac":
            answers = exchange.mac(content)
        else:
            return
        for kind, answer in answers.items():
            await self._send(found, kind, answer)

    async def _send(self, to: _Open, step: str, content: dict[str, object]) -> None:
        kind = f"{PREFIX}{step}"
        if to.room_id is None:
            told = {**content, "transaction_id": to.transaction}
            await self._courier.to_device(to.user_id, to.device_id, kind, told)
        else:
            relation = {"rel_type": "m.reference", "event_id": to.transaction}
            await self._courier.to_room(to.room_id, kind, {**content, "m.relates_to": relation})

    def _make_room(self, sender: str) -> None:
        """Forget what is over, this person's earlier one, and the oldest if there are too many."""
        now = time.monotonic()
        others = {user: one for user, one in self._open.items() if user != sender}
        live = {user: one for user, one in others.items() if one.until > now}
        for user in list(live)[: max(len(live) - _MOST + 1, 0)]:
            del live[user]
        self._open = live

    def _side(self) -> Side | None:
        identity, device = self._identity.current, self._device()
        if identity is None:
            return None
        keys = {f"ed25519:{device.device_id}": device.ed25519}
        keys[identity.master.key_id] = identity.master.public
        return Side(user_id=device.user_id, device_id=device.device_id, keys=keys)

    async def _keys(self, user: str, device: str) -> Side | None:
        """What the homeserver says are their keys: their device's, and their master key."""
        wanted: dict[str, list[str]] = {user: []}
        answer = await self._homeserver.post("keys", "query", body={"device_keys": wanted})
        devices = mapping(mapping(answer.get("device_keys")).get(user))
        key_id = f"ed25519:{device}"
        public = mapping(mapping(devices.get(device)).get("keys")).get(key_id)
        if not isinstance(public, str):
            return None
        master = only_key(mapping(mapping(answer.get("master_keys")).get(user)))
        keys = {key_id: public} | ({f"ed25519:{master}": master} if master else {})
        return Side(user_id=user, device_id=device, keys=keys)


def _is_recent(sent: object) -> bool:
    """Whether a moment in milliseconds is one at which people still sit before their screens."""
    if isinstance(sent, bool) or not isinstance(sent, int | float):
        return False
    return -_FUTURE < time.time() - sent / 1000 < _LASTS
