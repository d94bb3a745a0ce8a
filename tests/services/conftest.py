"""A real database file for the use cases."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest

from bot.storage.database import Database
from bot.storage.migrate import migrate
from bot.storage.sqlite import Sqlite


@pytest.fixture
async def database(tmp_path: Path) -> AsyncIterator[Database]:
    async with _opened(tmp_path / "lotse.db") as database:
        yield database


@pytest.fixture
async def empty(tmp_path: Path) -> AsyncIterator[Database]:
    """A second one, that nothing has been written to."""
    async with _opened(tmp_path / "empty.db") as database:
        yield database


@asynccontextmanager
async def _opened(path: Path) -> AsyncIterator[Database]:
    database = Database(Sqlite(path))
    await database.open()
    await migrate(database)
    yield database
    await database.close()
