"""Emoji verification from the other side: each step in its turn, and nothing out of turn."""

from __future__ import annotations

import asyncio
import hashlib
import time
from collections.abc import Mapping
from typing import Any

import pytest
from vodozemac import Curve25519PublicKey, EstablishedSas, Sas

from bot.matrix.crypto.identity import Identity
from bot.matrix.crypto.parts import Device
from bot.matrix.crypto.sas import Broken, Exchange, Side, Stage
from bot.matrix.crypto.signing import SigningKey, canonical, encode
from bot.matrix.crypto.verifying import Verifications
from tests.matrix.fake_homeserver import ANNA, BERND, BOT

Json = dict[str, Any]

START: Json = {
    "from_device": "PHONE",
    "method": "m.sas.v1",
    "key_agreement_protocols": ["curve25519-hkdf-sha256"],
    "hashes": ["sha256"],
    "message_authentication_codes": ["hkdf-hmac-sha256", "hkdf-hmac-sha256.v2"],
    "short_authentication_string": ["decimal", "emoji"],
}
PHONE, MASTER = SigningKey().public, SigningKey().public
THEIRS = Side(
    user_id=ANNA, device_id="PHONE", keys={"ed25519:PHONE": PHONE, f"ed25519:{MASTER}": MASTER}
)
OURS = Side(user_id=BOT, device_id="LOTSE", keys={"ed25519:LOTSE": SigningKey().public})


class Peer:
    """Anna's phone."""

    def __init__(self, transaction: str) -> None:
        self.transaction = transaction
        self.sas = Sas()
        self.public: str = self.sas.public_key.to_base64()
        self.secret: EstablishedSas | None = None

    def emoji(self, key: str) -> list[int]:
        """The numbers of what the phone shows, once it has our key."""
        self.secret = self.sas.diffie_hellman(Curve25519PublicKey.from_base64(key))
        parts = (ANNA, "PHONE", self.public, BOT, "LOTSE", key, self.transaction)
        info = "|".join(("MATRIX_KEY_VERIFICATION_SAS", *parts))
        return list(self.secret.bytes(info).emoji_indices)

    def mac(self, keys: Mapping[str, str], to: str = f"{BOT}LOTSE") -> Json:
        assert self.secret
        info = f"MATRIX_KEY_VERIFICATION_MAC{ANNA}PHONE{to}{self.transaction}"
        return {
            "mac": {
                name: self.secret.calculate_mac(k, f"{info}{name}") for name, k in keys.items()
            },
            "keys": self.secret.calculate_mac(",".join(sorted(keys)), f"{info}KEY_IDS"),
        }


def keyed() -> tuple[Exchange, Peer, str]:
    """An exchange up to the emoji; what we show."""
    exchange, peer = Exchange("txn", OURS, THEIRS), Peer("txn")
    exchange.start(START)
    shown, answers = exchange.key({"key": peer.public})
    peer.emoji(str(answers["key"]["key"]))
    return exchange, peer, shown


def test_both_sides_see_the_same_and_trust_the_same_keys() -> None:
    exchange, peer = Exchange("txn", OURS, THEIRS), Peer("txn")
    accept = exchange.start(START)["accept"]
    shown, answers = exchange.key({"key": peer.public})
    key = str(answers["key"]["key"])
    covered = hashlib.sha256(key.encode() + canonical(START)).digest()
    numbers = peer.emoji(key)
    info = f"MATRIX_KEY_VERIFICATION_MAC{BOT}LOTSE{ANNA}PHONEtxn"
    assert accept["commitment"] == encode(covered)
    assert len(shown.split(", ")) == len(numbers) == 7
    assert peer.secret
    for name, mac in answers["mac"]["mac"].items():  # type: ignore[attr-defined]
        peer.secret.verify_mac(OURS.keys[name], f"{info}{name}", mac)
    assert exchange.mac(peer.mac(THEIRS.keys)) == {"done": {}}
    assert exchange.stage is Stage.DONE


@pytest.mark.parametrize(
    "change",
    [
        {"method": "m.qr"},
        {"hashes": "sha256"},
        {"message_authentication_codes": ["hkdf-hmac-sha256"]},
        {"short_authentication_string": []},
        {"key_agreement_protocols": None},
        {"more": float("nan")},
        {"more": "\ud800"},
    ],
)
def test_what_we_do_not_know_is_refused(change: Json) -> None:
    with pytest.raises(Broken):
        Exchange("txn", OURS, THEIRS).start(START | change)


@pytest.mark.parametrize("key", [None, "", "ä", "AAAA", encode(bytes(32))])
def test_a_key_that_is_none_is_refused(key: object) -> None:
    exchange = Exchange("txn", OURS, THEIRS)
    exchange.start(START)
    with pytest.raises(Broken):
        exchange.key({"key": key})


