"""What anybody may send to our device, and what members of an encrypted room may say there."""

from __future__ import annotations

import inspect
import json
from collections.abc import Callable
from importlib.metadata import version
from pathlib import Path
from typing import Any

import pytest
import vodozemac
from nio.crypto import Olm
from nio.store import MatrixStore

from bot.matrix.crypto.guard import GuardedOlm
from bot.matrix.crypto.roomkeys import Rotation, plan, room_key_for, seal
from bot.matrix.crypto.store import Store
from bot.matrix.crypto.unsealing import Unsealed, unseal
from bot.matrix.encryption import Sealed
from tests.matrix.crypto.conftest import BOT, befriend, claim, keys_of, make
from tests.matrix.crypto.peer import MEGOLM, ROOM, Json, Peer, encode, says

Hostile = Callable[[GuardedOlm, Peer], Json]


def olm_of(olm: GuardedOlm, peer: Peer, kind: str, content: Any, **over: Any) -> Json:
    session = peer.session(olm.account.identity_keys["curve25519"], claim(olm))
    return peer.olm(keys_of(olm), session, kind, content, **over)


def curve(olm: GuardedOlm) -> str:
    return str(olm.account.identity_keys["curve25519"])


def unknown_one_time_key(olm: GuardedOlm, peer: Peer) -> Json:
    stranger = vodozemac.Curve25519SecretKey().public_key().to_base64()
    return peer.olm(keys_of(olm), peer.session(curve(olm), stranger), "m.dummy", {})


def room_key(**wrong: object) -> Hostile:
    def made(olm: GuardedOlm, peer: Peer) -> Json:
        content = {**peer.room_key(), **wrong}
        return olm_of(olm, peer, "m.room_key", content)

    return made


def verification(step: str, **content: object) -> Hostile:
    def made(olm: GuardedOlm, peer: Peer) -> Json:
        return {
            "type": f"m.key.verification.{step}",
            "sender": peer.user_id,
            "content": {"from_device": peer.device_id, "transaction_id": "t", **content},
        }

    return made


SAS = {
    "method": "m.sas.v1",
    "key_agreement_protocols": ["curve25519-hkdf-sha256"],
    "hashes": ["sha256"],
    "message_authentication_codes": ["hkdf-hmac-sha256"],
    "short_authentication_string": ["decimal"],
}
TO_DEVICE: dict[str, Hostile] = {
    "body not base64": lambda o, p: p.to_device(curve(o), {"type": 0, "body": "%%%"}),
    "garbage for a new session": lambda o, p: p.to_device(
        curve(o), {"type": 0, "body": encode(b"x" * 60)}
    ),
    "garbage for an old session": lambda o, p: p.to_device(
        curve(o), {"type": 1, "body": encode(b"x" * 60)}
    ),
    "ciphertext without type": lambda o, p: p.to_device(curve(o), {}),
    "unknown kind of ciphertext": lambda o, p: p.to_device(curve(o), {"type": 7, "body": "AAAA"}),
    "unknown one-time key": unknown_one_time_key,
    "sender key is no key": lambda o, p: olm_of(o, p, "m.dummy", {}, sender_key="AAAA"),
    "room key is no key": room_key(session_key="AAAA"),
    "room key under another id": room_key(session_id="AAAA"),
    "room key without a room": room_key(room_id=None),
    "room key of another algorithm": room_key(algorithm="m.rot13"),
    "recipient without keys": lambda o, p: olm_of(o, p, "m.dummy", {}, recipient_keys={}),
    "recipient is another": lambda o, p: olm_of(o, p, "m.dummy", {}, recipient="@x:hs.example"),
    "sender is another": lambda o, p: olm_of(o, p, "m.dummy", {}, sender="@x:hs.example"),
    "keys that are a list": lambda o, p: olm_of(o, p, "m.room_key", p.room_key(), keys=[]),
    "forwarded key that nobody asked for": lambda o, p: olm_of(
        o, p, "m.forwarded_room_key", {**p.room_key(), "forwarding_curve25519_key_chain": []}
    ),
    "payload without content": lambda o, p: olm_of(o, p, "m.room_key", []),
    "empty content": lambda _, p: {**p.to_device("x", {}), "content": {}},
    "content is a text": lambda _, p: {**p.to_device("x", {}), "content": "x"},
    "no type": lambda _, p: {"sender": p.user_id, "content": {}},
    "verification start": verification("start", **SAS),
    "verification key that is no key": verification("key", key="AAAA"),
    "verification mac without accept": verification("mac", mac={}, keys="AAAA"),
    "key request": lambda _, p: {
        "type": "m.room_key_request",
        "sender": p.user_id,
        "content": {
            "action": "request",
            "request_id": "r",
            "requesting_device_id": p.device_id,
            "body": {"algorithm": MEGOLM, "room_id": ROOM, "session_id": "s", "sender_key": "k"},
        },
    },
}


