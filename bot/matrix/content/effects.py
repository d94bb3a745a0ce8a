"""What each kind of outbox row is as a request, and why repeating it does no harm.

Files are brought by `uploading`.
"""

from __future__ import annotations

import hashlib
from collections.abc import Awaitable, Callable, Mapping

from bot.domain.journal import Effect
from bot.matrix.content.answers import named
from bot.matrix.content.cleaning import identifier
from bot.matrix.content.reading import Raw, mapping
from bot.matrix.door.errors import Permanent
from bot.matrix.door.homeserver import Homeserver, Json
from bot.text.content import AFTER

_LONGEST_TXN = 200
_EVENTS = {
    Effect.SEND: "m.room.message",
    Effect.EDIT: "m.room.message",
    Effect.REACT: "m.reaction",
}
LIMITED_WITH_MESSAGES = frozenset({*_EVENTS, Effect.REDACT, Effect.STATE})
"""Effects that the homeserver counts together; it counts invitations by themselves."""
KEPT_BY_TRANSACTION = frozenset({*_EVENTS, Effect.REDACT})
"""Effects that would happen twice if the homeserver forgot their transaction id."""


class Unsendable(Permanent):
    """We refuse it ourselves; `errcode` is the reason in a word."""

    def __init__(self, reason: str) -> None:
        super().__init__(0, reason)


def transaction_id(key: str) -> str:
    """The key, or what stands for one that is too long for an address."""
    if len(key) <= _LONGEST_TXN:
        return key
    return hashlib.sha256(key.encode()).hexdigest()


def filled(content: Mapping[str, object], event_id: str) -> Json:
    """The content with that event id, or address of a file, wherever `AFTER` stands."""
    return {name: _fill(value, event_id) for name, value in content.items()}


Seal = Callable[[str, Raw], Awaitable[Raw]]
"""Encrypts an event's content, given its type."""


async def perform(
    homeserver: Homeserver,
    effect: Effect,
    room_id: str,
    key: str,
    content: Raw,
    *,
    seal: Seal | None = None,
) -> str:
    """Do it; the event id, empty where there is none.

    `seal` is given where the room is encrypted. Reactions are never encrypted: clients and
    homeservers would not understand them.

    Raises:
        MatrixError: it did not happen, or nobody knows.
        Unsendable: the content is none for this effect.
    """
    txn = transaction_id(key)
    if effect is Effect.REDACT:
        target = _needed(content, "redacts")
        body = {name: value for name, value in content.items() if name != "redacts"}
        return _id(await homeserver.put("rooms", room_id, "redact", target, txn, body=body))
    if effect is Effect.STATE:
        state_key = content.get("state_key")
        last = state_key if isinstance(state_key, str) else ""
        state = ("rooms", room_id, "state", _needed(content, "type"), last)
        return _id(await homeserver.put(*state, body=mapping(content.get("content"))))
    if effect is Effect.INVITE:
        await invite(homeserver, room_id, _needed(content, "user_id"))
        return ""
    if effect not in _EVENTS:
        raise Unsendable(f"unknown-{effect}")
    kind = _EVENTS[effect]
    if seal is not None and effect is not Effect.REACT:
        content, kind = await seal(kind, content), "m.room.encrypted"
    try:
        path = ("rooms", room_id, "send", kind, txn)
        return _id(await homeserver.put(*path, body=content))
    except Permanent as refused:
        if refused.errcode == "M_DUPLICATE_ANNOTATION":
            return ""
        raise


async def invite(homeserver: Homeserver, room_id: str, user_id: str) -> None:
    """Ask somebody in who is neither in the room nor asked already.

    Raises:
        MatrixError: it was refused, or nobody knows.
    """
    if await membership(homeserver, room_id, user_id) not in ("join", "invite"):
        await homeserver.post("rooms", room_id, "invite", body={"user_id": user_id})


async def membership(homeserver: Homeserver, room_id: str, user_id: str) -> str:
    """`join`, `invite`, `leave`, `ban`, or empty for who was never in the room.

    Raises:
        MatrixError: we may not see it, or the homeserver does not answer.
    """
    try:
        member = await homeserver.get("rooms", room_id, "state", "m.room.member", user_id)
    except Permanent as refused:
        if refused.errcode != "M_NOT_FOUND":
            raise
        return ""
    return str(member.get("membership", ""))


def _fill(value: object, event_id: str) -> object:
    if isinstance(value, dict):
        return filled(value, event_id)
    return event_id if value == AFTER else value


def _needed(content: Raw, name: str) -> str:
    value = identifier(content.get(name))
    if value is None:
        raise Unsendable(f"no-{name}")
    return value


def _id(answer: Json) -> str:
    return named(answer, "event_id")
