"""Every storage test runs on SQLite and, where one can be had, on PostgreSQL."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.storage.database import Database
from bot.storage.engines import engine
from bot.storage.migrate import migrate
from tests.postgres import empty_schema


@pytest.fixture(params=["sqlite", "postgres"])
async def database(request: pytest.FixtureRequest, tmp_path: Path) -> AsyncIterator[Database]:
    if request.param == "sqlite":
        url = f"sqlite+aiosqlite:///{tmp_path / 'lotse.db'}"
    else:
        url = await empty_schema(request.getfixturevalue("postgres_url"))
    database = Database(engine(url))
    await database.open()
    await migrate(database)
    yield database
    await database.close()
