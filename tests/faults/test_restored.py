"""An older copy of the database is put back: nothing is said twice, and the office hears of it."""

from __future__ import annotations

import asyncio
import shutil
import sqlite3
from collections import Counter
from datetime import UTC, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from sqlalchemy import select, update

from bot.app import configured
from bot.storage import backups, epoch, outbox
from bot.storage.database import Database
from bot.storage.lock import FolderLock
from bot.storage.schema import occurrence
from bot.storage.sqlite import Sqlite
from tests.faults.life import OFFICE, ROOM, Life
from tests.matrix.fake_homeserver import ANNA, BERND, FakeHomeserver
from tests.matrix.lotse import say

NOW = datetime.now(UTC)
BERLIN = ZoneInfo("Europe/Berlin")


def put_back(life: Life, copy: Path) -> None:
    places = configured.places(life.settings)
    assert places
    lock = FolderLock(life.settings.data_dir)
    lock.take()
    backups.put_back(copy, places, datetime.now(UTC))
    lock.release()


async def copied(life: Life, folder: Path) -> Path:
    places = configured.places(life.settings)
    assert places
    copy = folder / "copy.tar.gz"
    await asyncio.to_thread(backups.pack, places, copy, datetime.now(UTC))
    return copy


async def said(hs: FakeHomeserver, room: str, times: int) -> None:
    """Wait until the bot said so much there."""
    await hs.until(lambda: len(hs.sent(room)) >= times, 30)


def doubled(hs: FakeHomeserver) -> list[str]:
    """What was said twice, by the keys of the messages."""
    keys = Counter(str(event["content"].get("org.netzwerklotse.key")) for event in hs.sent())
    return [key for key, times in keys.items() if times > 1 and key != "None"]


async def test_what_was_answered_since_is_not_answered_again_and_the_office_is_told_once(
    hs: FakeHomeserver, tmp_path: Path
) -> None:
    folder = tmp_path / "data"
    async with Life(hs, folder) as first:
        await first.heard()
        hs.say("!hilfe")
        await said(hs, ROOM, 1)
        copy = await copied(first, tmp_path)
        hs.say("!tagung", sender=BERND)
        hs.say("!raum liste", sender=ANNA, room_id=OFFICE)
        await said(hs, ROOM, 2)
        await said(hs, OFFICE, 1)
    # The homeserver has forgotten transaction ids, as after a day.
    hs.transactions.clear()
    hs.say("!netzwerk 1", sender=ANNA)
    put_back(first, copy)
    async with Life(hs, folder) as second:
        (told,) = await second.told("früheren Stand", OFFICE)
        # What came while it was away is answered.
        await said(hs, ROOM, 3)
        await asyncio.sleep(0.5)
    assert BERND in told["content"]["body"]
    assert f"{ANNA} (eine Nachricht)" in told["content"]["body"]
    assert doubled(hs) == []
    assert len(hs.sent(ROOM)) == 3
    async with Life(hs, folder):
        hs.say("!netzwerk 2")
        await said(hs, ROOM, 4)
    assert len([e for e in hs.sent(OFFICE) if "früheren Stand" in e["content"]["body"]]) == 1
    assert doubled(hs) == []


async def test_what_waited_when_the_copy_was_made_and_was_sent_since_is_not_sent_again(
    hs: FakeHomeserver, tmp_path: Path
) -> None:
    folder = tmp_path / "data"
    async with Life(hs, folder) as first:
        await first.heard()
        rows = [say("p-one", ROOM), say("p-two", ROOM)]
        stored = await first.database.write(lambda tx: outbox.add(tx, rows, NOW))
        copy = await copied(first, tmp_path)
        first.bot.matrix.carrier.carry(stored[:1])
        await hs.until(lambda: len(hs.sent(ROOM)) == 1)
    hs.transactions.clear()
    put_back(first, copy)
    async with Life(hs, folder) as second:
        await hs.until(lambda: len(hs.sent(ROOM)) >= 2, 20)
        await asyncio.sleep(0.3)
        waiting = second.bot.matrix.health().waiting
    assert doubled(hs) == []
    assert waiting == 0


