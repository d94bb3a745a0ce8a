"""What was stored for sending arrives exactly once, in order, whatever happens in between."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from bot.domain.journal import Effect, OutboxState, Outgoing, Priority
from bot.matrix import AFTER, Unauthorised
from bot.matrix.content.effects import transaction_id
from bot.matrix.door.patience import Backoff
from bot.matrix.sending.lanes import Held, Load
from bot.storage import outbox
from bot.storage.database import Transaction
from tests.matrix.fake_homeserver import BERND, FakeHomeserver, Fault, until
from tests.matrix.lotse import OFFICE, Lotse, say

ROOM = "!room:hs.example"


def bodies(hs: FakeHomeserver, room_id: str | None = None) -> list[str]:
    return [event["content"].get("body", "") for event in hs.sent(room_id)]


@pytest.mark.parametrize(
    ("target", "priority", "cause"),
    [
        (ROOM, Priority.ANSWER, "$one"),
        (ROOM, Priority.ANNOUNCEMENT, None),
        (BERND, Priority.ANSWER, None),
    ],
)
async def test_what_follows_from_one_event_and_what_is_announced_leaves_in_order(
    lotse: Lotse, hs: FakeHomeserver, target: str, priority: Priority, cause: str | None
) -> None:
    wanted = [f"Satz {number}" for number in range(20)]
    await lotse.post(*(say(f"k{text}", target, text, priority, cause=cause) for text in wanted))
    await hs.until(lambda: wanted[-1] in bodies(hs))
    assert wanted == bodies(hs)[-20:]


async def test_changes_of_one_message_leave_in_order(lotse: Lotse, hs: FakeHomeserver) -> None:
    changes = [
        replace(say(f"e{number}", body=str(number)), effect=Effect.EDIT, after="k1")
        for number in range(8)
    ]
    hs.faults.append(Fault("/send/", 502))
    await lotse.post(say("k1", body="first"), *changes)
    await hs.until(lambda: len(hs.sent()) == 9)
    assert bodies(hs) == ["first", *"01234567"]


async def test_an_answer_does_not_wait_for_another_one_in_its_room(
    lotse: Lotse, hs: FakeHomeserver
) -> None:
    hs.faults.append(Fault("/send/", "hang", stored=False))
    await lotse.post(say("k1", body="hängt"))
    await hs.until(lambda: hs.requests["send"] == 1)
    await lotse.post(*(say(f"k{number}", body=str(number)) for number in range(2, 20)))
    await hs.until(lambda: len(hs.sent()) == 18)
    assert "hängt" not in bodies(hs)


async def test_what_was_sent_is_stored_with_its_event_id(lotse: Lotse, hs: FakeHomeserver) -> None:
    (row,) = await lotse.post(say("k1"))
    await hs.until(lambda: lotse.matrix.health().waiting == 0)
    await lotse.matrix.close()
    event_id = str(hs.sent()[0]["event_id"])
    stored = await lotse.database.read(lambda tx: outbox.by_event(tx, event_id))
    assert stored is not None
    assert (row.seq, OutboxState.SENT) == (stored.seq, stored.state)


@pytest.mark.parametrize("how", [502, 500, 200, "cut", "garbage"])
@pytest.mark.parametrize("stored", [True, False])
async def test_a_request_that_failed_is_made_again_and_arrives_once(
    lotse: Lotse, hs: FakeHomeserver, how: int | str, *, stored: bool
) -> None:
    hs.faults.append(Fault("/send/", how, stored=stored))
    await lotse.post(say("k1", body="eins", cause="$c"), say("k2", body="zwei", cause="$c"))
    await hs.until(lambda: len(hs.sent()) == 2)
    assert bodies(hs) == ["eins", "zwei"]


async def test_killed_between_sending_and_sent_says_nothing_twice(
    lotse: Lotse, hs: FakeHomeserver, tmp_path: Path
) -> None:
    hs.shows_ours = False
    hs.faults.append(Fault("/send/", "hang", stored=True))
    await lotse.post(say("k1", body="eins", cause="$c"), say("k2", body="zwei", cause="$c"))
    await hs.until(lambda: len(hs.sent()) == 1)
    await lotse.kill()
    again = Lotse(hs, tmp_path)
    await again.start()
    await hs.until(lambda: again.matrix.health().waiting == 0)
    assert bodies(hs) == ["eins", "zwei"]
    await again.stop()


async def test_an_answer_to_what_was_said_just_before_the_kill_is_known_as_one(
    lotse: Lotse, hs: FakeHomeserver, tmp_path: Path
) -> None:
    hs.faults.append(Fault("/send/", "hang", stored=True))
    await lotse.post(say("k1", body="Stimmt das?"))
    await hs.until(lambda: len(hs.sent()) == 1)
    await lotse.kill()
    (asked,) = hs.sent()
    relation = {"m.in_reply_to": {"event_id": asked["event_id"]}}
    hs.send({"msgtype": "m.text", "body": "ja", "m.relates_to": relation})
    hs.faults.append(Fault("/send/", 502, times=-1))
    again = Lotse(hs, tmp_path)
    await again.start()
    await again.heard("ja")
    assert again.taken[0].message.answers == "k1"
    await again.stop()


@pytest.mark.parametrize("by", ["transaction", "content"])
async def test_after_a_long_time_the_room_is_asked_before_it_is_said_again(
    lotse: Lotse, hs: FakeHomeserver, tmp_path: Path, by: str
) -> None:
    hs.shows_ours = False
    hs.faults.append(Fault("/send/", "hang", stored=True))
    await lotse.post(say("k1", body="eins", cause="$c"), say("k2", body="zwei", cause="$c"))
    await hs.until(lambda: len(hs.sent()) == 1)
    await lotse.kill()
    hs.remembers = False
    hidden = "unsigned" if by == "content" else "content"
    hs.sent()[0][hidden] = {} if by == "content" else {"body": "eins"}
    # An answer without events is none.
    hs.faults.append(Fault("/messages", 200))
    again = Lotse(hs, tmp_path)
    again.offset = timedelta(hours=26)
    await again.start()
    await hs.until(lambda: again.matrix.health().waiting == 0)
    assert bodies(hs) == ["eins", "zwei"]
    await again.stop()


async def test_what_was_tried_while_the_clock_was_ahead_is_looked_for(
    lotse: Lotse, hs: FakeHomeserver, tmp_path: Path
) -> None:
    hs.shows_ours = False
    lotse.offset = timedelta(hours=6)
    hs.faults.append(Fault("/send/", "hang", stored=True))
    await lotse.post(say("k1", body="eins"))
    await hs.until(lambda: len(hs.sent()) == 1)
    await lotse.kill()
    hs.remembers = False
    again = Lotse(hs, tmp_path)
    await again.start()
    await hs.until(lambda: again.matrix.health().waiting == 0)
    assert bodies(hs) == ["eins"]
    await again.stop()


async def test_after_a_new_login_the_room_is_asked_before_it_is_said_again(
    lotse: Lotse, hs: FakeHomeserver, tmp_path: Path
) -> None:
    hs.shows_ours = False
    hs.faults.append(Fault("/send/", "hang", stored=True))
    await lotse.post(say("k1", body="eins"))
    await hs.until(lambda: len(hs.sent()) == 1)
    await lotse.kill()
    hs.remembers = False
    hs.tokens.clear()
    hs.soft = True
    again = Lotse(hs, tmp_path)
    await again.start()
    await hs.until(lambda: again.matrix.health().waiting == 0)
    assert bodies(hs) == ["eins"]
    assert hs.requests["messages"] == 1
    await again.stop()


async def test_answers_overtake_announcements_and_rooms_do_not_wait_for_each_other(
    lotse: Lotse, hs: FakeHomeserver
) -> None:
    for number in range(20):
        hs.room(f"!r{number}:hs.example")
    hs.limit = (20, 1)
    posts = [say(f"a{n}", f"!r{n}:hs.example", "Ansage", Priority.ANNOUNCEMENT) for n in range(20)]
    await lotse.post(*posts)
    await hs.until(lambda: len(hs.sent()) >= 3)
    await lotse.post(say("answer", "!r19:hs.example", "Antwort"))
    await hs.until(lambda: len(hs.sent()) == 21)
    assert bodies(hs).index("Antwort") <= 12
    assert bodies(hs, "!r19:hs.example") == ["Antwort", "Ansage"]


async def test_a_rate_limit_is_learnt_so_that_few_requests_are_refused(
    lotse: Lotse, hs: FakeHomeserver
) -> None:
    hs.limit = (20, 10)
    for number in range(60):
        hs.room(f"!r{number}:hs.example")
    await lotse.post(*(say(f"a{n}", f"!r{n}:hs.example") for n in range(60)))
    await hs.until(lambda: len(hs.sent()) == 60, 20)
    # Who learns nothing is refused more than two hundred times.
    assert hs.statuses[429] <= 50


async def test_who_would_not_leave_at_once_does_not_leave_with_its_own_commit(
    lotse: Lotse, hs: FakeHomeserver
) -> None:
    carrier = lotse.matrix.carrier
    assert carrier.is_free(ROOM, Priority.ANSWER)
    hs.faults.append(Fault("/send/", "hang", times=-1))
    await lotse.post(*(say(f"k{number}") for number in range(9)))
    await hs.until(lambda: hs.requests["send"] == 8)
    assert not carrier.is_free(ROOM, Priority.ANSWER)


async def test_the_pause_that_the_homeserver_names_is_kept(
    lotse: Lotse, hs: FakeHomeserver
) -> None:
    hs.faults.append(Fault("/send/", 429, body={"retry_after_ms": 700}))
    hs.room("!other:hs.example")
    started = asyncio.get_running_loop().time()
    await lotse.post(say("k1"))
    await hs.until(lambda: hs.statuses[429] == 1)
    await lotse.post(say("k2", "!other:hs.example"))
    await hs.until(lambda: len(hs.sent()) == 2)
    assert asyncio.get_running_loop().time() - started >= 0.7
    assert hs.requests["send"] == 3


@pytest.mark.parametrize(("status", "errcode"), [(403, "M_FORBIDDEN"), (413, "M_TOO_LARGE")])
async def test_a_refused_row_is_dead_and_the_office_hears_of_it_once(
    lotse: Lotse, hs: FakeHomeserver, status: int, errcode: str
) -> None:
    hs.room(OFFICE)
    hs.faults.append(Fault(f"/rooms/{ROOM}/send/", status, times=2, body={"errcode": errcode}))
    await lotse.post(say("k1"), say("k2"), say("k3", body="drei"))
    await hs.until(lambda: len(hs.sent()) == 2)
    assert bodies(hs, ROOM) == ["drei"]
    told = f"office-post-refused {{'target': '{ROOM}', 'reason': '{errcode}'}}"
    assert [told] == bodies(hs, OFFICE)


async def test_a_row_that_only_breaks_the_homeserver_is_given_up(
    lotse: Lotse, hs: FakeHomeserver
) -> None:
    hs.room("!other:hs.example")
    load = await poisoned(lotse, hs)
    await hs.until(lambda: load.faults == 7)
    await lotse.post(say("fine", "!other:hs.example"))
    await hs.until(lambda: len(hs.sent()) == 1)
    assert OutboxState.DEAD is await settled(lotse, load.row.cause)


async def test_what_was_prepared_when_patience_was_asked_for_does_not_leave(
    lotse: Lotse, hs: FakeHomeserver
) -> None:
    (row,) = await lotse.database.write(lambda tx: outbox.add(tx, [say("k1")], lotse.now()))
    load = Load.of(row, Backoff())
    with pytest.raises(Held):
        await lotse.matrix.carrier.delivery.attempt(load, lambda: True)
    assert hs.sent() == []
    await lotse.matrix.carrier.delivery.attempt(load, lambda: False)
    assert bodies(hs) == ["Hallo"]


async def test_while_nobody_answers_one_at_a_time_looks_whether_somebody_does(
    lotse: Lotse, hs: FakeHomeserver
) -> None:
    hs.faults.append(Fault("/send/", 502, times=-1))
    await lotse.post(*(say(f"k{number}", cause=f"$c{number}") for number in range(40)))
    await hs.until(lambda: hs.requests["send"] >= 8)
    await asyncio.sleep(4)
    assert hs.requests["send"] <= 12
    hs.faults.clear()
    hs.say("Guten Morgen")
    await hs.until(lambda: len(hs.sent()) == 40, 20)


async def poisoned(lotse: Lotse, hs: FakeHomeserver) -> Load:
    """A row that fails with 500 again and again, its patience shortened."""
    hs.faults.append(Fault("/send/m.room.message/bad", 500, times=-1))
    await lotse.post(say("bad"))
    (load,) = list(lotse.matrix.carrier.lanes)
    load.backoff = Backoff(0.01, 0.01)
    return load


async def test_an_unknown_token_ends_the_run_and_keeps_the_queue(
    hs: FakeHomeserver, tmp_path: Path
) -> None:
    hs.room()
    lotse = Lotse(hs, tmp_path)
    await lotse.start()
    await hs.until(lambda: lotse.matrix.health().last_sync is not None)
    hs.tokens.clear()
    await lotse.post(say("k1"))
    with pytest.raises(Unauthorised):
        await lotse.ended()
    assert lotse.matrix.health().waiting == 1
    await lotse.kill()


async def test_nothing_goes_in_clear_into_an_encrypted_room(
    lotse: Lotse, hs: FakeHomeserver
) -> None:
    hs.room(OFFICE)
    hs.state(ROOM, "m.room.encryption", {"algorithm": "m.megolm.v1.aes-sha2"})
    await hs.until(lambda: len(hs.sent(OFFICE)) == 1)
    hs.state(ROOM, "m.room.encryption", {})
    await lotse.post(say("k1"))
    assert OutboxState.DEAD is await settled(lotse, "k1")
    assert hs.sent(ROOM) == []
    assert "office-room-encrypted" in bodies(hs, OFFICE)[0]


async def test_of_an_unknown_room_it_is_asked_whether_it_is_encrypted(
    lotse: Lotse, hs: FakeHomeserver
) -> None:
    hs.faults.append(Fault("/sync", "hang", times=-1))
    before = hs.requests["sync"]
    hs.say("Ende der Durchsage")
    await hs.until(lambda: hs.requests["sync"] > before)
    hs.room("!fresh:hs.example")
    hs.rooms["!fresh:hs.example"].state["m.room.encryption", ""] = {"content": {"algorithm": "x"}}
    await lotse.post(say("k1", "!fresh:hs.example"))
    assert OutboxState.DEAD is await settled(lotse, "k1")
    assert hs.sent("!fresh:hs.example") == []


async def test_a_row_waits_for_the_one_that_it_follows(lotse: Lotse, hs: FakeHomeserver) -> None:
    hs.faults.append(Fault("/send/m.room.message/card", 502))
    card = say("card", body="Karte")
    receipt = Outgoing(
        key="tick",
        target=ROOM,
        cause="card",
        effect=Effect.REACT,
        priority=Priority.ANNOUNCEMENT,
        content={"m.relates_to": {"rel_type": "m.annotation", "event_id": AFTER, "key": "✅"}},
        after="card",
    )
    await lotse.post(card, receipt)
    await hs.until(lambda: len(hs.sent()) == 2)
    first, second = hs.sent()
    assert first["event_id"] == second["content"]["m.relates_to"]["event_id"]
    assert second["type"] == "m.reaction"


async def test_a_row_finds_what_it_follows_after_a_restart(
    lotse: Lotse, hs: FakeHomeserver, tmp_path: Path
) -> None:
    await lotse.post(say("card", body="Karte"))
    await hs.until(lambda: lotse.matrix.health().waiting == 0)
    await lotse.stop()
    again = Lotse(hs, tmp_path)
    await again.start()
    edit = replace(
        say("edit", body="* neu"),
        cause="card",
        after="card",
        effect=Effect.EDIT,
        content={"m.relates_to": {"rel_type": "m.replace", "event_id": AFTER}},
    )
    await again.post(edit)
    await hs.until(lambda: len(hs.sent()) == 2)
    assert hs.sent()[0]["event_id"] == hs.sent()[1]["content"]["m.relates_to"]["event_id"]
    await again.stop()


async def test_a_row_after_a_dead_one_is_dead(lotse: Lotse, hs: FakeHomeserver) -> None:
    hs.faults.append(Fault("/send/", 403, body={"errcode": "M_FORBIDDEN"}))
    await lotse.post(
        say("card"), replace(say("edit"), cause="card", after="card", effect=Effect.EDIT)
    )
    await hs.until(lambda: lotse.matrix.health().waiting == 0)
    assert hs.sent(ROOM) == []


async def test_redactions_states_and_invitations_leave_too(
    lotse: Lotse, hs: FakeHomeserver
) -> None:
    target = hs.say("weg damit")
    hs.rooms[ROOM].members["@carla:hs.example"] = "leave"
    bare = say("x")
    await lotse.post(
        replace(bare, key="r", effect=Effect.REDACT, content={"redacts": target, "reason": "alt"}),
        replace(
            bare,
            key="s",
            effect=Effect.STATE,
            content={"type": "m.room.topic", "state_key": "", "content": {"topic": "Pflege"}},
        ),
        replace(bare, key="i", effect=Effect.INVITE, content={"user_id": "@carla:hs.example"}),
        replace(bare, key="j", effect=Effect.INVITE, content={"user_id": BERND}),
    )
    await hs.until(lambda: lotse.matrix.health().waiting == 0)
    redaction, topic = hs.sent()
    assert {"redacts": target, "reason": "alt"} == redaction["content"]
    assert topic["content"] == {"topic": "Pflege"}
    assert hs.rooms[ROOM].members["@carla:hs.example"] == "invite"
    assert hs.requests["invite"] == 1


async def test_rows_that_are_no_effect_of_ours_do_not_stop_their_lane(
    lotse: Lotse, hs: FakeHomeserver
) -> None:
    bare = say("x")
    await lotse.post(
        replace(bare, key="a", effect=Effect.UPLOAD),
        replace(bare, key="b", effect=Effect.REDACT, content={}),
        say("c", body="Ende"),
    )
    await hs.until(lambda: len(hs.sent(ROOM)) == 1)
    assert bodies(hs, ROOM) == ["Ende"]


async def test_a_long_key_still_makes_one_event(lotse: Lotse, hs: FakeHomeserver) -> None:
    hs.faults.append(Fault("/send/", 502, stored=True))
    await lotse.post(say("ä/" * 300))
    await hs.until(lambda: lotse.matrix.health().waiting == 0)
    assert len(hs.sent()) == 1
    assert len(transaction_id("k" * 500)) <= 200


async def settled(lotse: Lotse, key: str) -> OutboxState:
    """What became of a row, once it is no longer on its way."""
    await until(lambda: not lotse.matrix.carrier._trail.is_open(key))

    def work(tx: Transaction) -> OutboxState:
        return next(row.state for row in outbox.by_cause(tx, key) if row.key == key)

    return await lotse.database.read(work)
