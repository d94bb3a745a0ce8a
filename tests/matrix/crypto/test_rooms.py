"""The Matrix part in an encrypted room beside the stand-in homeserver."""

from __future__ import annotations

from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from bot.domain.dialogue.message import Proof
from bot.matrix.content import attachments
from bot.storage import outbox, sealed
from tests.matrix.crypto.peer import ROOM, Json, Peer, says
from tests.matrix.fake_homeserver import ANNA, BERND, BOT, FakeHomeserver, Fault
from tests.matrix.fake_keys import Keys
from tests.matrix.lotse import Lotse, say
from tests.matrix.test_doubt import deafen
from tests.matrix.test_uploading import TABLE, file

MEGOLM = {"algorithm": "m.megolm.v1.aes-sha2"}


@pytest.fixture
def anna() -> Peer:
    return Peer(ANNA, "ANNA1")


@pytest.fixture
def bernd() -> Peer:
    return Peer(BERND, "BERND1")


@pytest.fixture
def keys(hs: FakeHomeserver, anna: Peer, bernd: Peer) -> Keys:
    hs.room(ROOM, m_room_encryption=MEGOLM)
    hs.keys = Keys(hs, BOT, anna, bernd)
    return hs.keys


@pytest.fixture
async def lotse(hs: FakeHomeserver, keys: Keys, tmp_path: Path) -> AsyncIterator[Lotse]:
    one = Lotse(hs, tmp_path, share_with="cross-signed")
    await one.start()
    await hs.until(lambda: one.matrix.health().last_sync is not None)
    yield one
    await one.stop()


def encrypted(hs: FakeHomeserver) -> list[Json]:
    """What the bot said in the room; nothing else may be there."""
    said = hs.sent(ROOM)
    assert {event["type"] for event in said} <= {"m.room.encrypted", "m.reaction"}
    return [event for event in said if event["type"] == "m.room.encrypted"]


def speak(hs: FakeHomeserver, peer: Peer, text: str) -> str:
    content = peer.event(says(text))["content"]
    return hs.send(content, ROOM, peer.user_id, "m.room.encrypted")


async def test_what_is_said_is_read_by_everybody_and_nobody_else(
    hs: FakeHomeserver, lotse: Lotse, keys: Keys, anna: Peer, bernd: Peer
) -> None:
    await lotse.post(say("k1", ROOM, "Hallo"), say("k2", ROOM, "Tag"))
    await hs.until(lambda: len(encrypted(hs)) == 2)
    for peer in (anna, bernd):
        plain = [peer.read(event) for event in encrypted(hs)]
        assert {one["content"]["body"] for one in plain} == {"Hallo", "Tag"}
        assert {one["room_id"] for one in plain} == {ROOM}
    assert "Hallo" not in str(encrypted(hs))
    assert "org.netzwerklotse.key" not in str(encrypted(hs))
    assert len(keys.claims) == 1


async def test_what_people_say_is_heard_with_its_proof(
    hs: FakeHomeserver, lotse: Lotse, keys: Keys, anna: Peer, bernd: Peer
) -> None:
    for peer in (anna, bernd):
        keys.key_to_bot(peer, ROOM)
    bernd.device_keys = lambda **_: Peer.device_keys(bernd, signed=False)  # type: ignore[method-assign]
    speak(hs, anna, "!eins")
    speak(hs, bernd, "!zwei")
    hs.say("!drei", ROOM)
    await lotse.heard("!eins", "!zwei", "!drei")
    proofs = [row.message.proof for row in lotse.taken]
    assert proofs == [Proof.DEVICE, Proof.UNSIGNED, Proof.NONE]


