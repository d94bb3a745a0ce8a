"""What is said reaches the inbox once, whatever the homeserver does in between."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest

from bot.domain.journal import InboxState
from bot.matrix.listening import gaps
from bot.storage import inbox, markers
from bot.storage.database import Transaction
from tests.matrix.fake_homeserver import ANNA, BERND, BOT, FakeHomeserver, Fault
from tests.matrix.lotse import Lotse

ROOM = "!room:hs.example"


async def test_commands_are_handed_on_in_order(lotse: Lotse, hs: FakeHomeserver) -> None:
    hs.say("!hilfe")
    hs.say("Guten Morgen")
    hs.say("!netzwerk OWL")
    await lotse.heard("!hilfe", "!netzwerk OWL")


async def test_own_words_notices_and_other_types_are_no_commands(
    lotse: Lotse, hs: FakeHomeserver
) -> None:
    hs.say("!hilfe", sender=BOT)
    hs.send({"msgtype": "m.notice", "body": "!hilfe"})
    hs.send({"msgtype": "m.image", "body": "!hilfe"})
    hs.send({"body": "!hilfe"}, kind="m.sticker")
    hs.say("!ende")
    await lotse.heard("!ende")


@pytest.mark.parametrize(
    "content",
    [
        {"msgtype": "m.text", "body": None},
        {"msgtype": "m.text"},
        {"msgtype": ["m.text"], "body": "!hilfe"},
        {"msgtype": "m.text", "body": {"a": 1}, "m.relates_to": "x"},
        {"m.relates_to": []},
        {"m.new_content": 1, "m.relates_to": {"rel_type": "m.replace", "event_id": "$x"}},
        "text",
        [],
        None,
        7,
    ],
)
async def test_hostile_events_do_not_stop_the_ones_around_them(
    lotse: Lotse, hs: FakeHomeserver, content: object
) -> None:
    hs.say("!vorher")
    hs.send(content)
    hs.send(content, kind="m.room.redaction")
    hs.log.append((ROOM, {"type": "m.room.message", "content": content}))
    hs.log.append((ROOM, {"event_id": 5, "sender": None, "type": [], "content": content}))
    hs.say("!nachher")
    await lotse.heard("!vorher", "!nachher")


async def test_history_before_the_first_start_is_not_executed(
    hs: FakeHomeserver, tmp_path: Path
) -> None:
    hs.room()
    hs.say("!alt")
    lotse = Lotse(hs, tmp_path)
    await lotse.start()
    await hs.until(lambda: lotse.matrix.health().last_sync is not None)
    hs.say("!neu")
    await lotse.heard("!neu")
    await lotse.stop()


async def test_what_was_said_while_we_were_away_is_handed_on_once(
    lotse: Lotse, hs: FakeHomeserver, tmp_path: Path
) -> None:
    hs.say("!eins")
    await lotse.heard("!eins")
    await lotse.kill()
    hs.say("!zwei")
    again = Lotse(hs, tmp_path)
    await again.start()
    await again.heard("!zwei")
    await again.stop()


@pytest.mark.parametrize("missed", [101, 350])
async def test_gaps_in_the_timeline_are_filled_oldest_first(
    lotse: Lotse, hs: FakeHomeserver, missed: int
) -> None:
    said = [f"!satz {number}" for number in range(missed)]
    for text in said:
        hs.say(text)
    await lotse.heard(*said)
    assert hs.sent() == []


async def test_a_gap_that_is_too_long_is_confessed_in_the_room_once(
    lotse: Lotse, hs: FakeHomeserver
) -> None:
    for number in range(gaps.MOST_EVENTS + 300):
        hs.say("Plauderei" if number % 100 else f"!satz {number}")
    await hs.until(lambda: len(hs.sent()) == 1, 30)
    hs.say("!danach")
    await hs.until(lambda: lotse.texts[-1:] == ["!danach"])
    assert [event["content"]["body"] for event in hs.sent()] == ["gap-too-long"]
    assert lotse.texts[:1] == ["!satz 200"]


@pytest.mark.parametrize("status", [502, 200])
async def test_the_token_does_not_pass_a_hole_that_cannot_be_filled_yet(
    lotse: Lotse, hs: FakeHomeserver, status: int
) -> None:
    before = await lotse.database.read(lambda tx: markers.get(tx, markers.SYNC_TOKEN))
    hs.faults += [Fault("/messages", status, times=-1)]
    said = [f"!satz {number}" for number in range(150)]
    for text in said:
        hs.say(text)
    await hs.until(lambda: hs.requests["messages"] >= 2)
    assert before == await lotse.database.read(lambda tx: markers.get(tx, markers.SYNC_TOKEN))
    hs.faults.clear()
    await lotse.heard(*said)


async def test_a_page_that_breaks_the_homeserver_is_asked_for_in_smaller_pieces(
    lotse: Lotse, hs: FakeHomeserver
) -> None:
    hs.faults += [Fault("/messages", 500, times=1)]
    said = [f"!satz {number}" for number in range(150)]
    for text in said:
        hs.say(text)
    await lotse.heard(*said)


async def test_a_refused_token_is_replaced_without_loss_or_repetition(
    lotse: Lotse, hs: FakeHomeserver
) -> None:
    hs.faults.append(Fault("/sync", 502))
    hs.say("!vorher")
    await lotse.heard("!vorher")
    await hs.until(lambda: not hs.faults)
    said = [f"!satz {number}" for number in range(150)]
    for text in said:
        hs.say(text)
    hs.first_token = len(hs.log)
    await lotse.heard("!vorher", *said, seconds=15)


@pytest.mark.parametrize("how", [502, 500, 404, "cut", "garbage"])
async def test_a_failing_sync_is_asked_again_in_growing_pauses(
    lotse: Lotse, hs: FakeHomeserver, how: int | str
) -> None:
    hs.faults.append(Fault("/sync", how, times=2))
    hs.say("!eins")
    await lotse.heard("!eins", seconds=15)
    await hs.until(lambda: len(hs.faults) == 0)
    before = hs.requests["sync"]
    hs.say("!zwei")
    await lotse.heard("!eins", "!zwei")
    assert hs.requests["sync"] - before <= 2


async def test_after_a_restart_and_after_a_failure_it_hears_at_once_that_nothing_happened(
    lotse: Lotse, hs: FakeHomeserver, tmp_path: Path
) -> None:
    await lotse.kill()
    again = Lotse(hs, tmp_path)
    await again.start()
    await hs.until(lambda: again.matrix.health().last_sync is not None)
    hs.faults += [Fault("/sync", 502)]
    hs.say("Guten Morgen")
    await hs.until(lambda: not again.matrix._rooms.current)
    await hs.until(lambda: again.matrix._rooms.current)
    await again.stop()


async def test_commands_are_handed_on_even_if_others_fail_at_the_news(
    lotse: Lotse, hs: FakeHomeserver
) -> None:
    lotse.breaks = True
    hs.state(ROOM, "m.room.name", {"name": "Pflege"})
    hs.say("!eins")
    await lotse.heard("!eins")
    lotse.breaks = False
    hs.say("!zwei")
    await lotse.heard("!eins", "!zwei")


async def test_an_edit_replaces_the_text_of_a_command_that_still_waits(
    lotse: Lotse, hs: FakeHomeserver
) -> None:
    first = hs.say("!pate Pflge")
    await lotse.heard("!pate Pflge")
    hs.send(edit(first, "!pate Pflege"))
    hs.say("!ende")
    await lotse.heard("!pate Pflge", "!ende")
    waiting = await lotse.database.read(inbox.unfinished)
    assert [row.message.text for row in waiting] == ["!pate Pflege", "!ende"]


async def test_an_edit_by_somebody_else_changes_nothing(lotse: Lotse, hs: FakeHomeserver) -> None:
    first = hs.say("!rolle liste")
    hs.send(edit(first, "!rolle büro @bernd"), sender=BERND)
    await hs.until(lambda: len(lotse.taken) == 2)
    second = hs.say("!pate Pflege")
    await hs.until(lambda: len(lotse.taken) == 3)
    hs.send(edit(second, "!pate löschen"), sender=BERND)
    hs.say("!ende")
    await hs.until(lambda: lotse.texts[-1] == "!ende")
    waiting = await lotse.database.read(inbox.unfinished)
    told = {row.message.text for row in waiting if row.message.sender == ANNA}
    assert {"!rolle liste", "!pate Pflege", "!ende"} == told


async def test_an_edit_to_something_else_withdraws_the_command(
    lotse: Lotse, hs: FakeHomeserver
) -> None:
    first = hs.say("!pate Pflege")
    await lotse.heard("!pate Pflege")
    hs.send(edit(first, "Ach, egal"))
    hs.say("!ende")
    await lotse.heard("!pate Pflege", "!ende")
    waiting = await lotse.database.read(inbox.unfinished)
    assert [row.message.text for row in waiting] == ["!ende"]


async def test_an_edit_of_a_handled_command_is_handed_on_as_such(
    lotse: Lotse, hs: FakeHomeserver
) -> None:
    first = hs.say("!pate Pflge")
    await lotse.heard("!pate Pflge")
    row = lotse.taken[0]

    def handled(tx: Transaction) -> bool:
        return inbox.finish(tx, row, InboxState.DONE, lotse.now(), "pate")

    await lotse.database.write(handled)
    hs.send(edit(first, "!pate Pflege"))
    await lotse.heard("!pate Pflge", "!pate Pflege")
    assert first == lotse.taken[1].message.replaces


async def test_a_command_and_its_edit_in_one_answer_are_one_command(
    lotse: Lotse, hs: FakeHomeserver
) -> None:
    hs.send(edit(hs.say("!pate Pflge"), "!pate Pflege"))
    hs.send(edit(hs.say("!pate Wohnen"), "doch nicht"))
    await lotse.heard("!pate Pflege")


@pytest.mark.parametrize("where", ["content", "top"])
async def test_a_redaction_withdraws_a_command_that_still_waits(
    lotse: Lotse, hs: FakeHomeserver, where: str
) -> None:
    first = hs.say("!pate Pflege")
    await lotse.heard("!pate Pflege")
    if where == "content":
        hs.send({"redacts": first}, kind="m.room.redaction")
    else:
        hs.send({}, kind="m.room.redaction", redacts=first)
    hs.say("!ende")
    await hs.until(lambda: len(lotse.taken) == 3)
    waiting = await lotse.database.read(inbox.unfinished)
    assert [row.message.text for row in waiting if row.message.text] == ["!ende"]
    assert [row.message.reply_to for row in waiting] == [first, None]


async def test_a_redaction_from_another_room_withdraws_nothing(
    lotse: Lotse, hs: FakeHomeserver
) -> None:
    hs.room("!other:hs.example")
    first = hs.say("!pate Pflege")
    await lotse.heard("!pate Pflege")
    hs.send({"redacts": first}, "!other:hs.example", kind="m.room.redaction")
    hs.say("!ende")
    await hs.until(lambda: "!ende" in lotse.texts)
    waiting = await lotse.database.read(inbox.unfinished)
    assert [row.message.text for row in waiting if row.message.text] == ["!pate Pflege", "!ende"]


async def test_a_clock_of_the_sender_in_the_future_counts_as_now(
    lotse: Lotse, hs: FakeHomeserver
) -> None:
    ahead = int((lotse.now() + timedelta(days=9)).timestamp() * 1000)
    for stamp in (ahead, -5, "text", 10**30):
        hs.send({"msgtype": "m.text", "body": "!hilfe"}, origin_server_ts=stamp)
    await hs.until(lambda: len(lotse.taken) == 4)
    assert all(abs(lotse.now() - r.message.sent_at) < timedelta(minutes=1) for r in lotse.taken)


def edit(event_id: str, text: str) -> dict[str, object]:
    return {
        "msgtype": "m.text",
        "body": f"* {text}",
        "m.new_content": {"msgtype": "m.text", "body": text},
        "m.relates_to": {"rel_type": "m.replace", "event_id": event_id},
    }
