"""Safekeeping: a backup a day, and of the older ones as many as the rules keep."""

import asyncio
import logging
from datetime import datetime

from bot.storage import backups
from bot.storage.backups import BadBackup, KeepRules, Places

log = logging.getLogger(__name__)


class Safekeeping:
    """Without `places` there is nothing to keep safe, or others do it."""

    def __init__(self, places: Places | None = None, rules: KeepRules | None = None) -> None:
        self._places = places
        self._rules = rules or KeepRules()
        self.trouble: str | None = None
        """Why the latest backup failed, in the words of whoever says so; None if it did not."""

    def due(self, now: datetime) -> bool:
        """Whether there is no backup of this day yet."""
        if self._places is None:
            return False
        newest = next(iter(backups.shelved(self._places.backups)), None)
        return newest is None or newest[0].date() < now.date()

    async def keep(self, now: datetime) -> None:
        """Make a backup and throw away what the rules let go; a fault is kept in `trouble`."""
        if self._places is None:
            return
        try:
            await asyncio.to_thread(self._keep, self._places, now)
        except (BadBackup, OSError) as fault:
            self.trouble = fault.strerror if isinstance(fault, OSError) else str(fault)
            log.exception("no backup was made")
        else:
            self.trouble = None

    def _keep(self, places: Places, now: datetime) -> None:
        made = backups.pack(places, places.backups / backups.name(now), now)
        log.info("backup made rows=%s", made.rows)
        found = dict(backups.shelved(places.backups))
        for moment in backups.superfluous(found, self._rules):
            found[moment].unlink()
