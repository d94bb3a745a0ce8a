"""A flood fills neither the inbox nor the room, and whoever makes it is told once."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable
from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import func, select

from bot.domain.flooding import Limits, Rate
from bot.domain.journal import InboxState
from bot.storage.database import Transaction
from bot.storage.schema import inbox
from tests.matrix.fake_homeserver import ANNA, BERND, FakeHomeserver
from tests.matrix.lotse import OFFICE, Lotse

LIMITS = Limits(
    person=Rate(5, 10), room=Rate(20, 60), server=Rate(60, 180), everyone=Rate(100, 600)
)


@pytest.fixture
async def lotse(hs: FakeHomeserver, tmp_path: Path) -> AsyncIterator[Lotse]:
    hs.room()
    hs.room(OFFICE)
    one = Lotse(hs, tmp_path, limits=LIMITS)
    await one.start()
    await hs.until(lambda: one.matrix.health().last_sync is not None)
    yield one
    await one.stop()


def told(hs: FakeHomeserver, room: str | None = None) -> list[str]:
    return [event["content"]["body"] for event in hs.sent(room)]


async def test_a_thousand_commands_of_one_person_do_not_delay_the_others(
    lotse: Lotse, hs: FakeHomeserver
) -> None:
    for number in range(1000):
        hs.say(f"!flut {number}")
        if number % 100 == 50:
            hs.say(f"!frage {number}", sender=f"@mensch{number}:hs.example")
    others = [f"!frage {number}" for number in range(50, 1000, 100)]
    await hs.until(lambda: lotse.texts[-1:] == others[-1:], 20)
    flood = [text for text in lotse.texts if text.startswith("!flut")]
    assert [text for text in lotse.texts if text not in flood] == others
    assert flood[:5] == [f"!flut {number}" for number in range(5)]
    # The clock goes on while it runs: one more every six seconds.
    assert len(flood) < 15
    await hs.until(lambda: bool(told(hs)))
    assert [text.split()[0] for text in told(hs)] == ["flood-told"]


async def test_what_is_over_the_limit_leaves_its_id_and_a_reason_but_no_text(
    lotse: Lotse, hs: FakeHomeserver
) -> None:
    for number in range(8):
        hs.say(f"!flut {number}")
    await hs.until(lambda: bool(told(hs)))
    counted = await lotse.database.read(
        lambda tx: tx.execute(
            select(inbox.c.state, inbox.c.outcome, inbox.c.message, func.count())
            .where(inbox.c.outcome.is_not(None))
            .group_by(inbox.c.state, inbox.c.outcome, inbox.c.message)
        ).all()
    )
    assert [tuple(row) for row in counted] == [(InboxState.IGNORED, "too-many", None, 3)]


async def test_of_a_flood_from_a_whole_server_the_office_hears_once(
    lotse: Lotse, hs: FakeHomeserver
) -> None:
    for number in range(500):
        room = f"!raum{number % 50}:hs.example"
        if room not in hs.rooms:
            hs.room(room)
        hs.say(f"!flut {number}", room, sender=f"@bot{number}:far.example")
    hs.say("!ende", sender=BERND)
    await hs.until(lambda: "!ende" in lotse.texts, 20)
    await hs.until(lambda: len(told(hs)) >= 21, 20)
    assert 60 <= len(lotse.texts) < 75
    assert len(told(hs, OFFICE)) == 1
    assert "far.example" in told(hs, OFFICE)[0]
    assert len(told(hs)) == 21  # and twenty rooms


async def test_what_was_said_over_hours_is_no_flood_when_it_comes_at_once(
    lotse: Lotse, hs: FakeHomeserver, tmp_path: Path
) -> None:
    hs.say("!eins")
    await lotse.heard("!eins")
    await lotse.kill()
    said = [f"!satz {number}" for number in range(30)]
    for text in said:
        hs.say(text)
    for number, (_, event) in enumerate(reversed(hs.log[-30:])):
        event["origin_server_ts"] += 3_600_000 - number * 60_000
    again = Lotse(hs, tmp_path, limits=LIMITS)
    again.offset = timedelta(hours=1)
    await again.start()
    await again.heard(*said)
    await again.stop()
    assert told(hs) == []


async def test_what_was_said_in_one_room_leaves_time_for_what_was_said_in_the_next_one(
    lotse: Lotse, hs: FakeHomeserver, tmp_path: Path
) -> None:
    hs.say("!eins")
    await lotse.heard("!eins")
    await lotse.kill()
    for number in range(20):
        hs.say(f"!satz {number}", ("!room:hs.example", OFFICE)[number % 2])
    for number, (_, event) in enumerate(reversed(hs.log[-20:])):
        event["origin_server_ts"] += 3_600_000 - number * 60_000
    again = Lotse(hs, tmp_path, limits=LIMITS)
    again.offset = timedelta(hours=1)
    await again.start()
    await hs.until(lambda: len(again.taken) == 20)
    await again.stop()
    assert told(hs) == []


async def test_a_batch_that_could_not_be_stored_draws_nothing(
    lotse: Lotse, hs: FakeHomeserver, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Each try would otherwise cost the sender one more of five."""
    write, failed = lotse.database.write, 0

    async def fails(work: Callable[[Transaction], object], **more: bool) -> object:
        nonlocal failed

        def work_in_vain(tx: Transaction) -> object:
            nonlocal failed
            done = work(tx)
            if failed < 2 and isinstance(done, tuple) and done[0].rows:
                failed += 1
                raise OSError("no space left")
            return done

        return await write(work_in_vain, **more)

    monkeypatch.setattr(lotse.database, "write", fails)
    said = [f"!satz {number}" for number in range(5)]
    for text in said:
        hs.say(text)
    await lotse.heard(*said, seconds=20)
    assert failed == 2
    assert told(hs) == []


async def test_events_that_come_again_after_a_refused_token_draw_nothing(
    lotse: Lotse, hs: FakeHomeserver, tmp_path: Path
) -> None:
    said = [f"!satz {number}" for number in range(5)]
    for text in said:
        hs.say(text)
    await lotse.heard(*said)
    await lotse.kill()
    hs.say("!neu")
    hs.first_token = len(hs.log)
    again = Lotse(hs, tmp_path, limits=LIMITS)
    await again.start()
    await again.heard("!neu")
    await again.stop()
    assert told(hs) == []


async def test_withdrawing_is_never_too_much(lotse: Lotse, hs: FakeHomeserver) -> None:
    events = [hs.say(f"!satz {number}") for number in range(5)]
    await lotse.heard(*(f"!satz {number}" for number in range(5)))
    for event in events:
        hs.send({}, kind="m.room.redaction", redacts=event)
    await hs.until(lambda: len(lotse.taken) == 10)
    assert told(hs) == []


async def test_an_edit_over_the_limit_leaves_the_command_as_it_was(
    lotse: Lotse, hs: FakeHomeserver
) -> None:
    first = hs.say("!satz 0")
    for number in range(1, 5):
        hs.say(f"!satz {number}")
    change = {"rel_type": "m.replace", "event_id": first}
    new = {"msgtype": "m.text", "body": "!anders"}
    hs.send({**new, "m.relates_to": change, "m.new_content": new})
    await hs.until(lambda: bool(told(hs)))
    assert lotse.texts == [f"!satz {number}" for number in range(5)]
    assert lotse.taken[0].message.sender == ANNA
