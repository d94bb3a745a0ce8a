"""A word from the Matrix part to the office: stored first, so that it is said once."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime

from bot.domain.dialogue.message import Text
from bot.domain.journal import OutboxRow
from bot.matrix.config import Words
from bot.storage import outbox
from bot.storage.database import Database


class Office:
    """Whoever has something to tell is given one."""

    def __init__(
        self,
        database: Database,
        words: Words,
        now: Callable[[], datetime],
        carry: Callable[[Sequence[OutboxRow]], None],
    ) -> None:
        self._database = database
        self._words = words
        self._now = now
        self._carry = carry

    async def tell(self, name: str, text: Text) -> None:
        """Wherever the office is; the same name is told only once, ever."""
        words = self._words.office(name, text)
        self._carry(await self._database.write(lambda tx: outbox.add(tx, words, self._now())))
