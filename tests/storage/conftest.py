"""Every storage test runs on SQLite and, where one can be had, on PostgreSQL."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.storage.database import Database
from bot.storage.engines import engine
from bot.storage.migrate import migrate
from tests.postgres import empty_schema


@pytest.fixture(params=["sqlite", "postgres"])
async def empty(request: pytest.FixtureRequest, tmp_path: Path) -> AsyncIterator[Database]:
    """Without any table."""
    if request.param == "sqlite":
        url = f"sqlite+aiosqlite:///{tmp_path / 'lotse.db'}"
    else:
        url = await empty_schema(request.getfixturevalue("postgres_url"))
    database = Database(engine(url))
    await database.open()
    yield database
    await database.close()


@pytest.fixture
async def database(empty: Database) -> Database:
    await migrate(empty)
    return empty
