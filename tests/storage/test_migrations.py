"""From every released schema, with data, to the newest: nothing is lost, and it is as the code says."""

import re
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import AsyncIterator, Mapping, Sequence
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Inspector, MetaData, Table, inspect, text
from sqlalchemy.exc import IntegrityError

from bot.storage import backups, upgrading
from bot.storage.database import Database, Transaction
from bot.storage.migrate import HEAD, migrate
from bot.storage.schema import metadata
from bot.storage.sqlite import Sqlite

RELEASED = Path(__file__).parent / "released"
Rows = dict[str, list[dict[str, Any]]]


def words(tx: Transaction) -> dict[str, frozenset[str]]:
    """What each CHECK of the database lets through; PostgreSQL words it in its own way."""
    inspector: Inspector = inspect(tx)
    return {
        str(check["name"]): frozenset(re.findall(r"'([^']*)'", check["sqltext"]))
        for table in metadata.sorted_tables
        for check in inspector.get_check_constraints(table.name)
    }


def described() -> dict[str, frozenset[str]]:
    """The same of the code."""
    return {
        str(check.name): frozenset(re.findall(r"'([^']*)'", str(check.sqltext)))  # type: ignore[attr-defined]
        for table in metadata.sorted_tables
        for column in table.columns
        for check in column.constraints
    }


def fill(tx: Transaction, rows: int = 3) -> None:
    """Some rows in every table, with a word that its column knows wherever it knows words only."""
    found = MetaData()
    found.reflect(tx)
    for table in found.sorted_tables:
        if table.name != "alembic_version":
            for number in range(1, rows + 1):
                tx.execute(table.insert(), _row(table, number))


def _row(table: Table, number: int) -> dict[str, object]:
    allowed = {name: min(words) for name, words in described().items()}
    row: dict[str, object] = {}
    for column in table.columns:
        plain = f"{column.name}-{number}" if "TEXT" in str(column.type) else number
        row[column.name] = allowed.get(f"{table.name}_{column.name}_known", plain)
    return row


def held(tx: Transaction) -> Rows:
    found = MetaData()
    found.reflect(tx)
    return {
        table.name: [dict(row._mapping) for row in tx.execute(table.select())]
        for table in found.sorted_tables
        if table.name != "alembic_version"
    }


async def brought_up(database: Database) -> None:
    """Fill it, upgrade it, and compare."""
    await database.write(fill)
    before = await database.read(held)
    await migrate(database)
    after = await database.read(held)
    kept = {name: rows for name, rows in before.items() if name in metadata.tables}
    assert set(before) - set(kept) <= {"meeting_draft"}
    same = {name: _without_new(rows, kept[name]) for name, rows in after.items() if name in kept}
    assert same == kept
    assert await database.read(words) == described()


def _without_new(
    rows: Sequence[Mapping[str, Any]], before: Sequence[Mapping[str, Any]]
) -> list[dict[str, Any]]:
    known = set(before[0]) if before else set()
    return [{name: value for name, value in row.items() if name in known} for row in rows]


@pytest.fixture
async def released(request: pytest.FixtureRequest, tmp_path: Path) -> AsyncIterator[Database]:
    """A SQLite file exactly as that release made it."""
    file = tmp_path / "lotse.db"
    made = sqlite3.connect(file)
    made.executescript((RELEASED / f"{request.param}.sql").read_text())
    made.close()
    database = Database(Sqlite(file))
    await database.open()
    yield database
    await database.close()


@pytest.mark.parametrize("released", ["0001", "0002"], indirect=True)
async def test_a_file_of_a_released_schema_becomes_the_newest_and_loses_nothing(
    released: Database,
) -> None:
    await brought_up(released)


@pytest.mark.parametrize("revision", ["0001", "0002", "0003", "0004"])
async def test_from_every_revision_it_becomes_the_newest_and_loses_nothing(
    empty: Database, revision: str
) -> None:
    await empty.reshape(lambda tx: upgrading.upgrade(tx, revision))
    await brought_up(empty)


