"""What a durable write costs, alone and together with others, beside bare sqlite3."""

from __future__ import annotations

import asyncio
import sqlite3
import time
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

from bot.storage.database import Database, Transaction
from bot.storage.sqlite import PRAGMAS, Sqlite
from tests.benchmarks.bench import scratch
from tests.benchmarks.figures import OURS
from tests.benchmarks.session import Scenario, Session, tell
from tests.benchmarks.tables import Column, Table

BARE = "bare sqlite3"
_TABLE = "create table note (number integer primary key, text text) strict"
_INSERT = "insert into note (text) values ('something that must not be lost')"
_TOGETHER = 50


async def commit(session: Session) -> None:
    """Commits a second: one row each, and many callers at once."""
    for number in range(session.rounds):
        async with scratch() as folder:
            _bare(session, number, folder, session.some(200, 500))
            await _ours(session, number, folder, session.some(200, 500))
    tell("commits")


def _bare(session: Session, number: int, folder: Path, times: int) -> None:
    with closing(sqlite3.connect(folder / "bare.db", isolation_level=None)) as database:
        database.executescript(";".join((*PRAGMAS, _TABLE)))

        def together(rows: int) -> Callable[[], None]:
            def write() -> None:
                database.execute("begin immediate")
                for _ in range(rows):
                    database.execute(_INSERT)
                database.execute("commit")

            return write

        for figure, rows in (("commits", 1), ("grouped", _TOGETHER)):
            write, began = together(rows), time.perf_counter()
            for _ in range(times // rows):
                write()
            rate = times // rows * rows / (time.perf_counter() - began)
            session.figures.add(figure, BARE, number, rate)


async def _ours(session: Session, number: int, folder: Path, times: int) -> None:
    database = Database(Sqlite(folder / "ours.db"))
    await database.open()
    try:
        await database.write(lambda tx: tx.exec_driver_sql(_TABLE))
        began = time.perf_counter()
        for _ in range(times):
            await database.write(_insert)
        session.figures.add("commits", OURS, number, times / (time.perf_counter() - began))
        began = time.perf_counter()
        for _ in range(times // _TOGETHER):
            await asyncio.gather(*(database.write(_insert) for _ in range(_TOGETHER)))
        rate = times // _TOGETHER * _TOGETHER / (time.perf_counter() - began)
        session.figures.add("grouped", OURS, number, rate)
    finally:
        await database.close()


def _insert(tx: Transaction) -> None:
    tx.exec_driver_sql(_INSERT)


SCENARIOS = (
    Scenario(
        "commit",
        commit,
        (
            Table(
                "Durable writes (WAL, synchronous=FULL)",
                (
                    Column("one row in each commit: rows/s", "commits"),
                    Column(f"{_TOGETHER} callers at once: rows/s", "grouped"),
                ),
                unit=BARE,
                first="way",
                note="Ours gives each caller a SAVEPOINT of its own and hops to a thread.",
            ),
        ),
    ),
)
