"""Tracing: what became of a message or a scheduled post, for the office."""

from bot.domain.plans.trace import Trace
from bot.storage import traces
from bot.storage.database import Database


class Tracing:
    """Reads only; what was said is not kept and so not told."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def of(self, named: str) -> Trace | None:
        """By event id (it begins with `$`) or by the key of a scheduled post."""
        find = traces.of_event if named.startswith("$") else traces.of_post
        return await self._database.read(lambda tx: find(tx, named))
