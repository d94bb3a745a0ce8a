"""What may not leave as it stands: it stays stored, unless it has arrived already."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from bot.domain.journal import Effect, OutboxRow, OutboxState, Outgoing, Priority
from bot.storage import outbox, stale
from tests.matrix.fake_homeserver import FakeHomeserver, Fault, until
from tests.matrix.lotse import Lotse, say

SOON = timedelta(hours=1)


def post(lotse: Lotse, key: str = "k1", *, until: timedelta = SOON) -> Outgoing:
    """An announcement that says the right thing for so long."""
    said = say(key, body="eins", priority=Priority.ANNOUNCEMENT)
    return replace(said, not_after=lotse.now() + until)


async def stored(lotse: Lotse, key: str = "k1") -> OutboxRow:
    row = await lotse.database.read(lambda tx: outbox.by_key(tx, key))
    assert row is not None
    return row


async def idle(lotse: Lotse) -> None:
    """Wait until nothing is on its way any more, and that is stored."""
    await until(lambda: lotse.matrix.health().waiting == 0)
    await lotse.matrix.carrier._marks.close()


async def restarted(lotse: Lotse, hs: FakeHomeserver, folder: Path, away: timedelta) -> Lotse:
    await lotse.kill()
    again = Lotse(hs, folder)
    again.offset = away
    await again.start()
    await hs.until(lambda: again.matrix.health().last_sync is not None)
    await idle(again)
    return again


async def decided(lotse: Lotse, now: datetime) -> None:
    """As the schedule does it: the same key says something else."""
    said = replace(post(lotse), content={"msgtype": "m.text", "body": "eins, spät"})
    rows = await lotse.database.write(lambda tx: stale.reword(tx, [said], now))
    lotse.matrix.carrier.carry(rows)
    await idle(lotse)


async def test_what_waits_for_its_turn_is_looked_at_when_its_turn_comes(
    lotse: Lotse, hs: FakeHomeserver
) -> None:
    lotse.matrix.carrier._open = False
    await lotse.post(post(lotse), say("k2", body="zwei", priority=Priority.ANNOUNCEMENT))
    assert lotse.matrix.carrier.holds("k1")
    lotse.offset = timedelta(hours=2)
    asked = hs.requests["messages"]
    lotse.matrix.carrier._open = True
    lotse.matrix.carrier.hearten()
    await idle(lotse)
    assert [event["content"]["body"] for event in hs.sent()] == ["zwei"]
    assert OutboxState.NEW is (await stored(lotse)).state
    assert not lotse.matrix.carrier.holds("k1")
    assert asked == hs.requests["messages"]
    await decided(lotse, lotse.now())
    assert [event["content"]["body"] for event in hs.sent()] == ["zwei", "eins, spät"]


async def test_after_an_absence_nothing_stale_leaves_by_itself(
    lotse: Lotse, hs: FakeHomeserver, tmp_path: Path
) -> None:
    await lotse.database.write(lambda tx: outbox.add(tx, [post(lotse)], lotse.now()))
    again = await restarted(lotse, hs, tmp_path, timedelta(hours=26))
    assert hs.sent() == []
    assert [row.key for row in await again.database.read(lambda tx: stale.waiting(tx, again.now()))]
    await decided(again, again.now())
    assert [event["content"]["body"] for event in hs.sent()] == ["eins, spät"]
    await again.stop()


@pytest.mark.parametrize("remembers", [True, False])
async def test_what_had_arrived_is_found_and_never_said_anew(
    lotse: Lotse, hs: FakeHomeserver, tmp_path: Path, *, remembers: bool
) -> None:
    hs.faults.append(Fault("/send/", "hang", stored=True))
    await lotse.post(post(lotse))
    await hs.until(lambda: len(hs.sent()) == 1)
    hs.remembers = remembers
    again = await restarted(lotse, hs, tmp_path, timedelta(hours=26))
    assert [event["content"]["body"] for event in hs.sent()] == ["eins"]
    assert OutboxState.SENT is (await stored(again)).state
    await again.stop()


async def test_what_never_arrived_is_put_back_and_said_anew_under_its_key(
    lotse: Lotse, hs: FakeHomeserver, tmp_path: Path
) -> None:
    hs.faults.append(Fault("/send/", "hang", stored=False))
    await lotse.post(post(lotse))
    await hs.until(lambda: hs.requests["send"] == 1)
    again = await restarted(lotse, hs, tmp_path, timedelta(hours=26))
    row = await stored(again)
    assert hs.sent() == []
    assert (row.state, row.first_attempt_at is None) == (OutboxState.NEW, False)
    asked = hs.requests["messages"]
    await decided(again, again.now())
    assert [event["content"]["body"] for event in hs.sent()] == ["eins, spät"]
    # It was tried once, long ago: the room is asked again.
    assert hs.requests["messages"] > asked
    await again.stop()


async def test_just_after_a_try_it_is_looked_for_before_it_says_something_else(
    lotse: Lotse, hs: FakeHomeserver, tmp_path: Path
) -> None:
    hs.faults.append(Fault("/send/", "hang", stored=True))
    await lotse.post(post(lotse, until=timedelta(minutes=1)))
    await hs.until(lambda: len(hs.sent()) == 1)
    again = await restarted(lotse, hs, tmp_path, timedelta(minutes=2))
    assert OutboxState.SENT is (await stored(again)).state
    assert hs.requests["send"] == 1
    await again.stop()


async def test_what_follows_a_stale_row_waits_with_it(lotse: Lotse, hs: FakeHomeserver) -> None:
    head = post(lotse, until=timedelta(seconds=-1))
    edit = replace(say("e1", body="zwei"), effect=Effect.EDIT, after="k1")
    await lotse.database.write(lambda tx: outbox.add(tx, [head], lotse.now()))
    await lotse.post(edit)
    await idle(lotse)
    assert OutboxState.NEW is (await stored(lotse, "e1")).state
    await decided(lotse, lotse.now())
    await lotse.matrix.carrier.resume()
    await idle(lotse)
    assert [event["content"]["body"] for event in hs.sent()] == ["eins, spät", "zwei"]