def test_steps_out_of_turn_are_refused() -> None:
    fresh = Exchange("txn", OURS, THEIRS)
    for step in (fresh.key, fresh.mac):
        with pytest.raises(Broken, match="not now"):
            step({"key": Peer("txn").public})
    exchange, peer, _ = keyed()
    for again, content in ((exchange.start, START), (exchange.key, {"key": peer.public})):
        with pytest.raises(Broken, match="not now"):
            again(content)
    exchange.mac(peer.mac(THEIRS.keys))
    with pytest.raises(Broken, match="not now"):
        exchange.mac(peer.mac(THEIRS.keys))


def test_a_proof_of_other_keys_is_none() -> None:
    def foreign(peer: Peer) -> Json:
        return peer.mac({"ed25519:PHONE": SigningKey().public})

    def master(peer: Peer) -> Json:
        return peer.mac({"ed25519:PHONE": PHONE, f"ed25519:{MASTER}": SigningKey().public})

    def deviceless(peer: Peer) -> Json:
        return peer.mac({f"ed25519:{MASTER}": MASTER})

    def other(peer: Peer) -> Json:
        return peer.mac(THEIRS.keys, to=f"{BERND}LOTSE")

    def garbage(peer: Peer) -> Json:
        return {"mac": {"ed25519:PHONE": 5}, "keys": "ä"}

    for forge in (foreign, master, deviceless, other, garbage):
        exchange, peer, _ = keyed()
        with pytest.raises(Broken):
            exchange.mac(forge(peer))


class World:
    """The homeserver's answers, the identity and the courier, as far as verifications need them."""

    def __init__(self) -> None:
        self.sent: list[tuple[str, str, str, Json]] = []
        self.current = Identity(user_id=BOT)
        self.verifications = Verifications(self, self, self.device, self)  # type: ignore[arg-type]

    def device(self) -> Device:
        return Device(user_id=BOT, device_id="LOTSE", ed25519=PHONE, curve25519="x")

    async def post(self, *path: str, body: Json) -> Json:
        (user,) = body["device_keys"]
        return {"device_keys": {user: {"PHONE": {"keys": {"ed25519:PHONE": PHONE}}}}}

    async def to_device(self, user: str, device: str, kind: str, content: Json) -> None:
        self.sent.append((user, device, kind.rpartition(".")[2], content))

    async def hears(self, step: str, content: Json, sender: str = ANNA) -> list[str]:
        """One event; the steps that we answer it with."""
        before = len(self.sent)
        event = {"type": f"m.key.verification.{step}", "sender": sender, "content": content}
        await self.verifications.heard(event, None)
        return [kind for _, _, kind, _ in self.sent[before:]]


def request(transaction: str = "txn", age: float = 0, **more: object) -> Json:
    return {
        "from_device": "PHONE",
        "transaction_id": transaction,
        "methods": ["m.sas.v1"],
        "timestamp": (time.time() - age) * 1000,
        **more,
    }


async def test_a_verification_is_answered_step_by_step() -> None:
    world = World()
    start = START | {"transaction_id": "txn"}
    assert await world.hears("request", request()) == ["ready"]
    assert await world.hears("start", start) == ["accept"]
    assert await world.hears("key", {"transaction_id": "txn", "key": Peer("txn").public}) == [
        "key",
        "mac",
    ]
    assert await world.hears("mac", {"transaction_id": "txn", "mac": {}}) == ["cancel"]
    assert await world.hears("start", start) == []


@pytest.mark.parametrize(
    "content",
    [
        request(age=3600),
        request(age=-3600),
        request(timestamp="now"),
        request(methods=["m.qr_code.scan.v1"]),
        request(from_device=None),
        request(transaction_id=7),
        {},
    ],
)
async def test_requests_that_nobody_waits_for_are_not_answered(content: Json) -> None:
    world = World()
    assert await world.hears("request", content) == []
    assert await world.hears("request", request(), sender=BOT) == []


async def test_nobody_joins_anothers_and_nobody_opens_too_many() -> None:
    world = World()
    await world.hears("request", request("mine"))
    start = START | {"transaction_id": "mine"}
    assert await world.hears("start", start, sender=BERND) == []
    await world.hears("request", request("mine"), sender=BERND)
    assert await world.hears("start", start) == ["accept"]
    assert await world.hears("start", start, sender=BERND) == ["accept"]
    await world.hears("request", request("again"))
    assert await world.hears("start", start) == []
    for number in range(100):
        await world.hears("request", request(f"txn-{number}"), sender=f"@x{number}:hs.example")
    assert len(world.verifications._open) == 32


async def test_those_at_once_take_turns() -> None:
    world = World()
    await asyncio.gather(*(world.hears("request", request(), sender=f"@{n}:x") for n in range(9)))
    assert [kind for _, _, kind, _ in world.sent] == ["ready"] * 9
