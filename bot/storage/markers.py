"""Single facts to remember across restarts, such as the sync token."""

from sqlalchemy import delete, select

from bot.storage.database import Transaction
from bot.storage.schema import marker

SYNC_TOKEN = "sync-token"  # noqa: S105 -- a name, no secret
IMPORTS = "imports"


def get(tx: Transaction, name: str) -> str | None:
    """The value, or None if it was never put."""
    return tx.scalar(select(marker.c.value).where(marker.c.name == name))


def put(tx: Transaction, name: str, value: str) -> None:
    """Remember the value in place of the earlier one."""
    changed = tx.execute(marker.update().where(marker.c.name == name).values(value=value))
    if changed.rowcount == 0:
        tx.execute(marker.insert().values(name=name, value=value))


def drop(tx: Transaction, name: str) -> None:
    """Forget it."""
    tx.execute(delete(marker).where(marker.c.name == name))
