"""Says something past the outbox, for when nothing can be stored."""

from __future__ import annotations

import logging
from collections.abc import Sequence
from datetime import datetime

from bot.domain.journal import OutboxRow, OutboxState, Outgoing
from bot.matrix.door.errors import MatrixError
from bot.matrix.door.patience import Backoff
from bot.matrix.sending.delivery import Delivery
from bot.matrix.sending.lanes import Load
from bot.storage.database import StorageFault

log = logging.getLogger(__name__)


async def say_unstored(
    delivery: Delivery, words: Sequence[Outgoing], device: str, now: datetime
) -> None:
    """Say it at once; only the homeserver remembers, by the transaction id. No harm if it fails."""
    for word in words:
        try:
            await delivery.attempt(Load.of(_row(word, device, now), Backoff()))
        except (MatrixError, StorageFault) as fault:
            log.warning("key=%s was not said: %s", word.key, fault)


def _row(word: Outgoing, device: str, now: datetime) -> OutboxRow:
    """As if it were stored as on its way."""
    return OutboxRow(
        key=word.key,
        target=word.target,
        content=word.content,
        cause=word.cause,
        effect=word.effect,
        seq=0,
        state=OutboxState.SENDING,
        first_attempt_at=now,
        device_id=device,
    )