async def test_a_word_that_the_code_does_not_know_is_refused(database: Database) -> None:
    def strange(tx: Transaction) -> None:
        tx.execute(text("UPDATE outbox SET state = 'strange'"))

    await database.write(fill)
    with pytest.raises(IntegrityError, match="outbox_state_known"):
        await database.write(strange)


@pytest.mark.parametrize("released", ["0002"], indirect=True)
async def test_tables_stay_strict_and_never_give_a_number_twice(released: Database) -> None:
    def prepare(tx: Transaction) -> None:
        fill(tx)
        tx.execute(text("DELETE FROM offer WHERE number > 1"))

    await released.write(prepare)
    await migrate(released)

    def look(tx: Transaction) -> tuple[set[str], int]:
        lax = "SELECT name FROM pragma_table_list WHERE NOT strict AND schema = 'main'"
        columns = "network, topic, level, note, created_by, created_at"
        tx.execute(text(f"INSERT INTO offer ({columns}) VALUES (1, 'new', '1', '', '', 1)"))  # noqa: S608
        newest = tx.scalar(text("SELECT max(number) FROM offer"))
        return set(tx.scalars(text(lax))), int(newest or 0)

    lax, number = await released.write(look)
    assert lax <= {"alembic_version", "sqlite_schema", "sqlite_sequence"}
    assert number == 4


KILLED = """
import asyncio, os, signal, sys
from pathlib import Path
from bot.storage import backups, migrate, upgrading
from bot.storage.backups import Places
from bot.storage.database import Database
from bot.storage.sqlite import Sqlite
from datetime import UTC, datetime

folder, statements = Path(sys.argv[1]), int(sys.argv[2])
places = Places(folder / "lotse.db", folder, folder / "backups")
upgrade = upgrading.upgrade

def counted(tx):
    def look(statement):
        global statements
        statements -= 1
        if statements < 0:
            os.kill(os.getpid(), signal.SIGKILL)
    tx.connection.driver_connection.set_trace_callback(look)
    upgrade(tx)

async def main():
    upgrading.upgrade = counted
    database = Database(Sqlite(places.database))
    await database.open()
    async def copy():
        backups.pack(places, places.backups / backups.name(datetime.now(UTC)), datetime.now(UTC))
    await migrate.migrate(database, copy)
    await database.close()

asyncio.run(main())
"""


@pytest.mark.parametrize("statements", [0, 3, 20, 60, 120, 200])
def test_killed_in_the_middle_it_is_as_before_and_there_is_a_backup(
    tmp_path: Path, statements: int
) -> None:
    file = tmp_path / "lotse.db"
    with closing(sqlite3.connect(file)) as made:
        made.executescript((RELEASED / "0001.sql").read_text())
    killed = subprocess.run(
        [sys.executable, "-c", KILLED, str(tmp_path), str(statements)],
        check=False,
        cwd=Path(__file__).parents[2],
    )
    with closing(sqlite3.connect(file)) as left:
        revision = left.execute("SELECT version_num FROM alembic_version").fetchone()[0]
        sound = left.execute("PRAGMA integrity_check").fetchone()
        strange = left.execute("SELECT name FROM sqlite_master WHERE name LIKE '_alembic%'")
        assert strange.fetchall() == []
    assert killed.returncode == -signal.SIGKILL
    assert (revision, sound) == ("0001", ("ok",))
    assert backups.newest_good(tmp_path / "backups") is not None
    finished = [sys.executable, "-c", KILLED, str(tmp_path), "100000"]
    time.sleep(1)  # backups are named by the second
    assert subprocess.run(finished, check=False, cwd=Path(__file__).parents[2]).returncode == 0
    with closing(sqlite3.connect(file)) as left:
        assert left.execute("SELECT version_num FROM alembic_version").fetchone() == (HEAD,)
