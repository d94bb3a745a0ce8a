"""Single facts to remember across restarts, such as the sync token."""

from sqlalchemy import bindparam, delete, select, update

from bot.storage.database import Transaction
from bot.storage.schema import marker

SYNC_TOKEN = "sync-token"  # noqa: S105 -- a name, no secret
IMPORTS = "imports"

_get = select(marker.c.value).where(marker.c.name == bindparam("which"))
_change = update(marker).where(marker.c.name == bindparam("which")).values(value=bindparam("put"))


def get(tx: Transaction, name: str) -> str | None:
    """The value, or None if it was never put."""
    return tx.scalar(_get, {"which": name})


def put(tx: Transaction, name: str, value: str) -> None:
    """Remember the value in place of the earlier one."""
    given = {"which": name, "put": value}
    if tx.execute(_change, given).rowcount == 0:
        tx.execute(marker.insert(), {"name": name, "value": value})


def drop(tx: Transaction, name: str) -> None:
    """Forget it."""
    tx.execute(delete(marker).where(marker.c.name == name))
