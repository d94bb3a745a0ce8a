"""Brings the tables to this release's shape; refuses a database that a newer release wrote."""

from importlib.resources import as_file, files
from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from alembic.util import CommandError

from bot.storage.database import Database, Transaction


class NewerDatabase(Exception):  # noqa: N818 -- says what is wrong
    """The database was written by a newer release; `args[0]` is its revision."""


def _config(folder: Path, tx: Transaction) -> Config:
    config = Config(attributes={"connection": tx})
    config.set_main_option("script_location", str(folder))
    config.set_main_option("path_separator", "os")
    return config


def _revision(tx: Transaction) -> str | None:
    return MigrationContext.configure(tx).get_current_revision()


async def migrate(database: Database, backup: Path | None = None) -> None:
    """Upgrade to the newest revision, in one transaction.

    An existing database is copied to `backup` first.

    Raises:
        NewerDatabase: this release does not know the database's revision.
    """
    with as_file(files("bot.storage") / "migrations") as folder:
        scripts = ScriptDirectory(str(folder))
        present = await database.write(_revision)
        if present == scripts.get_current_head():
            return
        if present is not None:
            _known(scripts, present)
            if backup is not None:
                await database.backup(backup)
        await database.write(lambda tx: command.upgrade(_config(folder, tx), "head"))


def _known(scripts: ScriptDirectory, revision: str) -> None:
    try:
        scripts.get_revision(revision)
    except CommandError:
        raise NewerDatabase(revision) from None
