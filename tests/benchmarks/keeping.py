"""What a database of 50 MB costs: the start, a backup beside the running bot, and the way back."""

from __future__ import annotations

import asyncio
import json
import sqlite3
import time
from contextlib import closing
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

from bot.storage import backups, markers
from bot.storage.backups import Places
from bot.storage.database import Database
from bot.storage.sqlite import Sqlite
from tests.benchmarks.bench import COMPOSED, on_stub, scratch
from tests.benchmarks.bots import LOTSE, Bot
from tests.benchmarks.session import Scenario, Session
from tests.benchmarks.stub import Ground, Stub
from tests.benchmarks.tables import Column, Table

_ROOMS = 100
_LARGE = 50 * 10**6
_SENT = 1_500  # bytes of a sent message


async def keep(session: Session) -> None:
    """A start with all that years have left; then a backup, and the start after it was put back."""

    async def one(bot: Bot, number: int) -> None:
        stub = Stub(Ground(rooms=_ROOMS))
        async with stub.serving(), scratch() as folder:
            async with on_stub(bot, stub, folder):
                await asyncio.sleep(COMPOSED)
            data = folder / "data"
            places = Places(data / "lotse.db", data, data / "backups")
            async with on_stub(bot, stub, folder) as run:
                session.figures.add("small-start", bot.name, number, run.first)
                session.figures.add("small-cpu", bot.name, number, run.process.cpu())
            await asyncio.to_thread(fill, places.database)
            async with on_stub(bot, stub, folder) as run:
                session.figures.add("large-start", bot.name, number, run.first)
                session.figures.add("large-cpu", bot.name, number, run.process.cpu())
            copy = await _backup(session, bot, number, places)
            began = time.perf_counter()
            await asyncio.to_thread(backups.put_back, copy, places, datetime.now(UTC))
            async with on_stub(bot, stub, folder):
                back = time.perf_counter() - began
            session.figures.add("large-restore", bot.name, number, back)

    await session.each([LOTSE], one, rounds=3)


async def _backup(session: Session, bot: Bot, number: int, places: Places) -> Path:
    """How long it takes, and how long a command's write has to wait for it at most."""
    database = Database(Sqlite(places.database))
    await database.open()
    try:
        copy = places.backups / "copy.tar.gz"
        began = time.perf_counter()
        packing = asyncio.create_task(
            asyncio.to_thread(backups.pack, places, copy, datetime.now(UTC))
        )
        longest, beat = 0.0, 0
        while not packing.done():
            asked, beat = time.perf_counter(), beat + 1
            await database.write(partial(markers.put, name="beat", value=str(beat)))
            longest = max(longest, time.perf_counter() - asked)
            await asyncio.sleep(0.01)
        await packing
        session.figures.add("large-backup", bot.name, number, time.perf_counter() - began)
        session.figures.add("large-wait", bot.name, number, longest * 1000)
    finally:
        await database.close()
    return copy


def fill(file: Path) -> None:
    """Sent messages, as years leave them, until the file is large."""
    content = json.dumps({"body": "x" * _SENT})
    row = (
        "INSERT INTO outbox (key, effect, target, priority, content, cause, state, event_id,"
        " attempts, created_at, finished_at) VALUES (?, 'send', '!room:stub', 1, ?, ?, 'sent', ?,"
        " 1, 0, 0)"
    )
    with closing(sqlite3.connect(file)) as database, database:
        rows = range(_LARGE // (_SENT + 300))
        database.executemany(row, ((f"old-{n}", content, f"$cause{n}", f"$sent{n}") for n in rows))


SCENARIOS = (
    Scenario(
        "keep",
        keep,
        (
            Table(
                "A database of 50 MB",
                (
                    Column("start to first answer, s", "large-start", ratio=False),
                    Column("CPU of it, s", "large-cpu", ratio=False),
                    Column("of a fresh one, s", "small-start", ratio=False),
                    Column("CPU of it, s", "small-cpu", ratio=False),
                    Column("a backup, s", "large-backup", ratio=False),
                    Column("longest write meanwhile, ms", "large-wait", ratio=False),
                    Column("put back to first answer, s", "large-restore", ratio=False),
                ),
            ),
        ),
    ),
)