@pytest.mark.parametrize("case", TO_DEVICE)
def test_to_device_events_of_anybody_do_no_harm(olm: GuardedOlm, anna: Peer, case: str) -> None:
    mallory = Peer("@mallory:evil.example", "M1")
    olm.receive(TO_DEVICE[case](olm, mallory))
    assert olm.outgoing_to_device_messages == []
    befriend(olm, anna)
    opened = unseal(olm, ROOM, anna.event(says("Hallo")))
    assert isinstance(opened, Unsealed)
    assert opened.event["content"]["body"] == "Hallo"


@pytest.mark.parametrize("case", TO_DEVICE)
def test_a_known_device_can_do_no_more_harm(olm: GuardedOlm, anna: Peer, case: str) -> None:
    befriend(olm, anna)
    olm.receive(TO_DEVICE[case](olm, anna))
    opened = unseal(olm, ROOM, anna.event(says("Hallo")))
    assert isinstance(opened, Unsealed)


def forged(kind: str, content: Json, **more: object) -> Json:
    return {"type": kind, "room_id": ROOM, "content": content, **more}


IN_ROOM: dict[str, object] = {
    "no UTF-8": b"\xff\xfe\xfd",
    "no JSON": b"Hallo",
    "a list": [1, 2],
    "a text": "Hallo",
    "deep": b"[" * 100_000,
    "no type": {"content": {}, "room_id": ROOM},
    "no content": {"type": "m.room.message", "room_id": ROOM},
    "another room": forged("m.room.message", {"body": "x"}) | {"room_id": "!other:hs.example"},
    "power levels": forged("m.room.power_levels", {"users": {}}, state_key=""),
    "member": forged("m.room.member", {"membership": "join"}, state_key="@ghost:hs.example"),
    "name": forged("m.room.name", {"name": "Büro"}, state_key=""),
    "encryption": forged("m.room.encryption", {}, state_key=""),
    "tombstone": forged("m.room.tombstone", {"replacement_room": "!evil:x"}, state_key=""),
    "deletion": forged("m.room.redaction", {"redacts": "$1"}),
    "deletion outside": forged("m.room.message", {"body": "x"}, redacts="$1"),
}


@pytest.mark.parametrize("case", IN_ROOM)
def test_what_members_encrypt_is_a_message_or_nothing(
    olm: GuardedOlm, anna: Peer, case: str
) -> None:
    befriend(olm, anna)
    assert unseal(olm, ROOM, anna.event(IN_ROOM[case])) is Sealed.FALSE
    assert isinstance(unseal(olm, ROOM, anna.event(says("Hallo"), event_id="$2")), Unsealed)


MALFORMED: dict[str, object] = {
    "no ciphertext": {"algorithm": MEGOLM, "session_id": "s"},
    "ciphertext is a number": {"algorithm": MEGOLM, "session_id": "s", "ciphertext": 1},
    "another algorithm": {"algorithm": "m.rot13", "session_id": "s", "ciphertext": "x"},
    "a list": [],
    "nothing": None,
}


