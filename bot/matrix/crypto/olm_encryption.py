"""The Encryption that works: our device, other people's devices and the room keys between them."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Iterable, Mapping, Sequence

from bot.domain.dialogue.message import Proof
from bot.matrix.content.batch import News
from bot.matrix.content.cleaning import identifier
from bot.matrix.content.reading import Raw, mapping, mappings
from bot.matrix.crypto import roomkeys
from bot.matrix.crypto.devices import Devices
from bot.matrix.crypto.guard import GuardedOlm, Received
from bot.matrix.crypto.olm_thread import OlmThread
from bot.matrix.crypto.own_device import OurDevice
from bot.matrix.crypto.parts import Identity, Standing, Trust, Verifying
from bot.matrix.crypto.sharing import Sharing, has_moved
from bot.matrix.crypto.unsealing import Unsealed, unseal
from bot.matrix.door.errors import MatrixError, Temporary, Unauthorised
from bot.matrix.encryption import Obstacle, Opened, Sealed, refusal
from bot.matrix.login.session import Session

log = logging.getLogger(__name__)

_VERIFICATION = "m.key.verification."
_MOST_WAITING = 100
_PROOFS = {
    Standing.SIGNED: Proof.DEVICE,
    Standing.CHANGED: Proof.CHANGED,
    Standing.UNSIGNED: Proof.UNSIGNED,
    Standing.UNKNOWN: Proof.UNSIGNED,
}


class OlmEncryption:
    """An Encryption by Olm and Megolm."""

    def __init__(
        self, session: Session, olm: OlmThread, identity: Identity, trust: Trust, *, unsigned: bool
    ) -> None:
        """`unsigned` lets us speak although our identity did not sign our device."""
        homeserver = session.homeserver
        self._ours = session.user_id
        self._olm = olm
        self._trust = trust
        self.device = OurDevice(session, olm, identity, unsigned=unsigned)
        self._devices = Devices(olm, homeserver, trust, self._people_changed)
        self._sharing = Sharing(olm, homeserver, self._devices, trust)
        self._steps: asyncio.Queue[tuple[Raw, str | None]] = asyncio.Queue(_MOST_WAITING)
        self._wedged = asyncio.Event()
        self.verifying: Verifying | None = None

    @property
    def obstacle(self) -> Obstacle | None:
        return None if self.device.ready else self.device.obstacle

    async def open(self) -> None:
        await self.device.open()

    async def run(self) -> None:
        async with asyncio.TaskGroup() as group:
            group.create_task(self.device.run(), name="own keys")
            group.create_task(self._heal(), name="healing sessions")
            group.create_task(self._verify(), name="verifying")

    async def close(self) -> None:
        await self._olm.close()

    async def hear(self, answer: Raw, *, first: bool) -> None:
        if self._is_lost():
            return
        self._devices.doubt(answer, everybody=first)
        self.device.heard(answer)
        events = mappings(mapping(answer.get("to_device")).get("events"))
        for event in events:
            self._queue(event, None)
        sealed = [event for event in events if event.get("type") == "m.room.encrypted"]
        left = list(mapping(mapping(answer.get("rooms")).get("leave")))
        if not sealed and not left:
            return
        received, wedged = await self._olm.do(lambda olm: _receive(olm, sealed, left))
        if wedged:
            self._wedged.set()
        self._people_changed({one.sender for one in received})

    def rooms_changed(self, news: Iterable[News]) -> None:
        self.rooms_moved(one.room_id for one in news if has_moved(one))

    def rooms_moved(self, rooms: Iterable[str]) -> None:
        """Who is in these rooms has changed, or their rules."""
        self._sharing.rooms_moved(rooms)

    async def open_all(self, events: Sequence[tuple[str, Raw]]) -> Sequence[Opened | Sealed]:
        if self._is_lost():
            return [Sealed.NO_KEY] * len(events)
        senders = {user for _, event in events if (user := identifier(event.get("sender")))}
        try:
            await self._devices.refresh(senders)
        except Unauthorised:
            raise
        except MatrixError as fault:
            log.warning("cannot ask for the keys of who wrote: %s", fault)
        found = await self._olm.do(lambda olm: [unseal(olm, *event) for event in events])
        return [one if isinstance(one, Sealed) else self._proven(one) for one in found]

    async def seal(self, room_id: str, kind: str, content: Mapping[str, object]) -> Raw:
        if self.obstacle is not None:
            raise refusal(self.obstacle)
        if not self.device.ready:
            raise Temporary("our keys are not offered yet")
        return await self._sharing.seal(room_id, kind, content)

    def verify(self, event: Raw, room_id: str) -> None:
        self._queue(event, room_id)

    def _is_lost(self) -> bool:
        return self.device.obstacle in (Obstacle.STORE, Obstacle.DEVICE)

    def _people_changed(self, users: Iterable[str]) -> None:
        self._sharing.people_changed(users)

    def _proven(self, one: Unsealed) -> Opened:
        if one.device_id is None:
            return Opened(one.event, Proof.DEVICE)
        return Opened(
            one.event, _PROOFS[self._trust.standing(str(one.event["sender"]), one.device_id)]
        )

    def _queue(self, event: Raw, room_id: str | None) -> None:
        """Steps of a verification are taken aside: they wait for the homeserver."""
        asked = mapping(event.get("content")).get("msgtype") == f"{_VERIFICATION}request"
        if asked or str(event.get("type")).startswith(_VERIFICATION):
            if self._steps.full():
                self._steps.get_nowait()
            self._steps.put_nowait((event, room_id))

    async def _verify(self) -> None:
        while True:
            event, room_id = await self._steps.get()
            if self.verifying is not None and self.device.ready:
                await self.verifying.heard(event, room_id)

    async def _heal(self) -> None:
        """Open new sessions with devices whose old ones broke, and say so in them."""
        while True:
            await self._wedged.wait()
            self._wedged.clear()
            try:
                await self._devices.claim(await self._olm.do(_broken))
                await self._sharing.to_devices("m.room.encrypted", await self._olm.do(_dummies))
            except Unauthorised:
                raise
            except MatrixError as fault:
                log.warning("broken sessions are not healed: %s", fault)


def _receive(
    olm: GuardedOlm, events: Sequence[Raw], left: Sequence[str]
) -> tuple[list[Received], bool]:
    for room_id in left:
        olm.store.forget_room(room_id)
    received = [one for event in events if (one := olm.receive(event))]
    for one in received:
        device = olm.device_store.device_from_sender_key(one.sender, one.sender_key)
        if one.kind == "m.dummy" and device is not None:
            roomkeys.missed(olm, (device.user_id, device.id))
    return received, bool(olm.wedged_devices)


def _broken(olm: GuardedOlm) -> list[tuple[str, str]]:
    return [(device.user_id, device.id) for device in olm.wedged_devices]


def _dummies(olm: GuardedOlm) -> dict[str, dict[str, Raw]]:
    """What the new sessions say; who offered no key is tried when they break once more."""
    messages: dict[str, dict[str, Raw]] = {}
    for one in olm.outgoing_to_device_messages:
        messages.setdefault(one.recipient, {})[one.recipient_device] = one.content
    olm.outgoing_to_device_messages.clear()
    olm.wedged_devices.clear()
    return messages
