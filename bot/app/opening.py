"""Opens what the bot keeps, under the lock, and makes sure that it can be relied on."""

import asyncio
import logging
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from bot.app import configured
from bot.settings import Settings
from bot.storage import backups, epoch, mounts
from bot.storage.backups import Places
from bot.storage.database import Database, Engine
from bot.storage.engines import engine
from bot.storage.faults import Damaged
from bot.storage.lock import FolderLock
from bot.storage.migrate import migrate

if TYPE_CHECKING:
    from bot.storage.leading import Leadership

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
    async with AsyncExitStack() as stack:
        leadership = await _led(settings, stack)
        lock = FolderLock(settings.data_dir)
        lock.take()
        stack.callback(lock.release)
        places = configured.places(settings)
        if places:
            backups.finish(places)
            _warn_of_network(places)
        product = engine(settings.database_url)
        database = Database(product)
        stack.push_async_callback(database.close)
        await _open(database, places)
        await _begin(database, settings, places)
        if leadership:
            await _fenced(database, product, leadership)
        yield database


async def _led(settings: Settings, stack: AsyncExitStack) -> "Leadership | None":
    """The lead among the machines that share a database; a file of ours needs none."""
    if settings.database_file is not None:
        return None
    from bot.storage.leading import Leadership  # noqa: PLC0415 -- asyncpg is an extra

    leadership = Leadership(settings.database_url, settings.matrix.user_id)
    stack.push_async_callback(leadership.release)
    await leadership.take(wait=settings.database.standby)
    return leadership


async def _fenced(database: Database, product: Engine, leadership: "Leadership") -> None:
    from bot.storage.leading import raise_number  # noqa: PLC0415 -- asyncpg is an extra
    from bot.storage.postgres import Postgres  # noqa: PLC0415 -- the same

    if isinstance(product, Postgres):
        leadership.watch(lambda _: product.drop())
    database.leads = leadership.holds
    leadership.watch(database.end)
    product.fence(await database.write(raise_number))


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