async def test_relations_are_outside_and_edits_inside(
    hs: FakeHomeserver, lotse: Lotse, anna: Peer
) -> None:
    relation = {"rel_type": "m.replace", "event_id": "$x"}
    row = say("k1", ROOM, "* neu")
    content = {**row.content, "m.new_content": {"body": "neu"}, "m.relates_to": relation}
    await lotse.post(replace(row, content=content))
    await hs.until(lambda: len(encrypted(hs)) == 1)
    (event,) = encrypted(hs)
    assert event["content"]["m.relates_to"] == relation
    plain = anna.read(event)["content"]
    assert plain["m.new_content"] == {"body": "neu"}
    assert "m.relates_to" not in plain


async def test_unsigned_devices_get_no_key_but_are_told(
    hs: FakeHomeserver, lotse: Lotse, keys: Keys, anna: Peer
) -> None:
    keys.peers.append(other := Peer(ANNA, "ANNA2"))
    await lotse.post(say("k1", ROOM))
    await hs.until(lambda: len(encrypted(hs)) == 1)
    told = [(user, device) for kind, user, device, _ in keys.sent if kind == "m.room_key.withheld"]
    assert told == [(ANNA, "ANNA2")]
    assert anna.read(encrypted(hs)[0])
    assert not other.inbound


async def test_a_new_device_gets_the_next_message_and_a_lost_one_no_more(
    hs: FakeHomeserver, lotse: Lotse, keys: Keys, anna: Peer, bernd: Peer
) -> None:
    await lotse.post(say("k1", ROOM))
    await hs.until(lambda: len(encrypted(hs)) == 1)
    new = Peer(ANNA, "ANNA2")
    new.owner = anna.owner
    keys.peers.append(new)
    keys.change(ANNA)
    await lotse.heard()
    await hs.until(lambda: hs.requests["sync"] >= 3)
    await lotse.post(say("k2", ROOM))
    await hs.until(lambda: len(encrypted(hs)) == 2)
    first, second = encrypted(hs)
    assert new.read(second)
    assert first["content"]["session_id"] == second["content"]["session_id"]
    hs.member(ROOM, BERND, "leave")
    await hs.until(lambda: hs.requests["sync"] >= 4)
    await lotse.post(say("k3", ROOM))
    await hs.until(lambda: len(encrypted(hs)) == 3)
    third = encrypted(hs)[2]
    assert third["content"]["session_id"] not in bernd.inbound
    assert anna.read(third)


async def test_a_failed_share_is_repaired_and_nothing_is_said_before(
    hs: FakeHomeserver, lotse: Lotse, anna: Peer
) -> None:
    hs.faults.append(Fault("/sendToDevice/m.room.encrypted", 502))
    await lotse.post(say("k1", ROOM, "Hallo"))
    await hs.until(lambda: len(encrypted(hs)) == 1)
    assert anna.read(encrypted(hs)[0])["content"]["body"] == "Hallo"


async def test_a_file_is_ciphertext_and_the_message_holds_its_key(
    hs: FakeHomeserver, lotse: Lotse, anna: Peer
) -> None:
    upload, message = file(ROOM)
    await lotse.post(upload, message)
    await hs.until(lambda: len(encrypted(hs)) == 1)
    content = anna.read(encrypted(hs)[0])["content"]
    assert "url" not in content
    raw, kind, name = hs.files[content["file"]["url"]]
    assert (kind, name) == ("application/octet-stream", "")
    assert attachments.opened(raw, content["file"]) == TABLE.encode()
    with pytest.raises(attachments.Damaged):
        attachments.opened(raw[:-1] + b"x", content["file"])
    for broken in ({}, {**content["file"], "key": []}, {**content["file"], "iv": "%"}):
        with pytest.raises(attachments.Damaged):
            attachments.opened(raw, broken)


async def test_a_file_that_was_uploaded_in_clear_is_not_shown_in_an_encrypted_room(
    hs: FakeHomeserver, lotse: Lotse
) -> None:
    _, message = file(ROOM)
    clear = {**message.content, "url": "mxc://hs.example/clear"}
    await lotse.post(replace(message, content=clear, after=None))
    await hs.until(lambda: lotse.matrix.health().waiting == 0)
    row = await lotse.database.read(lambda tx: outbox.by_key(tx, message.key))
    assert row is not None
    assert row.reason == "file-in-clear"
    assert encrypted(hs) == []


