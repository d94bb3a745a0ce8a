"""The database with which every world begins: migrated, the networks known, roles given."""

from __future__ import annotations

import asyncio
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

from bot.domain.dialogue.people import Grant, Granted
from bot.services.directory import Directory
from bot.services.shipped import taxonomy
from bot.storage import people
from bot.storage.database import Database
from bot.storage.migrate import migrate
from bot.storage.sqlite import Sqlite
from tests.simulation.world import ANNA, BERND, BUERO


def made(path: Path) -> None:
    """Write it."""
    asyncio.run(_made(path))


async def _made(path: Path) -> None:
    database = Database(Sqlite(path))
    await database.open()
    await migrate(database)
    directory = Directory(database, taxonomy())
    await directory.open()
    long_ago = datetime(2026, 1, 1, tzinfo=UTC)
    for user, network in ((ANNA, "FKB OWL"), (BERND, "Ems-Achse")):
        number = directory.find(network).number
        given = Grant(user_id=user, role=Granted.COORDINATOR, network=number)
        await database.write(partial(people.give, given=given, by=BUERO, now=long_ago))
    await database.close()
