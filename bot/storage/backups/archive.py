"""One file that holds everything: packed, and read back before anyone relies on it."""

import sqlite3
import tarfile
import tempfile
import zlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from bot.storage.backups import snapshot
from bot.storage.backups.places import DATABASE, Places, inside
from bot.storage.epoch import when
from bot.storage.migrate import knows
from bot.storage.sqlite import APPLICATION_ID

Progress = Callable[[str, int, int], None]
"""Told of each step: what it does, how many are done, of how many."""


class BadBackup(Exception):  # noqa: N818 -- says what is wrong
    """The backup cannot be relied on; `args[0]` says why."""


@dataclass(frozen=True, slots=True)
class Contents:
    """What a backup holds."""

    revision: str
    rows: int
    login: int
    """Files besides the database."""


@contextmanager
def _told() -> Iterator[None]:
    """SQLite's faults as ours: only storage knows them."""
    try:
        yield
    except sqlite3.Error as fault:
        raise BadBackup(f"the database cannot be copied: {fault}") from fault


def nobody(step: str, done: int, total: int) -> None:
    """Progress that nobody looks at."""


def pack(places: Places, to: Path, now: datetime, progress: Progress = nobody) -> Contents:
    """Write a backup, readable by this user only; works while the bot runs.

    First the database, then the login and the keys: keys that are newer than the database do no
    harm, but keys that are older lack what the homeserver has thrown away since.

    Raises:
        BadBackup: what would be packed is damaged already.
        OSError: the disk.
    """
    to.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix=".packing-", dir=to.parent) as made, _told():
        folder = Path(made)
        login = places.login()
        total = len(login) + 3
        progress("copying the database", 0, total)
        snapshot.copy(places.database, folder / DATABASE)
        snapshot.mark(folder / DATABASE, when(now))
        for done, path in enumerate(login, 1):
            progress(f"copying {path.name}", done, total)
            _copy(path, folder / path.name)
        progress("checking the copy", total - 2, total)
        contents = examine(folder)
        progress("packing", total - 1, total)
        with snapshot.durable(to) as part, tarfile.open(part, "w:gz", compresslevel=6) as archive:
            for file in inside(folder):
                archive.add(file, str(file.relative_to(folder)))
        progress("done", total, total)
    return contents


def verify(source: Path, progress: Progress = nobody) -> Contents:
    """Read a backup whole, as if it were to be put back.

    Raises:
        BadBackup: it cannot be relied on.
    """
    with tempfile.TemporaryDirectory(prefix=".verifying-", dir=source.parent) as made:
        progress("unpacking", 0, 2)
        unpack(source, Path(made))
        progress("checking", 1, 2)
        contents = examine(Path(made))
        progress("done", 2, 2)
    return contents


def unpack(source: Path, folder: Path) -> None:
    """Fill the folder from an archive, or from a folder that was set aside.

    Raises:
        BadBackup: it cannot be read.
    """
    if source.is_dir():
        for path in sorted(source.iterdir()):
            _copy(path, folder / path.name)
        return
    try:
        with tarfile.open(source, "r:gz") as archive:
            archive.extractall(folder, filter="data")
    except (tarfile.TarError, zlib.error, EOFError, OSError, ValueError) as fault:
        if isinstance(fault, OSError) and fault.errno is not None:
            raise
        raise BadBackup(f"it cannot be unpacked: {fault}") from None


def examine(folder: Path) -> Contents:
    """Whether what lies there can be started with.

    Raises:
        BadBackup: it cannot.
    """
    database = folder / DATABASE
    if not database.exists():
        raise BadBackup("it holds no database")
    try:
        for file in inside(folder):
            if snapshot.is_sqlite(file):
                snapshot.check(file)
        owner, revision, rows = snapshot.facts(database)
    except snapshot.Unsound as found:
        raise BadBackup(f"a database in it is damaged: {found}") from None
    if owner != APPLICATION_ID or revision is None:
        raise BadBackup("its database is another program's")
    if not knows(revision):
        raise BadBackup(f"a newer release made it (revision {revision})")
    others = sum(1 for file in inside(folder) if file != database)
    return Contents(revision, rows, others)


def _copy(path: Path, to: Path) -> None:
    if path.is_dir():
        to.mkdir(mode=0o700)
        for inner in sorted(path.iterdir()):
            _copy(inner, to / inner.name)
    elif not path.name.endswith(("-wal", "-shm", "-journal")):
        snapshot.copy(path, to)