async def test_a_dead_server_blocks_nobody_else(
    hs: FakeHomeserver, lotse: Lotse, keys: Keys, anna: Peer
) -> None:
    hs.member(ROOM, "@carla:dead.example", "join")
    keys.silent.add("dead.example")
    await lotse.post(say("k1", ROOM))
    await hs.until(lambda: len(encrypted(hs)) == 1)
    assert anna.read(encrypted(hs)[0])


async def test_a_message_waits_for_its_key(
    hs: FakeHomeserver, lotse: Lotse, keys: Keys, anna: Peer
) -> None:
    key = anna.room_key()
    event = speak(hs, anna, "!eins")
    await hs.until(lambda: hs.requests["sync"] >= 3)
    assert lotse.texts == []
    bot = keys.of_bot()
    session = anna.session(bot["curve25519"], keys.take_one_time_key())
    keys.give(anna.olm(bot, session, "m.room_key", key))
    await lotse.heard("!eins")
    assert lotse.taken[0].event_id == event
    assert await lotse.database.read(sealed.waiting) == ()


async def test_who_wrote_what_stays_unreadable_is_told_once(
    hs: FakeHomeserver, lotse: Lotse, anna: Peer
) -> None:
    first = speak(hs, anna, "!eins")
    speak(hs, anna, "!zwei")
    await hs.until(lambda: hs.requests["sync"] >= 3)
    lotse.offset = timedelta(seconds=61)
    hs.say("Noch etwas", ROOM)
    await hs.until(lambda: len(encrypted(hs)) == 1)
    (told,) = encrypted(hs)
    assert anna.read(told)["content"]["body"] == "message-unreadable"
    assert told["content"]["m.relates_to"] == {"m.in_reply_to": {"event_id": first}}


async def test_after_a_restart_waiting_messages_are_opened(
    hs: FakeHomeserver, lotse: Lotse, keys: Keys, anna: Peer, tmp_path: Path
) -> None:
    key = anna.room_key()
    speak(hs, anna, "!eins")
    await hs.until(lambda: hs.requests["sync"] >= 3)
    await lotse.stop()
    bot = keys.of_bot()
    session = anna.session(bot["curve25519"], keys.take_one_time_key())
    keys.give(anna.olm(bot, session, "m.room_key", key))
    again = Lotse(hs, tmp_path, share_with="cross-signed")
    await again.start()
    await again.heard("!eins")
    await again.stop()


async def test_one_time_keys_are_offered_again_when_all_are_gone(
    hs: FakeHomeserver, lotse: Lotse, keys: Keys, tmp_path: Path
) -> None:
    """While the bot is away somebody claims all of them, and the fallback key."""
    await lotse.stop()
    keys.one_time.clear()
    keys.fallback.clear()
    again = Lotse(hs, tmp_path, share_with="cross-signed")
    await again.start()
    hs.say("Guten Tag", ROOM)
    await hs.until(lambda: len(keys.one_time) == 50 and len(keys.fallback) == 1)
    await again.stop()


@pytest.mark.parametrize("stored", [True, False])
async def test_an_interrupted_upload_is_resumed_with_the_same_keys(
    hs: FakeHomeserver, keys: Keys, tmp_path: Path, stored: bool
) -> None:
    hs.faults.append(Fault("/keys/upload", "cut", stored=stored))
    first = Lotse(hs, tmp_path, share_with="cross-signed")
    await first.open()
    await first.kill()
    again = Lotse(hs, tmp_path, share_with="cross-signed")
    await again.start()
    await again.post(say("k1", ROOM))
    await hs.until(lambda: len(encrypted(hs)) == 1)
    await again.stop()
    uploads = [upload for upload in keys.uploads if "one_time_keys" in upload]
    assert all(upload["one_time_keys"] == uploads[0]["one_time_keys"] for upload in uploads)


