"""Room keys on our side: who should have the current one, who lacks it, and when it is replaced."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta

from nio.crypto import OlmDevice
from nio.crypto.sessions import OutboundGroupSession

from bot.matrix.content.reading import Raw
from bot.matrix.crypto.guard import MEGOLM, GuardedOlm

Name = tuple[str, str]
"""A user id and a device id."""


@dataclass(frozen=True, slots=True)
class Rotation:
    """When a room key is replaced at the latest."""

    age: timedelta = timedelta(days=7)
    messages: int = 100


@dataclass(frozen=True, slots=True)
class Plan:
    """What is to do before the room key may be used."""

    lacking: tuple[Name, ...]
    """Devices that should have the key and do not."""
    strangers: tuple[Name, ...]
    """Those of them with which we have no session."""
    excluded: tuple[Name, ...]
    """Devices that must not have it, and were not told so yet."""


def plan(
    olm: GuardedOlm,
    room_id: str,
    users: Collection[str],
    may: Callable[[str, str], bool],
    rotation: Rotation,
) -> Plan:
    """What is to do; a key that somebody has who should not, or that is worn out, is replaced."""
    devices = {(one.user_id, one.id): one for one in olm.active_devices(users)}
    wanted = {name for name in devices if may(*name)}
    session = olm.outbound_group_sessions.get(room_id)
    if session is None or session.expired or session.users_shared_with - wanted:
        session = _new(olm, room_id, rotation)
    lacking = sorted(wanted - session.users_shared_with)
    strangers = [name for name in lacking if olm.session_with(devices[name]) is None]
    excluded = sorted(set(devices) - wanted - session.users_ignored)
    return Plan(tuple(lacking), tuple(strangers), tuple(excluded))


def _new(olm: GuardedOlm, room_id: str, rotation: Rotation) -> OutboundGroupSession:
    olm.create_outbound_group_session(room_id)
    session = olm.outbound_group_sessions[room_id]
    session.max_age, session.max_messages = rotation.age, rotation.messages
    return session


def room_key_for(
    olm: GuardedOlm, room_id: str, names: Sequence[Name]
) -> Mapping[str, Mapping[str, Raw]]:
    """The messages, by user and device, that bring the key to these; none for strangers.

    None at all if the key was forgotten since it was planned, as with whatever else of it follows.
    """
    session = olm.outbound_group_sessions.get(room_id)
    if session is None:
        return {}
    content = {
        "algorithm": MEGOLM,
        "room_id": room_id,
        "session_id": session.id,
        "session_key": session.session_key,
    }
    messages: dict[str, dict[str, Raw]] = {}
    for user_id, device_id in names:
        device: OlmDevice = olm.device_store[user_id][device_id]
        channel = olm.session_with(device)
        if channel is not None:
            sealed = olm.sealed_for(device, channel, "m.room_key", content)
            messages.setdefault(user_id, {})[device_id] = sealed
    return messages


def withheld(olm: GuardedOlm, room_id: str, code: str) -> Raw | None:
    """What a device is told that does not get the key, in clear; None if the key was forgotten."""
    session = olm.outbound_group_sessions.get(room_id)
    if session is None:
        return None
    return {
        "algorithm": MEGOLM,
        "room_id": room_id,
        "session_id": session.id,
        "sender_key": olm.account.identity_keys["curve25519"],
        "code": code,
        "reason": _REASONS[code],
    }


_REASONS = {
    "m.unverified": "this device is not verified by its owner",
    "m.no_olm": "no session with this device could be started",
}


def brought(olm: GuardedOlm, room_id: str, names: Collection[Name]) -> None:
    """The homeserver took the key for these."""
    if session := olm.outbound_group_sessions.get(room_id):
        session.users_shared_with.update(names)


def told(olm: GuardedOlm, room_id: str, names: Collection[Name]) -> None:
    """These know that they do not get it."""
    if session := olm.outbound_group_sessions.get(room_id):
        session.users_ignored.update(names)


def missed(olm: GuardedOlm, name: Name) -> None:
    """That device may have missed what we sent it: it gets the keys in use once more."""
    for session in olm.outbound_group_sessions.values():
        session.users_shared_with.discard(name)


def seal(olm: GuardedOlm, room_id: str, kind: str, content: Mapping[str, object]) -> Raw | None:
    """Content for `m.room.encrypted`; None if the room needs another key first.

    Relations stay outside, where the homeserver needs them.
    """
    session = olm.outbound_group_sessions.get(room_id)
    if session is None or session.expired:
        return None
    session.mark_as_shared()
    hidden = {name: part for name, part in content.items() if name != "m.relates_to"}
    sealed = olm.group_encrypt(room_id, {"type": kind, "content": hidden})
    relation = content.get("m.relates_to")
    return {**sealed, "m.relates_to": relation} if relation is not None else dict(sealed)
