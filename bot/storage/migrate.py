"""Brings the tables to this release's shape; refuses a database that a newer release wrote."""

from collections.abc import Awaitable, Callable

from sqlalchemy import inspect, text

from bot.storage.database import Database, Transaction
from bot.storage.schema import metadata

HEAD = "0007"
"""The newest revision in `migrations/versions`, whose tables are those of `schema`."""

# As Alembic itself would make it.
_VERSION = (
    """CREATE TABLE alembic_version (
        version_num VARCHAR(32) NOT NULL, CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
    )""",
    f"INSERT INTO alembic_version (version_num) VALUES ('{HEAD}')",  # noqa: S608 -- a constant
)


class NewerDatabase(Exception):  # noqa: N818 -- says what is wrong
    """The database was written by a newer release; `args[0]` is its revision."""

    def __str__(self) -> str:
        return (
            f"a newer release has changed the database (revision {self.args[0]}, this one knows "
            f"{HEAD}): start that release, or put back the backup that it made before"
        )


def revision(tx: Transaction) -> str | None:
    """The revision that the tables have, None for an empty database."""
    if not inspect(tx).has_table("alembic_version"):
        return None
    return str(tx.scalar(text("SELECT version_num FROM alembic_version")))


Backup = Callable[[], Awaitable[object]]


async def migrate(database: Database, backup: Backup | None = None) -> None:
    """Make the tables, or upgrade them to the newest revision, in one transaction.

    Of an existing database `backup` makes a copy first.

    Raises:
        NewerDatabase: this release does not know the database's revision.
    """
    present = await database.read(revision)
    if present is None:
        await database.write(create)
    elif present != HEAD:
        await _upgrade(database, present, backup)


def create(tx: Transaction) -> None:
    """Make all tables of an empty database."""
    metadata.create_all(tx, checkfirst=False)
    for statement in _VERSION:
        tx.exec_driver_sql(statement)


def knows(revision: str) -> bool:
    """Whether this release can start with tables of that revision."""
    if revision == HEAD:
        return True
    # Alembic takes a fifth of a second and 8 MiB, and the usual start has no use for it.
    from bot.storage import upgrading  # noqa: PLC0415

    return upgrading.knows(revision)


async def _upgrade(database: Database, present: str, backup: Backup | None) -> None:
    if not knows(present):
        raise NewerDatabase(present)
    if backup is not None:
        await backup()
    from bot.storage import upgrading  # noqa: PLC0415 -- loads Alembic

    await database.reshape(upgrading.upgrade)
