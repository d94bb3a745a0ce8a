"""What all tests share: a migrated file, a PostgreSQL, and a word where there is none."""

import asyncio
import gc
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings

from bot.services.directory import Directory
from bot.services.shipped import taxonomy
from bot.storage.database import Database
from bot.storage.migrate import migrate
from bot.storage.sqlite import Sqlite
from tests import postgres

# A busy machine is no reason to fail.
settings.register_profile("here", deadline=None)
settings.load_profile("here")

# As the bot itself runs: what the start made is never looked through again.
_GARBAGE = (20_000, 20, 20)

_untested = False


def pytest_collection_finish() -> None:
    gc.freeze()
    gc.set_threshold(*_GARBAGE)


@pytest.fixture(scope="session")
def migrated(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A database file as a first start leaves it; every test works on a copy."""
    path = tmp_path_factory.mktemp("migrated") / "lotse.db"

    async def make() -> None:
        database = Database(Sqlite(path))
        await database.open()
        await migrate(database)
        await Directory(database, taxonomy()).open()
        await database.close()

    asyncio.run(make())
    return path


@pytest.fixture(scope="session")
def postgres_server() -> Iterator[str | None]:
    yield from postgres.running()


@pytest.fixture
def postgres_url(postgres_server: str | None) -> str:
    global _untested  # noqa: PLW0603 -- told once, at the end of the run
    if postgres_server is None:
        _untested = True
        pytest.skip(postgres.MISSING)
    return postgres_server


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    if _untested:
        terminalreporter.write_line(postgres.MISSING, yellow=True)
