"""Brings the tables to this release's shape; refuses a database that a newer release wrote."""

from pathlib import Path

from sqlalchemy import inspect, text

from bot.storage.database import Database, Transaction

HEAD = "0003"
"""The newest revision in `migrations/versions`."""


class NewerDatabase(Exception):  # noqa: N818 -- says what is wrong
    """The database was written by a newer release; `args[0]` is its revision."""


def revision(tx: Transaction) -> str | None:
    """The revision that the tables have, None for an empty database."""
    if not inspect(tx).has_table("alembic_version"):
        return None
    return str(tx.scalar(text("SELECT version_num FROM alembic_version")))


async def migrate(database: Database, backup: Path | None = None) -> None:
    """Upgrade to the newest revision, in one transaction.

    An existing database is copied to `backup` first.

    Raises:
        NewerDatabase: this release does not know the database's revision.
    """
    present = await database.read(revision)
    if present == HEAD:
        return
    # Alembic takes a third of a second to load, and the usual start has no use for it.
    from bot.storage import upgrading  # noqa: PLC0415

    if present is not None:
        if not upgrading.knows(present):
            raise NewerDatabase(present)
        if backup is not None:
            await database.backup(backup)
    await database.write(upgrading.upgrade)
