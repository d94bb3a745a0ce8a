"""A real database file for the use cases."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.storage.database import Database
from bot.storage.migrate import migrate
from bot.storage.sqlite import Sqlite


@pytest.fixture
async def database(tmp_path: Path) -> AsyncIterator[Database]:
    database = Database(Sqlite(tmp_path / "lotse.db"))
    await database.open()
    await migrate(database)
    yield database
    await database.close()
