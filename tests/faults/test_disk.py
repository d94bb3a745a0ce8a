"""A full, read-only or broken disk: no half state, and the bot goes on by itself where it can."""

from __future__ import annotations

import asyncio
import os
import random
import shutil
import sqlite3
import subprocess
from collections.abc import Iterator
from contextlib import closing, contextmanager
from functools import partial
from pathlib import Path
from typing import Any

import aiosqlite
import pytest

from bot.app.watching import Watching
from bot.domain.dialogue.message import Message
from bot.domain.journal import InboxKind, Incoming
from bot.storage import inbox, markers, mounts
from bot.storage.database import Database, StorageFault
from bot.storage.faults import DiskFault
from bot.storage.sqlite import Sqlite
from tests.commands.conftest import PEOPLE, Collector, SettableClock, build
from tests.faults.life import OFFICE, ROOM, Life
from tests.matrix.fake_homeserver import FakeHomeserver, until

SEED = 20261128


class Filling(sqlite3.Connection):
    """SQLite on a disk without room: the database cannot grow by a single page."""

    full = False

    def execute(self, *statement: Any) -> sqlite3.Cursor:
        limit = "PRAGMA max_page_count = " + ("1" if Filling.full else "1073741823")
        super().execute(limit)
        return super().execute(*statement)


@contextmanager
def small_disk(folder: Path, size: str) -> Iterator[Path]:
    """A file system of that size; only root can make one."""
    folder.mkdir()
    made = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", f"size={size}", "lotse", str(folder)],
        check=False,
        capture_output=True,
    )
    if made.returncode:
        pytest.skip("a small file system cannot be mounted here")
    try:
        yield folder
    finally:
        subprocess.run(["umount", "-l", str(folder)], check=True)


def remount(folder: Path) -> None:
    subprocess.run(["mount", "-o", "remount,ro", str(folder)], check=True)


def fill(folder: Path) -> None:
    """Leave not a single byte."""
    with (folder / "filler").open("ab", buffering=0) as file:
        for size in (2**16, 2**12, 1):
            try:
                while file.write(b"\0" * size) == size:
                    pass
            except OSError:
                continue


def command(number: int, text: str, clock: SettableClock) -> Incoming:
    message = Message(
        event_id=f"$m{number}",
        room_id=f"!room{number % 7}:demo",
        sender=PEOPLE["buero"],
        text=text,
        sent_at=clock.now(),
    )
    return Incoming(
        event_id=message.event_id, room_id=message.room_id, kind=InboxKind.COMMAND, message=message
    )


async def insist(database: Database, events: list[Incoming], clock: SettableClock) -> Any:
    """Store a batch, as the sync loop does: again and again."""
    while True:
        try:
            return await database.write(lambda tx: inbox.add(tx, events, clock.now()))
        except StorageFault:
            await asyncio.sleep(0.005)


@pytest.mark.e2e
async def test_a_hundred_times_full_at_random_moments_nothing_is_lost_doubled_or_damaged(
    migrated: Path, tmp_path: Path
) -> None:
    with small_disk(tmp_path / "disk", "5m") as disk:
        path = Path(shutil.copy(migrated, disk / "lotse.db"))
        clock, out, chance = SettableClock(), Collector(), random.Random(SEED)
        database = Database(Sqlite(path), linger=0.001)
        await database.open()
        try:
            core = await build(database, clock, out)
            over, faults = asyncio.Event(), 0

            async def trouble() -> None:
                nonlocal faults
                for _ in range(100):
                    await asyncio.sleep(chance.uniform(0, 0.05))
                    fill(disk)
                    await asyncio.sleep(chance.uniform(0, 0.05))
                    faults += database.fails.is_set()
                    database.fails.clear()
                    (disk / "filler").unlink()
                over.set()

            troubling = asyncio.create_task(trouble())
            number = 0
            async with asyncio.timeout(200):
                while not over.is_set():
                    number += 1
                    text = f"!rolle koordination @p{number % 5}:demo FKB OWL"
                    rows = await insist(database, [command(number, text, clock)], clock)
                    core.dispatcher.take(rows)
                    await asyncio.sleep(0.01)
                await troubling
            await core.dispatcher.drain(60)
            answers = [row.key for row in out.rows if row.key.startswith("r-")]
            left = await database.read(inbox.unfinished)
        finally:
            await database.close()
        with closing(sqlite3.connect(path)) as stored:
            sound = stored.execute("PRAGMA integrity_check").fetchone()
            kept = stored.execute("SELECT count(*) FROM outbox WHERE key LIKE 'r-%'").fetchone()[0]
    assert sound == ("ok",)
    assert left == ()
    assert sorted(set(answers)) == sorted(f"r-$m{n}" for n in range(1, number + 1))
    assert kept == number
    assert faults >= 5, "the disk was never full when it mattered"


