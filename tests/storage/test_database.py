"""One door to the database: each work whole or not at all, many in one commit."""

import asyncio
import re
import sqlite3
import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path

import aiosqlite
import pytest
from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext
from sqlalchemy import CheckConstraint, inspect

from bot.domain.journal import OutboxState, Outgoing
from bot.storage import epoch, markers, outbox, upgrading, upkeep
from bot.storage.database import Database, Transaction
from bot.storage.migrate import HEAD, NewerDatabase, create, migrate, revision
from bot.storage.schema import metadata
from bot.storage.sqlite import NotOurDatabase, Sqlite


async def test_what_was_written_is_read(database: Database) -> None:
    await database.write(lambda tx: markers.put(tx, "a", "1"))
    assert await database.read(lambda tx: markers.get(tx, "a")) == "1"


async def test_a_failing_work_undoes_itself_and_not_its_neighbours(database: Database) -> None:
    def fails(tx: Transaction) -> None:
        markers.put(tx, "lost", "x")
        raise ValueError("refused")

    works = [
        database.write(lambda tx: markers.put(tx, "before", "1")),
        database.write(fails),
        database.write(lambda tx: markers.put(tx, "after", "1")),
    ]
    outcomes = await asyncio.gather(*works, return_exceptions=True)
    stored = [
        await database.read(partial(markers.get, name=name)) for name in ("before", "lost", "after")
    ]
    assert [type(outcome) for outcome in outcomes] == [type(None), ValueError, type(None)]
    assert stored == ["1", None, "1"]


async def test_works_that_wait_share_a_commit_and_keep_their_order(database: Database) -> None:
    def append(tx: Transaction, number: int) -> None:
        markers.put(tx, "order", (markers.get(tx, "order") or "") + f"{number},")

    works = (database.write(partial(append, number=n)) for n in range(50))
    await asyncio.gather(*works)
    expected = "".join(f"{n}," for n in range(50))
    assert await database.read(lambda tx: markers.get(tx, "order")) == expected


async def test_work_without_haste_is_committed_soon_and_at_the_end(tmp_path: Path) -> None:
    path = tmp_path / "lotse.db"
    first = Database(Sqlite(path), linger=60)
    await first.open()
    await migrate(first)
    slow = asyncio.create_task(first.write(lambda tx: markers.put(tx, "late", "1"), haste=False))
    await asyncio.sleep(0)
    await first.close()
    await slow
    second = Database(Sqlite(path))
    await second.open()
    found = await second.read(lambda tx: markers.get(tx, "late"))
    await second.close()
    assert found == "1"


async def test_a_foreign_sqlite_file_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "foreign.db"
    with sqlite3.connect(path) as foreign:
        foreign.execute("create table theirs (a)")
    foreign.close()
    engine = Sqlite(path)
    with pytest.raises(NotOurDatabase):
        await engine.open()
    await engine.close()


async def test_a_newer_database_is_refused_and_left_alone(database: Database) -> None:
    def from_the_future(tx: Transaction) -> None:
        tx.exec_driver_sql("UPDATE alembic_version SET version_num = '9999'")

    await database.write(from_the_future)
    with pytest.raises(NewerDatabase):
        await migrate(database)


def test_the_newest_revision_is_the_one_that_the_start_looks_for() -> None:
    assert upgrading.head() == HEAD


@pytest.mark.parametrize("make", [create, upgrading.upgrade])
async def test_made_at_once_or_by_all_revisions_the_tables_are_as_the_code_describes_them(
    empty: Database, make: Callable[[Transaction], None]
) -> None:
    def differences(tx: Transaction) -> list[object]:
        found: list[object] = compare_metadata(MigrationContext.configure(tx), metadata)
        return found

    await empty.write(make)
    assert await empty.read(differences) == []
    assert await empty.read(revision) == HEAD
    # Alembic compares no CHECK.
    described = {
        check.name: words(str(check.sqltext))
        for table in metadata.sorted_tables
        for column in table.columns
        for check in column.constraints
        if isinstance(check, CheckConstraint)
    }
    assert await empty.read(checks) == described


def checks(tx: Transaction) -> dict[str | None, set[str]]:
    """What the database itself allows, by the name of the CHECK."""
    found = inspect(tx)
    return {
        check["name"]: words(check["sqltext"])
        for table in metadata.tables
        for check in found.get_check_constraints(table)
    }


def words(check: str) -> set[str]:
    return set(re.findall(r"'([^']+)'", check))


async def test_sqlite_is_told_to_be_durable_and_to_distrust_its_file(tmp_path: Path) -> None:
    sqlite = Sqlite(tmp_path / "lotse.db")
    await sqlite.open()

    def look(tx: Transaction) -> dict[str, object]:
        names = "journal_mode synchronous foreign_keys busy_timeout trusted_schema"
        names += " cell_size_check journal_size_limit application_id"
        return {name: tx.exec_driver_sql(f"PRAGMA {name}").scalar() for name in names.split()}

    try:
        for found in (await sqlite.read(look), await sqlite.write(look)):
            assert found == {
                "journal_mode": "wal",
                "synchronous": 2,
                "foreign_keys": 1,
                "busy_timeout": 5000,
                "trusted_schema": 0,
                "cell_size_check": 1,
                "journal_size_limit": 64 * 2**20,
                "application_id": 0x4C6F7473,
            }
    finally:
        await sqlite.close()


async def test_its_connections_go_one_after_the_other_and_leave_one_file(tmp_path: Path) -> None:
    path = tmp_path / "lotse.db"
    going: list[sqlite3.Connection] = []
    most = 0

    class Slow(sqlite3.Connection):
        def close(self) -> None:
            nonlocal most
            going.append(self)
            time.sleep(0.05)  # a moment in which the other one would be seen to go too
            most = max(most, len(going))
            super().close()
            going.remove(self)

    engine = Sqlite(path, partial(aiosqlite.connect, factory=Slow))
    await engine.open()
    await engine.write(lambda tx: tx.exec_driver_sql("CREATE TABLE one (a)"))
    await engine.close()
    assert most == 1
    assert names(tmp_path) == [path.name]


def names(folder: Path) -> list[str]:
    return [file.name for file in folder.iterdir()]


async def test_the_daily_upkeep_works_on_both(database: Database) -> None:
    await database.write(upkeep.optimise)


async def test_what_waits_in_an_old_copy_counts_as_perhaps_sent_for_good(
    database: Database,
) -> None:
    now = datetime(2026, 11, 28, 7, tzinfo=UTC)
    effect = Outgoing(key="k", target="!r:x", content={}, cause="k")
    await database.write(lambda tx: outbox.add(tx, [effect], now))
    assert await epoch.begin(database, None, now) is None
    (row,) = await database.read(outbox.unfinished)
    assert row.state is OutboxState.NEW
    await epoch.declare_old(database)
    assert await epoch.begin(database, None, now + timedelta(days=3)) is not None
    (row,) = await database.read(outbox.unfinished)
    assert (row.state, row.device_id) == (OutboxState.SENDING, None)
    assert row.first_attempt_at == now
