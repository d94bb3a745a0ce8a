"""What the bot does while it cannot be sure: asks, waits, or leaves it, but says nothing wrong."""

from __future__ import annotations

import time
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import TypeVar

from bot.domain.journal import OutboxState
from bot.matrix.door.patience import Backoff
from bot.matrix.sending.marks import Marks
from bot.storage import outbox
from bot.storage.database import Database, Transaction
from bot.storage.migrate import migrate
from bot.storage.sqlite import Sqlite
from tests.matrix.fake_homeserver import FakeHomeserver, Fault, until
from tests.matrix.lotse import Lotse, say

T = TypeVar("T")
ROOM = "!room:hs.example"
SECRET = {"algorithm": "m.megolm.v1.aes-sha2"}


async def settled(lotse: Lotse, key: str) -> OutboxState:
    """What became of a row, once it is no longer on its way."""
    await until(lambda: not lotse.matrix.carrier._trail.is_open(key))
    return await state_of(lotse.database, key)


async def state_of(database: Database, key: str) -> OutboxState:
    def work(tx: Transaction) -> OutboxState:
        return next(row.state for row in outbox.by_cause(tx, key) if row.key == key)

    return await database.read(work)


async def deafen(lotse: Lotse, hs: FakeHomeserver) -> None:
    """/sync fails from now on, and the bot noticed."""
    hs.faults.append(Fault("/sync", 502, times=-1))
    hs.say("Guten Morgen")
    await hs.until(lambda: hs.statuses[502] >= 2)


async def test_what_was_left_over_does_not_leave_before_encryption_could_be_heard_of(
    lotse: Lotse, hs: FakeHomeserver, tmp_path: Path
) -> None:
    await lotse.database.write(lambda tx: outbox.add(tx, [say("k1")], lotse.now()))
    await lotse.kill()
    hs.state(ROOM, "m.room.encryption", SECRET)
    hs.faults.append(Fault("/sync", "hang", times=-1))
    again = Lotse(hs, tmp_path)
    await again.start()
    assert OutboxState.DEAD is await settled(again, "k1")
    assert [e for e in hs.sent(ROOM) if e["type"] == "m.room.message"] == []


async def test_while_sync_fails_a_known_room_is_asked_each_time_whether_it_is_encrypted(
    lotse: Lotse, hs: FakeHomeserver
) -> None:
    await deafen(lotse, hs)
    await lotse.post(say("k1"))
    assert OutboxState.SENT is await told(lotse, "k1")
    hs.state(ROOM, "m.room.encryption", SECRET)
    # An emptied setting does not switch encryption off.
    hs.state(ROOM, "m.room.encryption", {})
    await lotse.post(say("k2"))
    assert OutboxState.DEAD is await settled(lotse, "k2")
    assert len([e for e in hs.sent(ROOM) if e["type"] == "m.room.message"]) == 1


async def told(lotse: Lotse, key: str) -> OutboxState:
    await until(lambda: not lotse.matrix.carrier._trail.is_open(key))
    await lotse.matrix.carrier._marks.close()
    return await state_of(lotse.database, key)


async def test_while_sync_works_a_known_room_is_not_asked(lotse: Lotse, hs: FakeHomeserver) -> None:
    hs.faults.append(Fault("/sync", 502))
    hs.say("!eins")
    await lotse.heard("!eins")
    await hs.until(lambda: not hs.faults)
    hs.say("!zwei")
    await lotse.heard("!eins", "!zwei")
    await until(lambda: lotse.matrix._rooms.current)
    asked = hs.requests["state"]
    await lotse.post(say("k1"))
    assert OutboxState.SENT is await told(lotse, "k1")
    assert asked == hs.requests["state"]


async def doubtful(hs: FakeHomeserver, lotse: Lotse, folder: Path) -> Lotse:
    """A second run, which cannot read in the room whether its row was sent by the first."""
    hs.shows_ours = False
    hs.faults.append(Fault("/send/", "hang", stored=True))
    await lotse.post(say("k1"))
    await hs.until(lambda: len(hs.sent()) == 1)
    hs.tokens.clear()
    hs.soft = True
    await lotse.kill()
    hs.faults.append(Fault("/messages", "cut", times=-1))
    again = Lotse(hs, folder)
    await again.open()
    again.matrix.carrier._pace._outage = Backoff(0.01, 0.01)
    for load in again.matrix.carrier.lanes:
        load.backoff = Backoff(0.01, 0.01)
    return again


async def test_a_row_of_which_nobody_can_tell_whether_it_was_sent_does_not_block_its_lane(
    lotse: Lotse, hs: FakeHomeserver, tmp_path: Path
) -> None:
    again = await doubtful(hs, lotse, tmp_path)
    again.begin()
    assert OutboxState.DEAD is await settled(again, "k1")
    await again.post(say("k2", body="zwei"))
    assert OutboxState.SENT is await told(again, "k2")


async def test_a_homeserver_that_fails_at_everything_is_waited_for(
    lotse: Lotse, hs: FakeHomeserver, tmp_path: Path
) -> None:
    again = await doubtful(hs, lotse, tmp_path)
    hs.faults.append(Fault("/whoami", 502, times=-1))
    again.begin()
    await hs.until(lambda: hs.requests["messages"] > 60)
    assert again.matrix.health().waiting == 1


class Torn(Sqlite):
    """A database whose next commit fails after the work was done."""

    fails = False

    async def write(self, work: Callable[[Transaction], T]) -> T:
        def torn(tx: Transaction) -> T:
            done = work(tx)
            if self.fails:
                self.fails = False
                raise OSError("no space left")
            return done

        return await super().write(torn)


async def test_what_was_sent_is_noted_even_if_the_first_commit_fails(tmp_path: Path) -> None:
    engine = Torn(tmp_path / "lotse.db")
    database = Database(engine, linger=0.01)
    await database.open()
    await migrate(database)
    now = datetime.now(UTC)
    marks = Marks(database, lambda: now)
    (row,) = await database.write(lambda tx: outbox.add(tx, [say("k1")], now))
    await marks.sending(row.seq, "DEVICE1")
    engine.fails = True
    marks.sent(row.seq, "$sent")
    await marks.close()
    assert OutboxState.SENT is await state_of(database, "k1")
    await database.close()


async def test_the_homeservers_time_comes_with_that_of_a_clock_which_nobody_sets(
    lotse: Lotse, hs: FakeHomeserver
) -> None:
    before = time.clock_gettime(time.CLOCK_BOOTTIME)
    hs.say("!eins")
    await lotse.heard("!eins")
    boot = lotse.matrix.health().server_boot
    assert boot is not None
    assert before <= boot <= time.clock_gettime(time.CLOCK_BOOTTIME)
