"""Runs the revisions that a database lacks; the only module that loads Alembic."""

from collections.abc import Iterator
from contextlib import contextmanager
from importlib.resources import as_file, files

from alembic import command
from alembic.config import Config
from alembic.script import ScriptDirectory
from alembic.util import CommandError

from bot.storage.database import Transaction


@contextmanager
def _config() -> Iterator[Config]:
    with as_file(files("bot.storage") / "migrations") as folder:
        config = Config()
        config.set_main_option("script_location", str(folder))
        config.set_main_option("path_separator", "os")
        yield config


def upgrade(tx: Transaction, revision: str = "head") -> None:
    """Bring the tables to that revision."""
    with _config() as config:
        config.attributes["connection"] = tx
        command.upgrade(config, revision)


def head() -> str | None:
    """The newest revision."""
    with _config() as config:
        return ScriptDirectory.from_config(config).get_current_head()


def knows(revision: str) -> bool:
    """Whether this release has that revision."""
    with _config() as config:
        try:
            ScriptDirectory.from_config(config).get_revision(revision)
        except CommandError:
            return False
        return True