@pytest.mark.parametrize("case", MALFORMED)
def test_malformed_events_stay_closed(olm: GuardedOlm, anna: Peer, case: str) -> None:
    befriend(olm, anna)
    event = {**anna.event(says("Hallo")), "content": MALFORMED[case]}
    assert unseal(olm, ROOM, event) is Sealed.FALSE


def test_ciphertext_of_garbage_stays_closed(olm: GuardedOlm, anna: Peer) -> None:
    befriend(olm, anna)
    event = anna.event(says("Hallo"))
    event["content"]["ciphertext"] = "AAAA"
    assert unseal(olm, ROOM, event) is Sealed.FALSE


def test_events_need_no_deprecated_fields(olm: GuardedOlm, anna: Peer) -> None:
    befriend(olm, anna)
    event = anna.event(says("Hallo"))
    del event["content"]["sender_key"], event["content"]["device_id"]
    assert isinstance(unseal(olm, ROOM, event), Unsealed)


def test_nobody_speaks_with_anothers_session(olm: GuardedOlm, anna: Peer) -> None:
    bernd = Peer("@bernd:hs.example", "BERND1")
    befriend(olm, anna)
    olm.learn_devices(bernd.answer())
    event = anna.event(says("Hallo"), sender=bernd.user_id)
    assert unseal(olm, ROOM, event) is Sealed.STRANGER


def test_nobody_speaks_as_us(olm: GuardedOlm, anna: Peer) -> None:
    befriend(olm, anna)
    assert unseal(olm, ROOM, anna.event(says("Hallo"), sender=BOT)) is Sealed.STRANGER


def test_a_deleted_device_speaks_no_more(olm: GuardedOlm, anna: Peer) -> None:
    befriend(olm, anna)
    olm.learn_devices({"device_keys": {anna.user_id: {}}})
    assert unseal(olm, ROOM, anna.event(says("Hallo"))) is Sealed.STRANGER
    olm.learn_devices(anna.answer())
    assert isinstance(unseal(olm, ROOM, anna.event(says("Hallo"))), Unsealed)


def test_a_key_of_unknown_origin_opens_nothing(olm: GuardedOlm, anna: Peer) -> None:
    """The device claims another signing key than the one its owner shows."""
    olm.learn_devices(anna.answer())
    other = Peer()
    session = anna.session(curve(olm), claim(olm))
    lie = {"ed25519": other.ed}
    olm.receive(anna.olm(keys_of(olm), session, "m.room_key", anna.room_key(), keys=lie))
    assert unseal(olm, ROOM, anna.event(says("Hallo"))) is Sealed.STRANGER


def test_a_copied_key_takes_nobodys_place(olm: GuardedOlm, anna: Peer, tmp_path: Path) -> None:
    """A member sends the key of somebody else's session as their own, before that comes."""
    mallory = Peer("@mallory:evil.example", "M1")
    olm.learn_devices(mallory.answer())
    olm.receive(olm_of(olm, mallory, "m.room_key", anna.room_key()))
    event = anna.event(says("Hallo"))
    assert unseal(olm, ROOM, event) is Sealed.STRANGER
    anna.groups.clear()
    befriend(olm, anna)
    olm.receive(olm_of(olm, mallory, "m.room_key", anna.room_key()))
    again = make(tmp_path)
    opened = unseal(again, ROOM, anna.event(says("Hallo"), event_id="$2"))
    again.store.database.close()
    assert isinstance(opened, Unsealed)


def test_a_later_key_does_not_replace_an_earlier_one(olm: GuardedOlm, anna: Peer) -> None:
    befriend(olm, anna)
    first = anna.event(says("Hallo"))
    olm.receive(anna.olm(keys_of(olm), anna.sessions[BOT], "m.room_key", anna.room_key()))
    assert isinstance(unseal(olm, ROOM, first), Unsealed)


