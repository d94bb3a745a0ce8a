"""What arrived although nobody answered its request: known from the room before it is replied to."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from bot.domain.dialogue.subject import Subject, SubjectKind
from bot.domain.journal import Effect, OutboxRow, OutboxState
from bot.matrix import AFTER
from bot.storage import outbox
from tests.matrix.fake_homeserver import ANNA, BERND, BOT, FakeHomeserver, Fault, Json
from tests.matrix.lotse import Lotse, say
from tests.matrix.test_doubt import deafen, state_of

ROOM = "!room:hs.example"
KEY = "org.netzwerklotse.key"
LONG = "k" * 300
"""In an address something shorter stands for it."""


async def lost(lotse: Lotse, hs: FakeHomeserver, key: str = "k1", target: str = ROOM) -> str:
    """What the bot said is in a room, and no answer to its request ever comes; the event id."""
    hs.faults.append(Fault("/send/", "cut", stored=True))
    hs.faults.append(Fault("/send/", 502, times=-1))
    about = Subject(SubjectKind.NETWORK, 4)
    await lotse.post(replace(say(key, target, "Stimmt das?"), about=about))
    await hs.until(lambda: len(messages(hs)) == 1)
    return str(messages(hs)[0]["event_id"])


def messages(hs: FakeHomeserver) -> list[Json]:
    return [event for event in hs.sent() if event["type"] == "m.room.message"]


def reply(hs: FakeHomeserver, event_id: str, text: str, sender: str = ANNA) -> None:
    relation = {"m.in_reply_to": {"event_id": event_id}}
    hs.send({"msgtype": "m.text", "body": text, "m.relates_to": relation}, ROOM, sender)


def hear_again(hs: FakeHomeserver) -> None:
    """What happened meanwhile comes in one batch."""
    hs.faults = [fault for fault in hs.faults if fault.where != "/sync"]


def answered(lotse: Lotse) -> list[str | None]:
    return [row.message.answers for row in lotse.taken]


async def test_whoever_replies_later_answers_us(lotse: Lotse, hs: FakeHomeserver) -> None:
    event_id = await lost(lotse, hs)
    hs.say("!hilfe")
    await lotse.heard("!hilfe")
    reply(hs, event_id, "ja")
    await lotse.heard("!hilfe", "ja")
    assert answered(lotse) == [None, "k1"]


@pytest.mark.parametrize("key", ["k1", LONG])
@pytest.mark.parametrize("by", ["unsigned", "content"])
async def test_a_reply_in_the_same_batch_answers_us_and_tells_what_it_is_about(
    lotse: Lotse, hs: FakeHomeserver, key: str, by: str
) -> None:
    await deafen(lotse, hs)
    event_id = await lost(lotse, hs, key)
    hidden = "content" if by == "unsigned" else "unsigned"
    hs.sent()[0][hidden] = {}
    reply(hs, event_id, "ja")
    hear_again(hs)
    await lotse.heard("ja")
    assert answered(lotse) == [key]
    assert lotse.taken[0].message.about == Subject(SubjectKind.NETWORK, 4)


async def test_a_reply_is_known_as_one_after_a_restart_and_in_a_gap(
    lotse: Lotse, hs: FakeHomeserver, tmp_path: Path
) -> None:
    await deafen(lotse, hs)
    event_id = await lost(lotse, hs)
    await lotse.kill()
    reply(hs, event_id, "ja")
    for number in range(hs.timeline_limit):
        hs.say(f"Plauderei {number}")
    hear_again(hs)
    again = Lotse(hs, tmp_path)
    await again.start()
    await again.heard("ja")
    assert answered(again) == ["k1"]
    await again.stop()


async def test_it_is_not_sent_again_and_what_follows_it_leaves(
    lotse: Lotse, hs: FakeHomeserver
) -> None:
    hs.remembers = False
    event_id = await lost(lotse, hs)
    sign = {"m.relates_to": {"rel_type": "m.annotation", "event_id": AFTER, "key": "✅"}}
    follower = replace(say("k2"), content=sign, effect=Effect.REACT, after="k1")
    hs.say("!hilfe")
    await lotse.heard("!hilfe")
    assert await state_of(lotse.database, "k1") is OutboxState.SENT
    await lotse.post(follower)
    hs.faults.clear()
    await hs.until(lambda: lotse.matrix.health().waiting == 0)
    said = [(one["type"], one["content"].get("m.relates_to", {})) for one in hs.sent()]
    assert said == [
        ("m.room.message", {}),
        ("m.reaction", {**sign["m.relates_to"], "event_id": event_id}),
    ]
    assert (await stored(lotse, "k1")).event_id == event_id


async def stored(lotse: Lotse, key: str) -> OutboxRow:
    row = await lotse.database.read(lambda tx: outbox.by_key(tx, key))
    assert row
    return row


async def test_nobody_else_can_make_it_believe_that_something_arrived(
    lotse: Lotse, hs: FakeHomeserver
) -> None:
    hs.room("!other:hs.example")
    hs.faults.append(Fault("/send/", 502, times=-1))
    await lotse.post(say("k1"))
    forged = {"msgtype": "m.notice", "body": "Hallo", KEY: "k1"}
    known = {"transaction_id": "k1"}
    theirs = hs.send(forged, sender=ANNA, unsigned=known)
    elsewhere = hs.send(forged, "!other:hs.example", sender=BOT, unsigned=known)
    for event_id in (theirs, elsewhere):
        reply(hs, event_id, "ja", BERND)
    hs.say("!hilfe")
    await lotse.heard("!hilfe")
    assert await state_of(lotse.database, "k1") is OutboxState.SENDING
    hs.faults.clear()
    await hs.until(lambda: hs.sent(ROOM) != [])


async def test_a_reply_to_what_arrived_is_known_before_that_is_stored(
    lotse: Lotse, hs: FakeHomeserver
) -> None:
    await deafen(lotse, hs)
    # Nothing is noted from now on.
    lotse.matrix.carrier._marks._noting = True
    await lotse.post(say("k1", body="Stimmt das?"))
    await hs.until(lambda: lotse.matrix.health().waiting == 0)
    reply(hs, str(hs.sent()[0]["event_id"]), "ja")
    hear_again(hs)
    await lotse.heard("ja")
    assert answered(lotse) == ["k1"]


async def test_in_a_chat_that_it_opened_a_lost_message_is_known_too(
    lotse: Lotse, hs: FakeHomeserver
) -> None:
    event_id = await lost(lotse, hs, target=BERND)
    (chat,) = [room for room, event in hs.log if event["event_id"] == event_id]
    hs.member(chat, BERND, "join")
    hs.say("!hilfe", chat, BERND)
    await lotse.heard("!hilfe")
    assert await state_of(lotse.database, "k1") is OutboxState.SENT
