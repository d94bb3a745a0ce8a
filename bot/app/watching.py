"""Watches over the disk while the bot runs: tells the office, and notices when it works again."""

import asyncio
import logging
from collections.abc import Awaitable, Callable
from datetime import datetime, timedelta

from bot.storage import markers
from bot.storage.database import Database, StorageFault

log = logging.getLogger(__name__)

_GRACE, _PAUSE = 5.0, 30.0  # seconds
_TOLD_FOR = timedelta(hours=1)


class Watching:
    """A database that fails makes the bot unready, and is tried until it can be written again."""

    def __init__(
        self,
        database: Database,
        tell: Callable[[datetime], Awaitable[None]],
        now: Callable[[], datetime],
        *,
        grace: float = _GRACE,
        pause: float = _PAUSE,
    ) -> None:
        """`tell` lets the office know, without the database. Spans in seconds.

        A disk with little room fails again and again: the office hears of it once an hour.
        """
        self._database = database
        self._tell = tell
        self._now = now
        self._grace = grace
        self._pause = pause
        self._told: datetime | None = None

    @property
    def well(self) -> bool:
        """Whether what is to be stored can be."""
        return not self._database.fails.is_set()

    async def run(self) -> None:
        """For ever."""
        while True:
            await self._database.fails.wait()
            since = self._now()
            await asyncio.sleep(self._grace)
            if await self._works():
                continue
            log.error("nothing can be stored; what comes waits at the homeserver")
            if self._told is None or since - self._told > _TOLD_FOR:
                await self._tell(since)
                self._told = since
            await self._recovered()
            log.warning("storing works again, after %s", self._now() - since)

    async def _recovered(self) -> None:
        while True:
            await asyncio.sleep(self._pause)
            if await self._works():
                return

    async def _works(self) -> bool:
        """Only a write that changes something proves it."""
        try:
            await self._database.write(
                lambda tx: markers.put(tx, "stored-at", self._now().isoformat())
            )
        except StorageFault:
            return False
        self._database.fails.clear()
        return True