def test_a_message_is_heard_once(olm: GuardedOlm, anna: Peer, tmp_path: Path) -> None:
    """A homeserver repeats a message under another event id, after a restart, too."""
    befriend(olm, anna)
    event = anna.event(says("!ja"))
    assert isinstance(unseal(olm, ROOM, event), Unsealed)
    assert isinstance(unseal(olm, ROOM, event), Unsealed)
    copy = {**event, "event_id": "$copy"}
    assert unseal(olm, ROOM, copy) is Sealed.FALSE
    again = make(tmp_path)
    assert unseal(again, ROOM, copy) is Sealed.FALSE
    again.store.database.close()


def test_a_message_before_its_key_waits(olm: GuardedOlm, anna: Peer) -> None:
    event = anna.event(says("Hallo"))
    assert unseal(olm, ROOM, event) is Sealed.NO_KEY
    befriend(olm, anna)
    assert unseal(olm, ROOM, event) is Sealed.NO_KEY, "the key came for later messages only"
    assert isinstance(unseal(olm, ROOM, anna.event(says("Da"), event_id="$2")), Unsealed)


DEVICES: dict[str, Callable[[Peer], object]] = {
    "signing key is no key": lambda p: p.device_keys(ed25519="AAAA"),
    "curve key is no key": lambda p: p.device_keys(curve25519="AAAA"),
    "another's user id": lambda p: p.sign({**p.device_keys(), "user_id": "@x:hs.example"}),
    "no keys": lambda p: p.sign({"user_id": p.user_id, "device_id": p.device_id}),
    "keys are a list": lambda p: {**p.device_keys(), "keys": []},
    "signatures are a list": lambda p: {**p.device_keys(), "signatures": []},
    "no signature": lambda p: {**p.device_keys(), "signatures": {}},
    "name is a number": lambda p: {**p.device_keys(), "unsigned": {"device_display_name": 7}},
    "unsigned is a list": lambda p: {**p.device_keys(), "unsigned": []},
    "a text": lambda _: "device",
}


@pytest.mark.parametrize("case", DEVICES)
def test_malformed_devices_hide_no_others(olm: GuardedOlm, anna: Peer, case: str) -> None:
    mallory = Peer("@mallory:evil.example", "M1")
    answer = mallory.answer()
    answer["device_keys"][mallory.user_id]["M1"] = DEVICES[case](mallory)
    answer["device_keys"][anna.user_id] = {anna.device_id: anna.device_keys()}
    answer["device_keys"]["@nobody:hs.example"] = "nothing"
    olm.learn_devices(answer)
    assert [one.id for one in olm.active_devices([anna.user_id])] == ["ANNA1"]


def test_a_device_keeps_its_signing_key(olm: GuardedOlm, anna: Peer) -> None:
    olm.learn_devices(anna.answer())
    other = Peer()
    olm.learn_devices(other.answer())
    (device,) = olm.active_devices([anna.user_id])
    assert device.ed25519 == anna.ed


ONE_TIME: dict[str, Callable[[Peer], object]] = {
    "no key": lambda p: {"signed_curve25519:A": p.sign({"key": "AAAA"})},
    "zero": lambda p: {"signed_curve25519:A": p.sign({"key": encode(bytes(32))})},
    "unsigned": lambda p: {"signed_curve25519:A": {"key": p.curve}},
    "signature is no object": lambda p: {"signed_curve25519:A": {"key": p.curve, "signatures": 1}},
    "a number": lambda p: {"signed_curve25519:A": p.sign({"key": 7})},
    "a text": lambda _: {"signed_curve25519:A": "key"},
    "none": lambda _: {},
    "a list": lambda _: [],
}


