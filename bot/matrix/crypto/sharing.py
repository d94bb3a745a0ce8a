"""Brings our room keys to everybody who should read, before anything is said with them."""

from __future__ import annotations

import asyncio
import logging
import secrets
import time
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta

from bot.matrix.content.batch import News
from bot.matrix.content.reading import Raw, mapping, mappings
from bot.matrix.crypto import roomkeys
from bot.matrix.crypto.devices import Devices
from bot.matrix.crypto.olm_thread import OlmThread
from bot.matrix.crypto.parts import Trust
from bot.matrix.crypto.roomkeys import Name, Rotation
from bot.matrix.door.errors import Permanent, Temporary
from bot.matrix.door.homeserver import Homeserver
from bot.matrix.door.state import state_content

log = logging.getLogger(__name__)

_AT_ONCE = 50
_UNREACHABLE_FOR = 3600.0
_HISTORY = "m.room.history_visibility"


@dataclass(frozen=True, slots=True)
class _Audience:
    users: frozenset[str]
    rotation: Rotation


class Sharing:
    """Knows of each room whether all who should have the current key have it."""

    def __init__(
        self, olm: OlmThread, homeserver: Homeserver, devices: Devices, trust: Trust
    ) -> None:
        self._olm = olm
        self._homeserver = homeserver
        self._devices = devices
        self._trust = trust
        self._audiences: dict[str, _Audience] = {}
        self._settled: set[str] = set()
        self._unreachable: dict[Name, float] = {}
        self._locks: dict[str, asyncio.Lock] = {}

    def people_changed(self, users: Iterable[str]) -> None:
        """Their devices did: rooms with them are looked at again before we speak there."""
        moved = set(users)
        for name in [name for name in self._unreachable if name[0] in moved]:
            del self._unreachable[name]
        self._settled -= {
            room for room, audience in self._audiences.items() if moved & audience.users
        }

    def rooms_moved(self, rooms: Iterable[str]) -> None:
        """Somebody came or went there, or the room has other rules."""
        for room_id in rooms:
            self._audiences.pop(room_id, None)
            self._settled.discard(room_id)

    async def seal(self, room_id: str, kind: str, content: Mapping[str, object]) -> Raw:
        """Content for `m.room.encrypted` that everybody can open who should.

        Raises:
            MatrixError: not everybody can be given the key now; nothing is said then.
        """
        async with self._locks.setdefault(room_id, asyncio.Lock()):
            sealed: Raw | None = None
            if room_id in self._settled:
                sealed = await self._seal(room_id, kind, content)
            if sealed is None:
                await self._share(room_id)
                sealed = await self._seal(room_id, kind, content)
        if sealed is None:
            raise Temporary("the room key was lost on the way")
        return sealed

    async def _seal(self, room_id: str, kind: str, content: Mapping[str, object]) -> Raw | None:
        return await self._olm.do(lambda olm: roomkeys.seal(olm, room_id, kind, content))

    async def _share(self, room_id: str) -> None:
        # What changes from here on unsettles the room again.
        self._settled.add(room_id)
        try:
            await self._give(room_id)
        except BaseException:
            self._settled.discard(room_id)
            raise

    async def _give(self, room_id: str) -> None:
        audience = self._audiences.get(room_id)
        if audience is None:
            audience = await self._audience(room_id)
            if room_id in self._settled:
                self._audiences[room_id] = audience
        await self._devices.refresh(audience.users)
        plan = await self._plan(room_id, audience)
        now = time.monotonic()
        claimable = [one for one in plan.strangers if self._unreachable.get(one, 0.0) < now]
        if claimable:
            await self._devices.claim(claimable)
            plan = await self._plan(room_id, audience)
        strangers = set(plan.strangers)
        await self._bring(room_id, [one for one in plan.lacking if one not in strangers])
        await self._withhold(room_id, plan.excluded, "m.unverified")
        await self._withhold(room_id, [one for one in claimable if one in strangers], "m.no_olm")
        self._unreachable.update(dict.fromkeys(strangers, now + _UNREACHABLE_FOR))

    async def _plan(self, room_id: str, audience: _Audience) -> roomkeys.Plan:
        may = self._trust.may_have_keys
        return await self._olm.do(
            lambda olm: roomkeys.plan(olm, room_id, audience.users, may, audience.rotation)
        )

    async def _bring(self, room_id: str, names: Sequence[Name]) -> None:
        """Only what the homeserver took counts as brought; the rest is brought the next time."""
        for start in range(0, len(names), _AT_ONCE):
            await self._bring_some(room_id, names[start : start + _AT_ONCE])

    async def _bring_some(self, room_id: str, names: Sequence[Name]) -> None:
        messages = await self._olm.do(lambda olm: roomkeys.room_key_for(olm, room_id, names))
        await self.to_devices("m.room.encrypted", messages)
        await self._olm.do(lambda olm: roomkeys.brought(olm, room_id, names))

    async def _withhold(self, room_id: str, names: Collection[Name], code: str) -> None:
        if not names:
            return
        content = await self._olm.do(lambda olm: roomkeys.withheld(olm, room_id, code))
        if content is None:
            return
        messages: dict[str, dict[str, Raw]] = {}
        for user_id, device_id in names:
            messages.setdefault(user_id, {})[device_id] = content
        try:
            await self.to_devices("m.room_key.withheld", messages)
        except Permanent as refused:
            log.info("room %s: cannot say who gets no key: %s", room_id, refused)
        await self._olm.do(lambda olm: roomkeys.told(olm, room_id, names))

    async def to_devices(self, kind: str, messages: Mapping[str, Mapping[str, Raw]]) -> None:
        """Send each device its message; once more does no harm.

        Raises:
            MatrixError: they did not leave, or nobody knows.
        """
        if messages:
            path = ("sendToDevice", kind, secrets.token_hex(8))
            await self._homeserver.put(*path, body={"messages": messages})

    async def _audience(self, room_id: str) -> _Audience:
        """Who should read what we say: whoever is in the room, and the invited where they may."""
        query = {"not_membership": "leave"}
        answer = await self._homeserver.get("rooms", room_id, "members", query=query)
        history = await state_content(self._homeserver, room_id, _HISTORY)
        come = {"join"} if history.get("history_visibility") == "joined" else {"join", "invite"}
        users = {
            str(event.get("state_key"))
            for event in mappings(answer.get("chunk"))
            if mapping(event.get("content")).get("membership") in come
        }
        rules = await state_content(self._homeserver, room_id, "m.room.encryption")
        return _Audience(frozenset(users), _rotation(rules))


def has_moved(news: News) -> bool:
    """Whether somebody came or went, perhaps unheard, or the room has other rules."""
    return news.limited or any(
        event.get("type") in ("m.room.member", "m.room.encryption", _HISTORY)
        for event in (*news.events, *news.state)
    )


def _rotation(rules: Raw) -> Rotation:
    """As the room wants it, but never later than usual, and not with every message."""
    usual = Rotation()
    age = _less(rules.get("rotation_period_ms"), 60_000, int(usual.age.total_seconds() * 1000))
    messages = _less(rules.get("rotation_period_msgs"), 1, usual.messages)
    return Rotation(timedelta(milliseconds=age), messages)


def _less(value: object, least: int, most: int) -> int:
    if not isinstance(value, int) or isinstance(value, bool):
        return most
    return min(max(value, least), most)