async def test_full_at_any_write_that_write_leaves_nothing_and_the_next_one_works(
    migrated: Path, tmp_path: Path
) -> None:
    path = Path(shutil.copy(migrated, tmp_path))
    database = Database(Sqlite(path, partial(aiosqlite.connect, factory=Filling)))
    await database.open()
    try:
        Filling.full = True
        with pytest.raises(StorageFault):
            await database.write(_much)
        assert database.fails.is_set()
        Filling.full = False
        assert await database.read(lambda tx: markers.get(tx, "m-0")) is None
        await database.write(_much)
        assert await database.read(lambda tx: markers.get(tx, "m-0")) is not None
    finally:
        Filling.full = False
        await database.close()


def _much(tx: Any) -> None:
    for number in range(200):
        markers.put(tx, f"m-{number}", "x" * 500)


@pytest.mark.e2e
async def test_while_the_disk_is_full_it_is_unready_tells_the_office_and_then_goes_on(
    hs: FakeHomeserver, tmp_path: Path
) -> None:
    with small_disk(tmp_path / "disk", "4m") as disk:
        async with Life(hs, disk) as life:
            life.bot._watching._grace = life.bot._watching._pause = 0.2
            await life.heard()
            fill(disk)
            for _ in range(200):
                hs.say("!hilfe")
            (told,) = await life.told("nichts mehr speichern", OFFICE)
            report = life.bot._report()
            assert not report.ready
            assert not report.parts["storage"]
            before = len(hs.sent(ROOM))
            (disk / "filler").unlink()
            await hs.until(lambda: life.bot._report().parts["storage"], 60)
            hs.say("!tagung")
            await hs.until(lambda: len(hs.sent(ROOM)) > before, 90)
    assert [e for e in hs.sent(OFFICE) if "speichern" in e["content"]["body"]] == [told]


async def test_an_io_error_while_it_runs_ends_it_with_the_disks_own_fault(
    hs: FakeHomeserver, tmp_path: Path
) -> None:
    async with Life(hs, tmp_path) as life:
        await life.heard()
        fault = sqlite3.OperationalError("disk I/O error")
        fault.sqlite_errorcode = sqlite3.SQLITE_IOERR_WRITE
        life.database._blamed(fault)
        with pytest.raises(DiskFault, match="read or written"):
            await life.running


async def test_a_word_to_the_office_is_said_once_and_a_passing_fault_not_at_all(
    migrated: Path, tmp_path: Path
) -> None:
    path = Path(shutil.copy(migrated, tmp_path))
    database = Database(Sqlite(path, partial(aiosqlite.connect, factory=Filling)))
    await database.open()
    clock, said = SettableClock(), []

    async def tell(since: Any) -> None:
        said.append(since)

    watching = Watching(database, tell, clock.now, grace=0.05, pause=0.05)
    running = asyncio.create_task(watching.run())
    try:
        database.fails.set()
        assert not watching.well
        await until(lambda: watching.well)
        assert said == []
    finally:
        running.cancel()
        await asyncio.gather(running, return_exceptions=True)
        await database.close()


@pytest.mark.skipif(os.getuid() != 0, reason="only root can mount")
async def test_a_read_only_disk_ends_the_start(migrated: Path, tmp_path: Path) -> None:
    with small_disk(tmp_path / "disk", "4m") as disk:
        shutil.copy(migrated, disk / "lotse.db")
        remount(disk)
        engine = Sqlite(disk / "lotse.db")
        try:
            with pytest.raises(DiskFault, match=r"read-only|opened"):
                await engine.open()
        finally:
            await engine.close()


def test_a_network_file_system_is_told_from_a_disk(tmp_path: Path) -> None:
    mounts_file = tmp_path / "mounts"
    mounts_file.write_text(
        "/dev/sda1 / ext4 rw 0 0\n"
        f"server:/export {str(tmp_path).replace(' ', chr(92) + '040')} nfs4 rw 0 0\n"
        f"/dev/sdb1 {tmp_path}/local xfs rw 0 0\n"
    )
    assert mounts.network(tmp_path / "data", mounts_file) == "nfs4"
    assert mounts.network(tmp_path / "local" / "data", mounts_file) is None
    assert mounts.network(Path("/var"), mounts_file) is None
    assert mounts.network(tmp_path, tmp_path / "none") is None
