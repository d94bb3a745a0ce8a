"""Opens what the bot keeps, under the lock, and makes sure that it can be relied on."""

import asyncio
import logging
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import UTC, datetime
from pathlib import Path

from bot.app import configured
from bot.settings import Settings
from bot.storage import backups, epoch, mounts
from bot.storage.backups import Places
from bot.storage.database import Database
from bot.storage.engines import engine
from bot.storage.faults import Damaged
from bot.storage.lock import FolderLock
from bot.storage.migrate import migrate

log = logging.getLogger(__name__)

EPOCH = "lotse.epoch"


class NeedsRestoring(Exception):  # noqa: N818 -- says what is wrong
    """The database is damaged; `backup` is the newest that can be put back, if there is any."""

    def __init__(self, damage: Damaged, backup: Path | None) -> None:
        super().__init__(str(damage))
        self.backup = backup


@asynccontextmanager
async def kept(settings: Settings) -> AsyncIterator[Database]:
    """The database, for this process alone.

    Raises:
        AlreadyRunning, NewerDatabase, NotOurDatabase, NeedsRestoring, DiskFault, OSError: see there.
    """
    settings.data_dir.mkdir(mode=0o700, parents=True, exist_ok=True)
    places = configured.places(settings)
    lock = FolderLock(settings.data_dir)
    lock.take()
    database = Database(engine(settings.database_url))
    try:
        if places:
            backups.finish(places)
            _warn_of_network(places)
        await _open(database, places)
        await _begin(database, settings, places)
        yield database
    finally:
        await database.close()
        lock.release()


async def _open(database: Database, places: Places | None) -> None:
    try:
        await database.open()
        await database.examine()
    except Damaged as damage:
        found = await asyncio.to_thread(backups.newest_good, places.backups) if places else None
        raise NeedsRestoring(damage, found) from damage


async def _begin(database: Database, settings: Settings, places: Places | None) -> None:
    now = datetime.now(UTC)

    async def copy() -> None:
        if places:
            await asyncio.to_thread(backups.pack, places, places.backups / backups.name(now), now)

    await migrate(database, copy)
    doubt = await epoch.begin(database, settings.data_dir / EPOCH if places else None, now)
    if doubt:
        log.warning(
            "an older copy of the database was put back: it knows all until %s", doubt.since
        )


def _warn_of_network(places: Places) -> None:
    kind = mounts.network(places.database.parent)
    if kind:
        log.warning(
            "%s lies on %s: SQLite's locks cannot be relied on there", places.database, kind
        )
