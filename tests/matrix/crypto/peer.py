"""Somebody else's device, made of bare vodozemac: it can do what clients do, and what they must not."""

from __future__ import annotations

import base64
import json
from typing import Any

import vodozemac
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from nio.api import Api

Json = dict[str, Any]

OLM = "m.olm.v1.curve25519-aes-sha2"
MEGOLM = "m.megolm.v1.aes-sha2"
ROOM = "!sealed:hs.example"


def encode(raw: bytes) -> str:
    return base64.b64encode(raw).decode().rstrip("=")


def canonical(value: Json) -> bytes:
    bare = {name: part for name, part in value.items() if name not in ("signatures", "unsigned")}
    return str(Api.to_canonical_json(bare)).encode()


class Owner:
    """A person's cross-signing keys: by default they sign what their devices show."""

    def __init__(self, user_id: str) -> None:
        self.user_id = user_id
        self.master, self.signing = Ed25519PrivateKey.generate(), Ed25519PrivateKey.generate()

    def published(self) -> Json:
        """The person's part of an answer of /keys/query, without the devices."""
        signing = self._object("self_signing", self.signing)
        return {
            "master_keys": {self.user_id: self._object("master", self.master)},
            "self_signing_keys": {self.user_id: self._signed(signing, self.master)},
        }

    def sign(self, device: Json) -> Json:
        return self._signed(device, self.signing)

    def _object(self, usage: str, key: Ed25519PrivateKey) -> Json:
        public = _public(key)
        return {"user_id": self.user_id, "usage": [usage], "keys": {f"ed25519:{public}": public}}

    def _signed(self, value: Json, key: Ed25519PrivateKey) -> Json:
        signature = encode(key.sign(canonical(value)))
        before = value.get("signatures", {}).get(self.user_id, {})
        ours = {**before, f"ed25519:{_public(key)}": signature}
        return {**value, "signatures": {self.user_id: ours}}


def _public(key: Ed25519PrivateKey) -> str:
    return encode(key.public_key().public_bytes_raw())


