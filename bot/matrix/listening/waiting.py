"""Messages whose key has not come: opened when it comes, and their senders told if it does not."""

from __future__ import annotations

import hashlib
import logging
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from bot.domain.dialogue.message import Text
from bot.domain.journal import OutboxRow, Outgoing
from bot.matrix.config import Words
from bot.matrix.content.reading import Draft
from bot.matrix.listening.opening import Opening, Said
from bot.storage import outbox, sealed
from bot.storage.database import Database, Transaction
from bot.storage.sealed import SealedRow

log = logging.getLogger(__name__)

_TOLD_AFTER = timedelta(seconds=60)
_KEPT_FOR = timedelta(hours=24)


@dataclass(frozen=True, slots=True)
class Late:
    """What could be opened now after all, and what still waits."""

    drafts: Sequence[Draft] = ()
    waiting: Sequence[SealedRow] = ()
    over: frozenset[str] = frozenset()
    """Event ids that need not be kept any more."""


class Waiting:
    """Looks through all that wait with every batch: there are few, and trying is cheap."""

    def __init__(self, database: Database, opening: Opening, words: Words) -> None:
        self._database = database
        self._opening = opening
        self._words = words
        self._any = True

    async def late(self, now: datetime) -> Late:
        """Try to open what waits."""
        rows = await self._database.read(sealed.waiting) if self._any else ()
        if not rows:
            self._any = False
            return Late()
        old = {row.event_id for row in rows if now - row.received_at > _KEPT_FOR}
        rows = tuple(row for row in rows if row.event_id not in old)
        said = await self._opening.read([(row.room_id, row.event) for row in rows], now)
        closed = {row.event_id for row in said.waiting}
        still = [row for row in rows if row.event_id in closed]
        over = old | {row.event_id for row in rows} - closed
        return Late(said.drafts, still, frozenset(over))

    def store(
        self, tx: Transaction, late: Late, said: Said, now: datetime
    ) -> tuple[OutboxRow, ...]:
        """Keep what came closed, drop what was opened; what is said about the rest."""
        if late.over:
            sealed.drop(tx, late.over)
        if said.waiting:
            log.warning("%d messages cannot be read yet", len(said.waiting))
            sealed.add(tx, said.waiting)
            self._any = True
        due = [row for row in late.waiting if not row.told and now - row.received_at > _TOLD_AFTER]
        if not due:
            return ()
        sealed.mark_told(tx, [row.event_id for row in due])
        # Of messages that lack the same key one is answered.
        first = {(row.room_id, row.session_id): row for row in reversed(due)}
        return outbox.add(tx, [self._answer(row) for row in first.values()], now)

    def _answer(self, row: SealedRow) -> Outgoing:
        sign = hashlib.sha256(f"{row.room_id} {row.session_id}".encode()).hexdigest()[:16]
        notice = self._words.room(f"sealed-{sign}", row.room_id, Text("message-unreadable"))
        relation = {"m.in_reply_to": {"event_id": row.event_id}}
        return replace(
            notice, content={**notice.content, "m.relates_to": relation}, cause=row.event_id
        )
