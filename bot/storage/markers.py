"""Single facts to remember across restarts, such as the sync token."""

from sqlalchemy import bindparam, delete, select, update

from bot.storage.database import Transaction
from bot.storage.prepared import Prepared
from bot.storage.schema import marker

SYNC_TOKEN = "sync-token"  # noqa: S105 -- a name, no secret
SYNC_AT = "sync-at"
IMPORTS = "imports"

_get = Prepared(select(marker.c.value).where(marker.c.name == bindparam("which")))
_change = Prepared(
    update(marker).where(marker.c.name == bindparam("which")).values(value=bindparam("put"))
)


def get(tx: Transaction, name: str) -> str | None:
    """The value, or None if it was never put."""
    found = _get.rows(tx, {"which": name})
    return found[0][0] if found else None


def beginning(tx: Transaction, start: str) -> dict[str, str]:
    """All facts whose name begins like that, by name."""
    begins = marker.c.name.startswith(start, autoescape=True)
    found = tx.execute(select(marker.c.name, marker.c.value).where(begins))
    return {row.name: row.value for row in found}


def put(tx: Transaction, name: str, value: str) -> None:
    """Remember the value in place of the earlier one."""
    given = {"which": name, "put": value}
    if _change.change(tx, given) == 0:
        tx.execute(marker.insert(), {"name": name, "value": value})


def drop(tx: Transaction, name: str) -> None:
    """Forget it."""
    tx.execute(delete(marker).where(marker.c.name == name))
