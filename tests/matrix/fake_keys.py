"""What the stand-in homeserver knows of devices and their keys, and what it carries between them."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from tests.matrix.crypto.peer import Peer

if TYPE_CHECKING:
    from tests.matrix.fake_homeserver import FakeHomeserver

Json = dict[str, Any]

TO_DEVICE = "to-device"
CHANGED = "changed"


class Keys:
    """The bot's side is stored as it was uploaded; everybody else is a Peer."""

    def __init__(self, hs: FakeHomeserver, user_id: str, *peers: Peer) -> None:
        self._hs = hs
        self._user_id = user_id
        self.peers = list(peers)
        self.devices: dict[str, Json] = {}
        self.one_time: dict[str, Json] = {}
        self.fallback: dict[str, Json] = {}
        self.identity: Json = {}
        self.uploads: list[Json] = []
        self.claims: list[Json] = []
        self.sent: list[tuple[str, str, str, Json]] = []
        """Type, user, device and content of what the bot sent to devices."""
        self.silent: set[str] = set()
        """Servers that do not answer /keys/query."""

    # What tests do

    def give(self, event: Json) -> None:
        """Bring a to-device event to the bot."""
        self._hs.log.append((TO_DEVICE, event))
        self._hs._tell()

    def change(self, *users: str) -> None:
        """Tell the bot that their devices changed."""
        self._hs.log.extend((CHANGED, {"user": user}) for user in users)
        self._hs._tell()

    def of_bot(self) -> Json:
        """The bot's newest device, as an Olm message has to name it."""
        device = self.devices[self._hs.devices[-1]]
        keys = {name.partition(":")[0]: key for name, key in device["keys"].items()}
        return {"user_id": self._user_id, **keys}

    def take_one_time_key(self) -> str:
        _name, key = self.one_time.popitem() if self.one_time else (*self.fallback.items(),)[0]
        return str(key["key"])

    def key_to_bot(self, peer: Peer, room_id: str) -> None:
        """The peer shares the key of its session in the room with the bot."""
        bot = self.of_bot()
        session = peer.sessions.get(bot["curve25519"])
        if session is None:
            session = peer.session(bot["curve25519"], self.take_one_time_key())
            peer.sessions[bot["curve25519"]] = session
        self.give(peer.olm(bot, session, "m.room_key", peer.room_key(room_id)))

    # The other side

    def answer(self, parts: list[str], body: Json) -> Json:
        if parts[0] == "sendToDevice":
            return self._send(parts[1], body)
        do = {
            "upload": self._upload,
            "query": self._query,
            "claim": self._claim,
            "device_signing": self._identify,
            "signatures": self._sign,
        }
        return do[parts[1]](body)

    def news(self, log: Iterable[tuple[str, Json]]) -> Json:
        entries = list(log)
        return {
            "to_device": {"events": [event for kind, event in entries if kind == TO_DEVICE]},
            "device_lists": {"changed": [e["user"] for kind, e in entries if kind == CHANGED]},
            "device_one_time_keys_count": {"signed_curve25519": len(self.one_time)},
            "device_unused_fallback_key_types": ["signed_curve25519"] if self.fallback else [],
        }

    def _upload(self, body: Json) -> Json:
        from tests.matrix.fake_answers import Refusal  # noqa: PLC0415 -- they know each other

        self.uploads.append(body)
        one_time: Json = body.get("one_time_keys", {})
        device = body.get("device_keys")
        if device and device["device_id"] not in self.devices:
            # One-time keys are those of a device.
            self.one_time, self.fallback = {}, {}
        if any(self.one_time.get(name, key) != key for name, key in one_time.items()):
            raise Refusal(400, "M_UNKNOWN")
        if device:
            self.devices[device["device_id"]] = device
        self.one_time |= one_time
        self.fallback = body.get("fallback_keys") or self.fallback
        return {"one_time_key_counts": {"signed_curve25519": len(self.one_time)}}

    def _query(self, body: Json) -> Json:
        answer: Json = {
            "device_keys": {},
            "master_keys": {},
            "self_signing_keys": {},
            "failures": {key: {} for key in self.silent},
        }
        for user in body["device_keys"]:
            if user.partition(":")[2] in self.silent:
                continue
            for part, found in self._known(user).items():
                answer[part].setdefault(user, {}).update(found[user])
        return answer

    def _known(self, user: str) -> Json:
        if user == self._user_id:
            ours: Json = {"device_keys": {user: self.devices}}
            if self.identity:
                ours["master_keys"] = {user: self.identity["master_key"]}
                ours["self_signing_keys"] = {user: self.identity["self_signing_key"]}
            return ours
        devices = [peer for peer in self.peers if peer.user_id == user]
        shown = [peer.device_keys() for peer in devices]
        return devices[0].answer(*shown) if devices else {"device_keys": {user: {}}}

    def _identify(self, body: Json) -> Json:
        self.identity = body
        return {}

    def _claim(self, body: Json) -> Json:
        self.claims.append(body)
        given: Json = {}
        for peer in self.peers:
            if peer.device_id in body["one_time_keys"].get(peer.user_id, {}):
                given.setdefault(peer.user_id, {})[peer.device_id] = peer.one_time_key()
        return {"one_time_keys": given, "failures": {}}

    def _sign(self, body: Json) -> Json:
        for name, value in body[self._user_id].items():
            if name in self.devices:
                signatures = value["signatures"][self._user_id]
                self.devices[name]["signatures"][self._user_id] |= signatures
        return {"failures": {}}

    def _send(self, kind: str, body: Json) -> Json:
        for user, devices in body["messages"].items():
            for device, content in devices.items():
                self.sent.append((kind, user, device, content))
                for peer in self.peers:
                    if kind == "m.room.encrypted" and (peer.user_id, peer.device_id) == (
                        user,
                        device,
                    ):
                        peer.take(content)
        return {}
