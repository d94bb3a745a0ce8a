"""What waits in the outbox and may not leave as it stands, until it was decided anew."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime

from sqlalchemy import update

from bot.domain.journal import OutboxRow, OutboxState, Outgoing
from bot.storage import outbox
from bot.storage.database import Transaction
from bot.storage.schema import outbox as table


def waiting(tx: Transaction, now: datetime) -> tuple[OutboxRow, ...]:
    """All that surely never arrived and is stale by now, in order."""
    rows = outbox.unfinished(tx)
    return tuple(row for row in rows if row.state is OutboxState.NEW and row.is_stale(now))


def put_back(tx: Transaction, row: int) -> None:
    """The room was asked, and it is not there: it waits again; when it was tried stays known.

    Unless it has been heard of meanwhile.
    """
    under_way = table.c.state == OutboxState.SENDING
    tx.execute(update(table).where(table.c.seq == row, under_way).values(state=OutboxState.NEW))


def renew(tx: Transaction, row: int, not_after: datetime | None) -> None:
    """It may leave as it stands, until then."""
    tx.execute(update(table).where(table.c.seq == row).values(not_after=not_after))


def reword(tx: Transaction, effects: Iterable[Outgoing], now: datetime) -> tuple[OutboxRow, ...]:
    """Let what waits under these keys say from now on what they say; what may leave of it."""
    stored = {row.key: row for row in waiting(tx, now)}
    rows = []
    for effect in effects:
        if effect.key in stored:
            said = {name: getattr(effect, name) for name in ("content", "not_before", "not_after")}
            row = replace(stored[effect.key], **said)
            tx.execute(update(table).where(table.c.seq == row.seq).values(**said))
            rows.append(row)
    return tuple(row for row in rows if row.may_leave(now))
