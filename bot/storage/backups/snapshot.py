"""Copies of single SQLite files, consistent while others write, and whether one is sound."""

import os
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from bot.storage.epoch import stamp_copy

_MAGIC = b"SQLite format 3\0"
_PATIENCE = 30.0  # seconds for a writer who holds the file


class Unsound(Exception):  # noqa: N818 -- says what is wrong
    """The file is no sound database; `args[0]` is what was found first."""


def is_sqlite(file: Path) -> bool:
    """Whether it is a SQLite file, by its first bytes."""
    with file.open("rb") as opened:
        return opened.read(len(_MAGIC)) == _MAGIC


def copy(file: Path, to: Path) -> None:
    """Copy a file, a SQLite one with all that is committed; `to` must not exist yet."""
    if not is_sqlite(file):
        shutil.copyfile(file, to)
        return
    with closing(sqlite3.connect(_uri(file), uri=True, timeout=_PATIENCE)) as source:
        source.execute("VACUUM INTO ?", (str(to),))


def mark(file: Path, when: str) -> None:
    """Let the copy of our database know that it is one: whoever starts with it was put back."""
    with closing(sqlite3.connect(file)) as database, database:
        stamp_copy(database, when)


def check(file: Path, *, quick: bool = False) -> None:
    """Read the whole file.

    Raises:
        Unsound: it is damaged, or no database.
    """
    try:
        with closing(sqlite3.connect(_uri(file), uri=True)) as database:
            found = database.execute(
                "PRAGMA quick_check(1)" if quick else "PRAGMA integrity_check(1)"
            ).fetchone()[0]
    except sqlite3.DatabaseError as fault:
        raise Unsound(str(fault)) from None
    if found != "ok":
        raise Unsound(str(found).splitlines()[-1])


def facts(file: Path) -> tuple[int, str | None, int]:
    """Whose database it is, its revision and how many rows it holds."""
    with closing(sqlite3.connect(_uri(file), uri=True)) as database:
        owner = int(database.execute("PRAGMA application_id").fetchone()[0])
        tables = {
            str(name)
            for (name,) in database.execute("SELECT name FROM sqlite_master WHERE type = 'table'")
        }
        rows = sum(
            database.execute(f'SELECT count(*) FROM "{name}"').fetchone()[0]  # noqa: S608 -- its own tables
            for name in tables
        )
        revision = None
        if "alembic_version" in tables:
            revision = str(
                database.execute("SELECT version_num FROM alembic_version").fetchone()[0]
            )
    return owner, revision, rows


@contextmanager
def durable(to: Path) -> Iterator[Path]:
    """A file to write, which stands under its name only when it is whole and on the disk."""
    part = to.with_name(f".{to.name}.part")
    part.unlink(missing_ok=True)
    os.close(os.open(part, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600))
    try:
        yield part
        sync(part)
        part.replace(to)
        sync(to.parent)
    finally:
        part.unlink(missing_ok=True)


def sync(path: Path) -> None:
    """Wait until the disk has that file, or that folder's names."""
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _uri(file: Path) -> str:
    return f"{file.absolute().as_uri()}?mode=ro"