async def test_the_room_says_when_a_key_is_worn_out(
    hs: FakeHomeserver, keys: Keys, tmp_path: Path
) -> None:
    hs.state(ROOM, "m.room.encryption", {**MEGOLM, "rotation_period_msgs": 2})
    lotse = Lotse(hs, tmp_path, share_with="cross-signed")
    await lotse.start()
    for number in range(5):
        await lotse.post(say(f"k{number}", ROOM))
        await hs.until(lambda n=number: len(encrypted(hs)) == n + 1)  # type: ignore[misc]
    await lotse.stop()
    sessions = [event["content"]["session_id"] for event in encrypted(hs)]
    assert [sessions.index(one) for one in sessions] == [0, 0, 2, 2, 4]


@pytest.mark.parametrize(
    ("person", "kind"),
    [
        (ANNA, "m.room.encrypted"),
        ("@carla:hs.example", "m.room.message"),
        ("@carla:dead.example", "m.room.encrypted"),
    ],
)
async def test_a_chat_that_we_open_is_encrypted_for_whoever_can_read_that(
    hs: FakeHomeserver, lotse: Lotse, keys: Keys, person: str, kind: str
) -> None:
    keys.silent.add("dead.example")
    await lotse.post(say("k1", person))
    said = ("m.room.message", "m.room.encrypted")
    await hs.until(lambda: any(event["type"] in said for event in hs.sent()))
    assert [event["type"] for event in hs.sent() if event["type"] in said] == [kind]


@pytest.mark.parametrize("transaction", ["shown", "forgotten"])
async def test_whoever_replies_to_a_message_whose_request_nobody_answered_answers_us(
    hs: FakeHomeserver, lotse: Lotse, keys: Keys, anna: Peer, transaction: str
) -> None:
    keys.key_to_bot(anna, ROOM)
    await deafen(lotse, hs)
    hs.faults.append(Fault("/send/", "cut", stored=True))
    hs.faults.append(Fault("/send/", 502, times=-1))
    await lotse.post(say("k1", ROOM, "Stimmt das?"))
    await hs.until(lambda: len(encrypted(hs)) == 1)
    (asked,) = encrypted(hs)
    if transaction == "forgotten":
        del asked["unsigned"]
    reply(hs, anna, "ja", str(asked["event_id"]))
    hs.faults = [fault for fault in hs.faults if fault.where != "/sync"]
    await lotse.heard("ja")
    assert lotse.taken[0].message.answers == "k1"


async def test_nobody_else_can_seal_our_key_into_a_message_and_have_it_taken_for_ours(
    hs: FakeHomeserver, lotse: Lotse, keys: Keys, anna: Peer
) -> None:
    keys.key_to_bot(anna, ROOM)
    hs.faults.append(Fault("/send/", 502, times=-1))
    await lotse.post(say("k1", ROOM, "Stimmt das?"))
    await hs.until(lambda: hs.statuses[502] >= 1)
    plain = says("Stimmt das?")
    plain["content"]["org.netzwerklotse.key"] = "k1"
    forged = anna.event(plain)["content"]
    reply(hs, anna, "ja", hs.send(forged, ROOM, ANNA, "m.room.encrypted"))
    # Not even with the name of the bot on it: Anna's device made it.
    reply(hs, anna, "nein", hs.send(forged, ROOM, BOT, "m.room.encrypted"))
    speak(hs, anna, "!hilfe")
    await lotse.heard("!hilfe")
    hs.faults.clear()
    await hs.until(lambda: len(encrypted(hs)) == 2)


def reply(hs: FakeHomeserver, peer: Peer, text: str, event_id: str) -> None:
    relation = {"m.in_reply_to": {"event_id": event_id}}
    content = {**peer.event(says(text))["content"], "m.relates_to": relation}
    hs.send(content, ROOM, peer.user_id, "m.room.encrypted")
