"""Ends what can never be sent, so that its lane goes on, and tells the office in words."""

from __future__ import annotations

import logging
import math
from collections.abc import Callable
from datetime import datetime

from bot.domain.dialogue.question import Question
from bot.domain.journal import OutboxRow
from bot.matrix.config import Words
from bot.matrix.door.errors import Temporary
from bot.matrix.door.patience import seconds
from bot.matrix.sending.lanes import Load
from bot.matrix.sending.telling import told_askers, told_office
from bot.storage import outbox, questions
from bot.storage.database import Database, Transaction

log = logging.getLogger(__name__)

_POISON_AFTER = 8


class Burial:
    """Decides and stores that a row is dead."""

    def __init__(
        self,
        database: Database,
        words: Words,
        now: Callable[[], datetime],
        question_changed: Callable[[Question], None],
    ) -> None:
        self._database = database
        self._words = words
        self._now = now
        self._question_changed = question_changed
        self._latest_success = -math.inf

    def passed(self) -> None:
        """The homeserver took a row: it works."""
        self._latest_success = seconds()

    def is_poison(self, load: Load, fault: Temporary) -> bool:
        """Count a failure; True if the homeserver fails at this row again and again.

        Only while others pass: a homeserver that fails at everything is merely down.
        """
        if not fault.nobody_there:
            load.faults += 1
            load.first_fault = load.first_fault or seconds()
        return load.faults >= _POISON_AFTER and self._latest_success > load.first_fault

    async def bury(self, row: OutboxRow, reason: str) -> tuple[OutboxRow, ...]:
        """Store it; what the office is told of it, once a day for each room, and who waits for it."""
        now = self._now()
        log.error("key=%s target=%s is dead: %s", row.key, row.target, reason)
        name = f"refused-{row.target}-{now:%Y-%m-%d}"
        office = self._words.office(name, told_office(row, reason))

        def work(tx: Transaction) -> tuple[tuple[OutboxRow, ...], Question | None]:
            outbox.mark_dead(tx, row.seq, reason, now)
            told = (*told_askers(tx, row, reason, self._words), *office)
            return outbox.add(tx, told, now), questions.lose(tx, row.key, now)

        told, lost = await self._database.write(work)
        if lost:
            self._question_changed(lost)
        return told