@pytest.mark.parametrize("case", ONE_TIME)
def test_malformed_one_time_keys_block_no_room(olm: GuardedOlm, anna: Peer, case: str) -> None:
    mallory = Peer("@mallory:evil.example", "M1")
    for one in (anna, mallory):
        olm.learn_devices(one.answer())
    users = [mallory.user_id, anna.user_id]
    keys = {
        mallory.user_id: {"M1": ONE_TIME[case](mallory)},
        anna.user_id: {"ANNA1": anna.one_time_key()},
    }
    assert plan(olm, ROOM, users, lambda *_: True, Rotation()).strangers
    olm.learn_one_time_keys({"one_time_keys": keys})
    todo = plan(olm, ROOM, users, lambda *_: True, Rotation())
    assert todo.strangers in ((), ((mallory.user_id, "M1"),))
    assert anna.user_id in room_key_for(olm, ROOM, todo.lacking)
    assert seal(olm, ROOM, "m.room.message", {"body": "Hallo"})


def test_sessions_of_one_device_do_not_pile_up(olm: GuardedOlm, anna: Peer) -> None:
    for _ in range(12):
        assert olm.receive(olm_of(olm, anna, "m.dummy", {}))
    assert len(olm.session_store[anna.curve]) == 8
    assert len(olm.store.load_sessions()[anna.curve]) == 8


@pytest.mark.parametrize("of", [GuardedOlm, Store])
def test_what_we_override_is_there_as_we_expect_it(of: type) -> None:
    """Of exactly this nio: another one may call these methods in another way, or not at all."""
    assert version("matrix-nio") == "0.26.0"
    theirs = Olm if of is GuardedOlm else MatrixStore
    overridden = {name for name in vars(of) if callable(getattr(theirs, name, None))} - {
        name for name in vars(of) if name.startswith("__") and name != "__post_init__"
    }
    found = {name: [*inspect.signature(getattr(theirs, name)).parameters] for name in overridden}
    assert found == EXPECTED[of]


EXPECTED: dict[type, dict[str, list[str]]] = {
    GuardedOlm: {
        "decrypt": ["self", "sender", "sender_key", "message"],
        "_handle_olm_event": ["self", "sender", "sender_key", "payload"],
        "create_group_session": [
            "self",
            "sender_key",
            "sender_fp_key",
            "room_id",
            "session_id",
            "session_key",
        ],
        "handle_key_verification": ["self", "event"],
        "_handle_key_requests": ["self", "event"],
        "verify_json": ["self", "json", "user_key", "user_id", "device_id"],
    },
    Store: {
        "_create_database": ["self"],
        "__post_init__": ["self"],
        "load_inbound_group_sessions": ["self"],
        "save_inbound_group_session": ["self", "session"],
    },
}

CALLED = {
    "decrypt_event": ["self", "event", "room_id"],
    "_handle_key_query": ["self", "response"],
    "_handle_key_claiming": ["self", "response"],
    "_olm_encrypt": ["self", "session", "recipient_device", "message_type", "content"],
    "create_outbound_group_session": ["self", "room_id"],
    "group_encrypt": ["self", "room_id", "plaintext_dict"],
    "sign_json": ["self", "json_dict"],
    "save_account": ["self", "account"],
    "mark_keys_as_published": ["self"],
}


@pytest.mark.parametrize("name", CALLED)
def test_what_we_call_is_there_as_we_expect_it(name: str) -> None:
    assert [*inspect.signature(getattr(Olm, name)).parameters] == CALLED[name]


def test_relations_stand_outside_and_are_read(olm: GuardedOlm, anna: Peer) -> None:
    befriend(olm, anna)
    relation = {"rel_type": "m.thread", "event_id": "$root"}
    event = anna.event(says("Hallo"))
    event["content"]["m.relates_to"] = relation
    opened = unseal(olm, ROOM, event)
    assert isinstance(opened, Unsealed)
    assert opened.event["content"]["m.relates_to"] == relation
    assert json.dumps(opened.event)
