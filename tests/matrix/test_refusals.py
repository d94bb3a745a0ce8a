"""What one process was asked to wait, the next one waits."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from bot.matrix.sending.refusals import Refusals
from bot.storage.database import Database
from bot.storage.migrate import migrate
from bot.storage.sqlite import Sqlite
from tests.matrix.fake_homeserver import FakeHomeserver, Fault
from tests.matrix.lotse import Lotse, say

NOW = datetime(2026, 11, 23, 9, tzinfo=UTC)
UP = timedelta(days=3)
DAY = 86_400.0


@dataclass
class Clocks:
    """A machine's, moved by hand."""

    wall: datetime = NOW
    running: timedelta = UP

    def now(self) -> datetime:
        return self.wall

    def boot(self) -> timedelta:
        return self.running


@pytest.fixture
async def database(tmp_path: Path) -> AsyncIterator[Database]:
    one = Database(Sqlite(tmp_path / "lotse.db"), linger=0.01)
    await one.open()
    await migrate(one)
    yield one
    await one.close()


@pytest.mark.parametrize(
    ("running", "wall", "left"),
    [
        pytest.param(20, 20, 40, id="a moment later"),
        pytest.param(61, 61, 0, id="when it is over"),
        pytest.param(20, -DAY, 40, id="the clock was set back"),
        pytest.param(20, DAY, 40, id="the clock was set ahead"),
        pytest.param(-UP.total_seconds() + 5, 20, 40, id="the machine started anew"),
        pytest.param(-UP.total_seconds() + 5, -DAY, 0, id="both: nothing tells"),
        pytest.param(0, 0, 60, id="never more than was asked"),
    ],
)
async def test_what_is_left_of_a_minute(
    database: Database, running: float, wall: float, left: float
) -> None:
    await Refusals(database, Clocks()).keep(60)
    later = Clocks(NOW + timedelta(seconds=wall), UP + timedelta(seconds=running))
    assert await Refusals(database, later).left() == pytest.approx(left)


async def test_a_longer_wait_stays_and_a_short_one_is_not_written_down(database: Database) -> None:
    refusals = Refusals(database, Clocks())
    before = await refusals.left()
    await refusals.keep(1)
    short = await refusals.left()
    await refusals.keep(60)
    await refusals.keep(30)
    assert (before, short, await refusals.left()) == (0, 0, 60)


async def test_that_it_cannot_be_stored_ends_nothing(
    database: Database, caplog: pytest.LogCaptureFixture
) -> None:
    await database.close()
    await Refusals(database, Clocks()).keep(60)
    assert "cannot note" in caplog.text


async def limited(lotse: Lotse, hs: FakeHomeserver, milliseconds: int) -> None:
    hs.faults.append(Fault("/send/", 429, body={"retry_after_ms": milliseconds}))
    await lotse.post(say("k1"))
    await hs.until(lambda: hs.statuses[429] == 1)
    await lotse.stop()


async def test_after_a_restart_nothing_leaves_too_early_and_then_all_does(
    lotse: Lotse, hs: FakeHomeserver, tmp_path: Path
) -> None:
    started = asyncio.get_running_loop().time()
    await limited(lotse, hs, 3000)
    again = Lotse(hs, tmp_path)
    await again.start()
    await again.post(say("k2"))
    await hs.until(lambda: len(hs.sent()) == 2, 30)
    assert asyncio.get_running_loop().time() - started >= 3
    assert hs.requests["send"] == 3
    await again.stop()


async def test_after_a_restart_it_waits_no_longer_than_a_quarter_of_an_hour(
    lotse: Lotse, hs: FakeHomeserver, tmp_path: Path
) -> None:
    await limited(lotse, hs, 24 * 3_600_000)
    again = Lotse(hs, tmp_path)
    await again.start()
    hs.say("!hilfe")
    await again.heard("!hilfe")
    wait = again.matrix.carrier._pace.wait()
    assert 0 < wait <= 15 * 60 * 1.03
    assert hs.requests["send"] == 1
    await again.stop()
