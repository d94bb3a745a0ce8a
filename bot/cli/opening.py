"""Opens the database for the sub-commands that work beside the running bot."""

from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from pathlib import Path

from bot.settings import BadSettings, Settings, load
from bot.storage.database import Database
from bot.storage.engines import engine
from bot.storage.migrate import migrate


@asynccontextmanager
async def opened(settings: Settings) -> AsyncIterator[Database]:
    """The bot's database, brought to this release's shape."""
    settings.data_dir.mkdir(mode=0o700, parents=True, exist_ok=True)
    database = Database(engine(settings.database_url))
    await database.open()
    try:
        await migrate(database)
        yield database
    finally:
        await database.close()


def stored(environ: Mapping[str, str]) -> str | None:
    """The URL of the database that is there already, by settings that may be incomplete."""
    url: str | None
    try:
        url = load(environ).database_url
    except BadSettings:
        url = environ.get("LOTSE_DATABASE__URL") or _in_folder(environ.get("LOTSE_DATA_DIR"))
    if not url or url.startswith("postgresql"):
        return url or None
    file = Path(url.removeprefix("sqlite+aiosqlite:///"))
    return url if file.exists() else None


def _in_folder(folder: str | None) -> str | None:
    return f"sqlite+aiosqlite:///{Path(folder) / 'lotse.db'}" if folder else None
