"""nio's Olm machine behind a guard: whatever other people send, it goes on, and believes nothing.

Overridden are private methods of exactly nio 0.26.0; a test holds their names and signatures.
"""

from __future__ import annotations

import logging
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

import vodozemac
from nio.crypto import Olm, OlmDevice
from nio.crypto.sessions import InboundGroupSession, Session
from nio.events.to_device import OlmEvent, ToDeviceEvent
from nio.responses import KeysClaimResponse, KeysQueryResponse

from bot.matrix.content.reading import Raw, mapping
from bot.matrix.crypto.store import Store

log = logging.getLogger(__name__)

MEGOLM = "m.megolm.v1.aes-sha2"
_MOST_SESSIONS = 8


@dataclass(frozen=True, slots=True)
class Received:
    """What an encrypted to-device event held, with the device key that it was encrypted by."""

    sender: str
    sender_key: str
    payload: Raw

    @property
    def kind(self) -> str:
        """The type of the event that was encrypted."""
        return str(self.payload["type"])


class GuardedOlm(Olm):  # type: ignore[misc]  # nio is untyped
    """Lives in the machine's thread."""

    store: Store

    # What devices send to ours

    def receive(self, event: Raw) -> Received | None:
        """Read a raw to-device event of anybody; None if there is nothing in it for us.

        A room key is kept at once; where it comes from is proven when it opens something.
        """
        try:
            parsed = ToDeviceEvent.parse_event(dict(event))
            if not isinstance(parsed, OlmEvent):
                return None
            received = self.decrypt_event(parsed)
        except Exception as fault:  # noqa: BLE001 -- others may send anything
            log.info("a to-device event is dropped: %s", type(fault).__name__)
            return None
        return received if isinstance(received, Received) else None

    def decrypt(
        self,
        sender: str,
        sender_key: str,
        message: vodozemac.PreKeyMessage | vodozemac.AnyOlmMessage,
    ) -> object:
        """As nio does, but a one-time key that was used up is stored as used up."""
        try:
            return super().decrypt(sender, sender_key, message)
        finally:
            if isinstance(message, vodozemac.PreKeyMessage):
                self.save_account()
                self._keep_few(sender_key)

    def _handle_olm_event(
        self, sender: str, sender_key: str, payload: dict[Any, Any]
    ) -> Received | None:
        """Keep room keys; forwarded ones, which we never ask for, mean nothing."""
        if payload["type"] == "m.room_key":
            content = mapping(payload["content"])
            signing = mapping(payload["keys"]).get("ed25519")
            names = ("room_id", "session_id", "session_key")
            texts = [one for name in names if isinstance(one := content.get(name), str)]
            if content.get("algorithm") != MEGOLM or len(texts) < len(names) or not signing:
                return None
            room_id, session_id, session_key = texts
            self.create_group_session(sender_key, str(signing), room_id, session_id, session_key)
        return Received(sender, sender_key, payload)

    def create_group_session(
        self,
        sender_key: str,
        sender_fp_key: str,
        room_id: str,
        session_id: str,
        session_key: str,
    ) -> None:
        """Store a room key, if it is one."""
        session = InboundGroupSession(session_key, sender_fp_key, sender_key, room_id)
        if session.id != session_id:
            log.info("a room key for %s has another id than it says", room_id)
            return
        self.store.save_inbound_group_session(session)

    def handle_key_verification(self, event: object) -> None:
        """Nothing: nio's own verification cannot succeed, and dies of what others send."""

    def _handle_key_requests(self, event: object) -> None:
        """Nothing: keys are shared when they are made, and with nobody later."""

    # What the homeserver tells of other people's devices

    def learn_devices(self, answer: Raw) -> None:
        """Take over an answer of /keys/query; malformed devices are left out, each by itself."""
        for user_id, devices in mapping(answer.get("device_keys")).items():
            sound = {
                device_id: {name: part for name, part in keys.items() if name != "unsigned"}
                for device_id, keys in mapping(devices).items()
                if _is_of(keys, user_id, device_id)
            }
            self._revive(user_id, sound)
            try:
                self._handle_key_query(KeysQueryResponse({user_id: sound}, {}))
            except Exception as fault:  # noqa: BLE001 -- one person's keys must not hide the others'
                log.info("keys of %s: %s", user_id, type(fault).__name__)

    def _revive(self, user_id: str, listed: Mapping[str, Raw]) -> None:
        """A device that was gone from an answer and is back, with the same key, is there again."""
        for device_id, device in self.device_store[user_id].items():
            signing = mapping(listed.get(device_id, {}).get("keys")).get(f"ed25519:{device_id}")
            if device.deleted and signing == device.ed25519:
                device.deleted = False
                self.store.save_device_keys({user_id: {device_id: device}})

    def verify_json(
        self, json: dict[Any, Any], user_key: str, user_id: str, device_id: str
    ) -> bool:
        """Whether the signature holds; malformed keys and signatures do not."""
        try:
            return bool(super().verify_json(json, user_key, user_id, device_id))
        except Exception:  # noqa: BLE001 -- others may sign anything in any way
            return False

    def learn_one_time_keys(self, answer: Raw) -> None:
        """Start a session with every device of which /keys/claim gave a usable key."""
        for user_id, devices in mapping(answer.get("one_time_keys")).items():
            for device_id, keys in mapping(devices).items():
                response = KeysClaimResponse({user_id: {device_id: keys}}, {})
                try:
                    self._handle_key_claiming(response)
                except Exception as fault:  # noqa: BLE001 -- one bad key must not block the others
                    log.info("one-time key of %s %s: %s", user_id, device_id, type(fault).__name__)

    # What we send

    def active_devices(self, users: Iterable[str]) -> list[OlmDevice]:
        """The devices of these people, ours left out."""
        ours = (self.user_id, self.device_id)
        return [
            device
            for user_id in users
            for device in self.device_store.active_user_devices(user_id)
            if (device.user_id, device.id) != ours
        ]

    def session_with(self, device: OlmDevice) -> Session | None:
        """The session that a message to the device would be encrypted in."""
        found: Session | None = self.session_store.get(device.curve25519)
        return found

    def sealed_for(self, device: OlmDevice, session: Session, kind: str, content: Raw) -> Raw:
        """Content for `m.room.encrypted` to that device; the session's step is stored."""
        sealed: Raw = self._olm_encrypt(session, device, kind, content)
        return sealed

    def _keep_few(self, curve_key: str) -> None:
        """Anybody may open sessions with us without end."""
        sessions = self.session_store[curve_key]
        for old in sessions[_MOST_SESSIONS:]:
            self.store.database.execute_sql(
                "DELETE FROM olmsessions WHERE session_id = ?", (old.id,)
            )
        del sessions[_MOST_SESSIONS:]


def _is_of(keys: object, user_id: str, device_id: str) -> bool:
    return (
        isinstance(keys, dict)
        and (keys.get("user_id"), keys.get("device_id")) == (user_id, device_id)
        and isinstance(keys.get("keys"), dict)
    )