class Peer:
    """One device."""

    def __init__(self, user_id: str = "@anna:hs.example", device_id: str = "ANNA1") -> None:
        self.user_id = user_id
        self.device_id = device_id
        self.account = vodozemac.Account()
        self.owner = Owner(user_id)
        self.sessions: dict[str, vodozemac.Session] = {}
        self.groups: dict[str, vodozemac.GroupSession] = {}
        self.inbound: dict[str, vodozemac.InboundGroupSession] = {}

    @property
    def curve(self) -> str:
        return str(self.account.curve25519_key.to_base64())

    @property
    def ed(self) -> str:
        return str(self.account.ed25519_key.to_base64())

    def sign(self, value: Json) -> Json:
        signature = self.account.sign(canonical(value)).to_base64()
        return {**value, "signatures": {self.user_id: {f"ed25519:{self.device_id}": signature}}}

    def device_keys(self, *, signed: bool = True, **keys: str) -> Json:
        own = {"ed25519": self.ed, "curve25519": self.curve, **keys}
        shown = self.sign(
            {
                "algorithms": [OLM, MEGOLM],
                "user_id": self.user_id,
                "device_id": self.device_id,
                "keys": {f"{kind}:{self.device_id}": key for kind, key in own.items()},
            }
        )
        return self.owner.sign(shown) if signed else shown

    def answer(self, *devices: Json) -> Json:
        """An answer of /keys/query about this person."""
        shown = devices or (self.device_keys(),)
        listed = {device["device_id"]: device for device in shown}
        return {"device_keys": {self.user_id: listed}, **self.owner.published()}

    def one_time_key(self) -> Json:
        """A signed one-time key, as /keys/claim gives it."""
        self.account.generate_one_time_keys(1)
        ((name, key),) = self.account.one_time_keys.items()
        self.account.mark_keys_as_published()
        return {f"signed_curve25519:{name}": self.sign({"key": key.to_base64()})}

    # To our device

    def session(self, curve: str, one_time_key: str) -> vodozemac.Session:
        return self.account.create_outbound_session(
            vodozemac.Curve25519PublicKey.from_base64(curve),
            vodozemac.Curve25519PublicKey.from_base64(one_time_key),
        )

    def to_device(self, curve: str, body: Json, **over: Any) -> Json:
        content = {
            "algorithm": OLM,
            "sender_key": self.curve,
            "ciphertext": {curve: body},
            **over,
        }
        return {"type": "m.room.encrypted", "sender": self.user_id, "content": content}

    def olm(
        self,
        to: Json,
        session: vodozemac.Session,
        kind: str,
        content: Json,
        *,
        sender_key: str | None = None,
        **over: Any,
    ) -> Json:
        """An Olm message to the device of these keys (`user_id`, `ed25519`, `curve25519`)."""
        payload = {
            "sender": self.user_id,
            "sender_device": self.device_id,
            "keys": {"ed25519": self.ed},
            "recipient": to["user_id"],
            "recipient_keys": {"ed25519": to["ed25519"]},
            "type": kind,
            "content": content,
            **over,
        }
        number, text = session.encrypt(json.dumps(payload).encode()).to_parts()
        body = {"type": number, "body": encode(bytes(text))}
        return self.to_device(to["curve25519"], body, sender_key=sender_key or self.curve)

    def take(self, content: Json) -> Json:
        """What an Olm message to this device holds; a room key is kept."""
        body = content["ciphertext"][self.curve]
        raw = base64.b64decode(body["body"] + "==")
        message = vodozemac.AnyOlmMessage.from_parts(body["type"], raw)
        sender = content["sender_key"]
        known = self.sessions.get(sender)
        prekey = message.to_pre_key() if body["type"] == 0 else None
        if prekey is not None and not (known and known.session_matches(prekey)):
            key = vodozemac.Curve25519PublicKey.from_base64(sender)
            session, text = self.account.create_inbound_session(key, prekey)
            self.sessions[sender] = session
        else:
            text = self.sessions[sender].decrypt(message)
        payload: Json = json.loads(text)
        if payload["type"] == "m.room_key":
            exported = vodozemac.SessionKey(payload["content"]["session_key"])
            group = vodozemac.InboundGroupSession(exported)
            self.inbound[payload["content"]["session_id"]] = group
        return payload

    def read(self, event: Json) -> Json:
        """What an encrypted event holds."""
        content = event["content"]
        message = vodozemac.MegolmMessage.from_base64(content["ciphertext"])
        plain: Json = json.loads(self.inbound[content["session_id"]].decrypt(message).plaintext)
        return plain

    # In rooms

    def group(self, room_id: str = ROOM) -> vodozemac.GroupSession:
        return self.groups.setdefault(room_id, vodozemac.GroupSession())

    def room_key(self, room_id: str = ROOM) -> Json:
        """The content of `m.room_key` for the room's session."""
        group = self.group(room_id)
        return {
            "algorithm": MEGOLM,
            "room_id": room_id,
            "session_id": group.session_id,
            "session_key": group.session_key.to_base64(),
        }

    def event(
        self,
        plain: object,
        room_id: str = ROOM,
        event_id: str = "$1",
        sender: str | None = None,
        **outside: Any,
    ) -> Json:
        """An encrypted event that holds this, JSON or raw bytes."""
        group = self.group(room_id)
        raw = plain if isinstance(plain, bytes) else json.dumps(plain).encode()
        content = {
            "algorithm": MEGOLM,
            "sender_key": self.curve,
            "device_id": self.device_id,
            "session_id": group.session_id,
            "ciphertext": group.encrypt(raw).to_base64(),
            **outside,
        }
        return {
            "type": "m.room.encrypted",
            "event_id": event_id,
            "sender": sender or self.user_id,
            "origin_server_ts": 1_790_000_000_000,
            "content": content,
        }


def says(text: str, room_id: str = ROOM) -> Json:
    """What a text message is before it is encrypted."""
    content = {"msgtype": "m.text", "body": text}
    return {"type": "m.room.message", "room_id": room_id, "content": content}
