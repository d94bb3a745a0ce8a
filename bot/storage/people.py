"""Who was given which role."""

from datetime import datetime

from sqlalchemy import delete, select

from bot.domain.dialogue.people import Grant, Granted
from bot.storage.database import Transaction
from bot.storage.schema import grant


def grants(tx: Transaction, user_id: str | None = None) -> tuple[Grant, ...]:
    """All grants, or those of one person."""
    wanted = select(grant.c.user_id, grant.c.role, grant.c.network).order_by(
        grant.c.user_id, grant.c.network
    )
    if user_id is not None:
        wanted = wanted.where(grant.c.user_id == user_id)
    return tuple(
        Grant(user_id=row.user_id, role=Granted(row.role), network=row.network)
        for row in tx.execute(wanted)
    )


def give(tx: Transaction, given: Grant, by: str, now: datetime) -> bool:
    """Give a role; False if the person has it already."""
    if given in grants(tx, given.user_id):
        return False
    tx.execute(
        grant.insert().values(
            user_id=given.user_id,
            role=given.role,
            network=given.network,
            granted_by=by,
            granted_at=now,
        )
    )
    return True


def take(tx: Transaction, given: Grant) -> bool:
    """Take a role back; False if the person did not have it."""
    done = tx.execute(
        delete(grant).where(
            grant.c.user_id == given.user_id,
            grant.c.role == given.role,
            grant.c.network == given.network,
        )
    )
    return done.rowcount == 1
