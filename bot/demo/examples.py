"""Fills the demo's database: real networks, and offers and needs marked as examples."""

from __future__ import annotations

from datetime import UTC, datetime
from importlib.resources import as_file, files
from pathlib import Path

from bot.services import importing
from bot.storage.database import Database
from bot.storage.engines import engine
from bot.storage.migrate import migrate


async def fill(folder: Path) -> None:
    """Import the files as the office would; what is there already stays."""
    database = _database(folder)
    await database.open()
    try:
        await migrate(database)
        now = datetime.now(UTC)
        with as_file(files("bot") / "data" / "networks.json") as file:
            await importing.import_networks(database, file)
        with as_file(files("bot.demo") / "angebote.json") as file:
            await importing.import_offers(database, file, now=now)
        with as_file(files("bot.demo") / "bedarfe.json") as file:
            await importing.import_needs(database, file, now=now)
    finally:
        await database.close()


def _database(folder: Path) -> Database:
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    return Database(engine(f"sqlite+aiosqlite:///{folder / 'lotse.db'}"))