async def due_in(life: Life, seconds: int, late_limit: int) -> None:
    """An announcement that is due then, and may be so late."""
    at = (datetime.now(UTC) + timedelta(seconds=seconds)).replace(microsecond=0)
    local = at.astimezone(BERLIN).replace(tzinfo=None)
    soon = datetime.now(BERLIN) + timedelta(minutes=30)
    life.hs.say(f"!ansage neu {soon:%d.%m.%Y %H:%M}: Bitte alle melden", OFFICE, ANNA)
    await said(life.hs, OFFICE, 1)
    life.hs.say("!ja", OFFICE, ANNA)
    await life.told("ist gesetzt", OFFICE)
    changes = {
        "due_utc": at,
        "due_local": local.isoformat(),
        "late_limit": late_limit,
        "not_after": at + timedelta(hours=1),
    }
    await life.database.write(lambda tx: tx.execute(update(occurrence).values(**changes)))


async def announced(life: Life) -> None:
    """Look now for what is due."""
    await life.bot._tick(next(job for job in life.bot.core.jobs if job.name == "announce"))


@pytest.mark.parametrize("late_limit", [3600, 0])
async def test_an_announcement_that_was_posted_since_is_neither_posted_again_nor_called_skipped(
    hs: FakeHomeserver, tmp_path: Path, late_limit: int
) -> None:
    folder = tmp_path / "data"
    async with Life(hs, folder) as first:
        await first.heard()
        await due_in(first, 2, 3600)
        copy = await copied(first, tmp_path)
        await asyncio.sleep(2)
        await announced(first)
        await first.told("Bitte alle melden")
    hs.transactions.clear()
    heard = len(hs.sent(OFFICE))
    put_back(first, copy)
    with sqlite3.connect(folder / "lotse.db") as stored:
        stored.execute("UPDATE occurrence SET late_limit = ?", (late_limit,))
    stored.close()
    async with Life(hs, folder) as second:
        await second.told("früheren Stand", OFFICE)
        await hs.until(lambda: not second.bot.matrix.recalling.pending)
        await announced(second)
        await hs.until(lambda: second.bot.matrix.health().waiting == 0, 20)
        states = await second.database.read(lambda tx: list(tx.scalars(select(occurrence.c.state))))
    assert states == ["enqueued"]
    assert doubled(hs) == []
    assert len([e for e in hs.sent(ROOM) if "alle melden" in str(e["content"])]) == 1
    assert len(hs.sent(OFFICE)) == heard + 1


async def test_a_restart_and_a_backup_are_no_return_to_an_older_copy(
    hs: FakeHomeserver, tmp_path: Path
) -> None:
    for _ in range(3):
        async with Life(hs, tmp_path) as life:
            await copied(life, tmp_path)
            (tmp_path / "copy.tar.gz").unlink()
            assert await life.database.read(epoch.doubt) is None


async def test_a_database_copied_by_other_means_is_known_by_its_epoch(
    hs: FakeHomeserver, tmp_path: Path
) -> None:
    folder, aside = tmp_path / "data", tmp_path / "aside.db"
    async with Life(hs, folder):
        pass
    shutil.copy(folder / "lotse.db", aside)
    async with Life(hs, folder):
        pass
    shutil.copy(aside, folder / "lotse.db")
    async with Life(hs, folder) as third:
        assert await third.database.read(epoch.doubt) is not None


async def test_the_doubt_ends_after_a_day_of_running(hs: FakeHomeserver, tmp_path: Path) -> None:
    async with Life(hs, tmp_path) as first:
        await first.heard()
        await epoch.declare_old(first.database)
    assert await begun(tmp_path, NOW) is not None
    assert await begun(tmp_path, NOW + timedelta(days=30)) is not None
    async with Life(hs, tmp_path) as second:
        await hs.until(lambda: second.bot.matrix.recalling.pending)
        hs.say("!hilfe")
        await hs.until(lambda: not second.bot.matrix.recalling.pending)
    assert await begun(tmp_path, NOW + timedelta(hours=1)) is not None
    assert await begun(tmp_path, NOW + timedelta(days=60)) is None


async def begun(folder: Path, now: datetime) -> epoch.Doubt | None:
    database = Database(Sqlite(folder / "lotse.db"))
    await database.open()
    try:
        return await epoch.begin(database, folder / "lotse.epoch", now)
    finally:
        await database.close()
