"""Backups: consistent while others write, proven before they count, put back whole or not at all."""

import os
import random
import shutil
import sqlite3
import stat
import subprocess
import sys
import tarfile
import threading
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as some

from bot.storage import backups
from bot.storage.backups import BadBackup, KeepRules, Places

NOW = datetime(2026, 11, 28, 7, 0, tzinfo=UTC)


@pytest.fixture
def places(migrated: Path, tmp_path: Path) -> Places:
    """A data directory as it is after a while: database, login and keys."""
    folder = tmp_path / "data"
    (folder / "crypto").mkdir(parents=True)
    (folder / "lotse.db").write_bytes(migrated.read_bytes())
    (folder / "lotse.lock").write_text("pid 1")
    (folder / "lotse.epoch").write_text("now")
    (folder / "session.json").write_text('{"device_id": "OLD"}')
    with closing(sqlite3.connect(folder / "crypto" / "keys.db")) as keys, keys:
        keys.execute("CREATE TABLE session (id)")
        keys.execute("INSERT INTO session VALUES ('old')")
    return Places(folder / "lotse.db", folder, folder / "backups")


def remember(places: Places, value: str) -> None:
    with closing(sqlite3.connect(places.database)) as database, database:
        database.execute("INSERT OR REPLACE INTO marker VALUES ('test', ?)", (value,))


def remembered(places: Places) -> str:
    with closing(sqlite3.connect(places.database)) as database:
        found = database.execute("SELECT value FROM marker WHERE name = 'test'").fetchone()
    return str(found[0])


def made(places: Places, moment: datetime = NOW) -> Path:
    file = places.backups / backups.name(moment)
    backups.pack(places, file, moment)
    return file


def test_a_backup_brings_back_the_database_and_what_it_replaced_can_be_brought_back(
    places: Places,
) -> None:
    remember(places, "before")
    file = made(places)
    remember(places, "after")
    done = backups.put_back(file, places, NOW)
    assert remembered(places) == "before"
    backups.put_back(done.aside, places, NOW + timedelta(seconds=1))
    assert remembered(places) == "after"


def test_login_and_keys_stay_because_they_are_newer_unless_they_are_asked_for_or_gone(
    places: Places,
) -> None:
    login = places.folder / "session.json"
    file = made(places)
    login.write_text("new")
    backups.put_back(file, places, NOW)
    assert login.read_text() == "new"
    backups.put_back(file, places, NOW + timedelta(seconds=1), everything=True)
    assert "OLD" in login.read_text()
    assert (places.folder / "before-restore-20261128T070001Z" / "session.json").read_text() == "new"
    login.unlink()
    backups.put_back(file, places, NOW + timedelta(seconds=2))
    assert "OLD" in login.read_text()


def test_the_key_store_stays_as_it_is_and_comes_back_from_nowhere(places: Places) -> None:
    keys = places.folder / "crypto" / "keys.db"
    file = made(places)
    keys.write_text("newer")
    backups.put_back(file, places, NOW, everything=True)
    assert keys.read_text() == "newer"
    shutil.rmtree(places.folder / "crypto")
    backups.put_back(_with_keys(file), places, NOW + timedelta(seconds=1), everything=True)
    assert not (places.folder / "crypto").exists()


def _with_keys(file: Path) -> Path:
    """The same backup as an earlier release made it."""
    folder, old = file.parent / "unpacked", file.with_name("old.tar.gz")
    with tarfile.open(file) as archive:
        archive.extractall(folder, filter="data")
    (folder / "crypto").mkdir()
    (folder / "crypto" / "keys.db").write_text("older")
    with tarfile.open(old, "w:gz") as archive:
        for path in sorted(folder.rglob("*")):
            if path.is_file():
                archive.add(path, str(path.relative_to(folder)))
    return old


def test_nobody_else_can_read_it_and_nothing_else_is_in_it(places: Places) -> None:
    file = made(places)
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert stat.S_IMODE(places.backups.stat().st_mode) == 0o700
    with tarfile.open(file) as archive:
        assert sorted(archive.getnames()) == ["lotse.db", "session.json"]
    assert [path.name for path in places.backups.iterdir()] == [file.name]


def test_it_is_consistent_while_another_connection_writes(places: Places) -> None:
    with closing(sqlite3.connect(places.database)) as database, database:
        database.execute("PRAGMA journal_mode = WAL")
        database.executemany(
            "INSERT INTO marker VALUES (?, '0')", [(f"pair-{side}",) for side in "ab"]
        )
    over = threading.Event()

    def write() -> None:
        with closing(sqlite3.connect(places.database, timeout=30)) as database:
            while not over.is_set():
                with database:
                    database.execute("UPDATE marker SET value = value + 1 WHERE name LIKE 'pair-%'")

    writer = threading.Thread(target=write)
    writer.start()
    try:
        files = [made(places, NOW + timedelta(seconds=n)) for n in range(5)]
    finally:
        over.set()
        writer.join()
    for number, file in enumerate(files):
        backups.put_back(file, places, NOW + timedelta(minutes=number))
        with closing(sqlite3.connect(places.database)) as database:
            found = database.execute("SELECT value FROM marker WHERE name LIKE 'pair-%'").fetchall()
        assert len(set(found)) == 1


