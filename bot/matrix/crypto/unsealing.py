"""Opens encrypted room events, and attributes them to nobody but whose device made them."""

from __future__ import annotations

import json
import logging
from dataclasses import dataclass

from nio.crypto.sessions import InboundGroupSession

from bot.matrix.content.reading import Raw, mapping
from bot.matrix.crypto.guard import MEGOLM, GuardedOlm
from bot.matrix.encryption import Sealed

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Unsealed:
    """An event as if it had never been encrypted; `device_id` is None where it is our own."""

    event: Raw
    device_id: str | None


def unseal(olm: GuardedOlm, room_id: str, event: Raw) -> Unsealed | Sealed:
    """Open an event of type `m.room.encrypted`; that it was opened is stored."""
    content, sender = mapping(event.get("content")), event.get("sender")
    session_id, text = content.get("session_id"), content.get("ciphertext")
    if not isinstance(session_id, str) or not isinstance(text, str) or not isinstance(sender, str):
        return Sealed.FALSE
    if content.get("algorithm") != MEGOLM:
        return Sealed.FALSE
    keys = olm.store.room_keys(room_id, session_id)
    if not keys:
        return Sealed.NO_KEY
    for key in keys:
        owner = _owner(olm, sender, key)
        if owner is not None:
            return _opened(olm, room_id, event, key, None if owner == _OURS else owner)
    return Sealed.STRANGER


_OURS = ""


def _owner(olm: GuardedOlm, sender: str, key: InboundGroupSession) -> str | None:
    """The living device of the sender that made the key; `_OURS` for our own, None for none."""
    ours = olm.account.identity_keys
    if sender == olm.user_id and key.sender_key == ours["curve25519"]:
        return _OURS
    device = olm.device_store.device_from_sender_key(sender, key.sender_key)
    if device is None or device.ed25519 != key.ed25519:
        return None
    return str(device.id)


def _opened(
    olm: GuardedOlm, room_id: str, event: Raw, key: InboundGroupSession, device_id: str | None
) -> Unsealed | Sealed:
    try:
        text, place = key.decrypt(mapping(event.get("content"))["ciphertext"])
    except UnicodeDecodeError:
        return Sealed.FALSE
    except ValueError as fault:  # what vodozemac raises
        return Sealed.NO_KEY if "index" in str(fault) else Sealed.FALSE
    if not olm.store.first_opened(key.id, place, str(event.get("event_id"))):
        log.warning("room %s: event %s is a copy of another", room_id, event.get("event_id"))
        return Sealed.FALSE
    plain = _parsed(text)
    if plain is None or plain.get("room_id", room_id) != room_id or not _is_message(plain):
        log.warning("room %s: event %s holds nothing sound", room_id, event.get("event_id"))
        return Sealed.FALSE
    return Unsealed(_laid_open(event, plain), device_id)


def _parsed(text: str) -> Raw | None:
    try:
        plain = json.loads(text)
    except (ValueError, RecursionError):
        return None
    return plain if isinstance(plain, dict) else None


def _is_message(plain: Raw) -> bool:
    """State and deletions are never encrypted: such ones are forged."""
    kind = plain.get("type")
    forged = "state_key" in plain or "redacts" in plain or kind == "m.room.redaction"
    return isinstance(kind, str) and isinstance(plain.get("content"), dict) and not forged


def _laid_open(event: Raw, plain: Raw) -> Raw:
    """Relations stand outside, where the homeserver needs them."""
    content = dict(plain["content"])
    relation = mapping(event.get("content")).get("m.relates_to")
    if "m.relates_to" not in content and isinstance(relation, dict):
        content["m.relates_to"] = relation
    return {**event, "type": plain["type"], "content": content}