@pytest.mark.parametrize("place", [0.02, 0.5, 0.9])
def test_a_damaged_backup_is_told_from_a_good_one_and_changes_nothing(
    places: Places, place: float
) -> None:
    remember(places, "here")
    good, bad = made(places), made(places, NOW + timedelta(hours=1))
    damaged = bytearray(bad.read_bytes())
    at = int(len(damaged) * place)
    damaged[at : at + 64] = os.urandom(64)
    bad.write_bytes(damaged)
    with pytest.raises(BadBackup):
        backups.verify(bad)
    with pytest.raises(BadBackup):
        backups.put_back(bad, places, NOW)
    assert remembered(places) == "here"
    assert backups.newest_good(places.backups) == good
    assert not list(places.folder.glob("*restor*"))


def test_however_a_backup_is_damaged_it_is_told_to_be(places: Places) -> None:
    whole = made(places).read_bytes()
    damaged = places.backups / "damaged.tar.gz"
    dice = random.Random(1)
    for _ in range(60):
        at = dice.randrange(12, len(whole) - 64)
        damaged.write_bytes(whole[:at] + dice.randbytes(64) + whole[at + 64 :])
        with pytest.raises(BadBackup):
            backups.verify(damaged)


def test_a_backup_of_a_newer_release_or_another_program_is_refused(places: Places) -> None:
    with closing(sqlite3.connect(places.database)) as database, database:
        database.execute("UPDATE alembic_version SET version_num = '9999'")
    with pytest.raises(BadBackup, match="newer release"):
        made(places)
    with closing(sqlite3.connect(places.database)) as database, database:
        database.execute("PRAGMA application_id = 7")
    with pytest.raises(BadBackup, match="another program"):
        made(places)
    assert list(places.backups.iterdir()) == []


KILLED = """
import os, signal, sys
from datetime import UTC, datetime
from pathlib import Path
from bot.storage import backups
from bot.storage.backups import Places

folder, file, steps = Path(sys.argv[1]), Path(sys.argv[2]), int(sys.argv[3])

def dies(self, target):
    global steps
    steps -= 1
    if steps < 0:
        os.kill(os.getpid(), signal.SIGKILL)
    return renames(self, target)

renames, Path.rename = Path.rename, dies
places = Places(folder / "lotse.db", folder, folder / "backups")
backups.put_back(file, places, datetime(2026, 11, 28, 8, tzinfo=UTC), everything=True)
"""


@pytest.mark.parametrize("steps", range(10))
def test_killed_before_any_step_it_is_the_old_state_or_finished_by_the_next_start(
    places: Places, steps: int
) -> None:
    remember(places, "before")
    file = made(places)
    remember(places, "after")
    (places.folder / "session.json").write_text("new")
    done = subprocess.run(
        [sys.executable, "-c", KILLED, str(places.folder), str(file), str(steps)],
        check=False,
        cwd=Path(__file__).parents[2],
    )
    assert done.returncode in (0, -9)
    backups.finish(places)
    login = (places.folder / "session.json").read_text()
    assert (remembered(places), "OLD" in login) in (("before", True), ("after", False))
    assert (places.folder / "crypto" / "keys.db").exists()
    assert not [*places.folder.glob("restor*")]
    if remembered(places) == "before":
        aside = places.folder / "before-restore-20261128T080000Z"
        backups.put_back(aside, places, NOW, everything=True)
        assert remembered(places) == "after"


MOMENTS = some.lists(
    some.datetimes(datetime(2026, 1, 1), datetime(2027, 12, 31)).map(  # noqa: DTZ001 -- see below
        lambda moment: moment.replace(tzinfo=UTC)
    ),
    min_size=1,
    max_size=60,
)


@given(MOMENTS, some.integers(1, 10), some.integers(0, 6))
def test_the_newest_of_each_day_and_week_stays(
    moments: list[datetime], daily: int, weekly: int
) -> None:
    gone = backups.superfluous(moments, KeepRules(daily, weekly))
    kept = set(moments) - gone
    assert max(moments) in kept
    assert len(kept) <= daily + weekly
    days = sorted({moment.date() for moment in moments}, reverse=True)[:daily]
    for day in days:
        assert max(m for m in moments if m.date() == day) in kept
    weeks = sorted({m.isocalendar()[:2] for m in moments}, reverse=True)[:weekly]
    for week in weeks:
        assert max(m for m in moments if m.isocalendar()[:2] == week) in kept


def test_a_daily_backup_of_a_quarter_leaves_seven_days_and_four_weeks() -> None:
    moments = [NOW - timedelta(days=n) for n in range(90)]
    kept = sorted(set(moments) - backups.superfluous(moments, KeepRules()), reverse=True)
    assert [(NOW - moment).days for moment in kept] == [0, 1, 2, 3, 4, 5, 6, 13, 20]
