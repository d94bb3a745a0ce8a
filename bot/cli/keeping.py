"""`backup`: makes, proves and puts back copies of all that the bot keeps."""

import asyncio
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

import typer

from bot.app import configured
from bot.cli import exits
from bot.cli.opening import opened
from bot.settings import Settings
from bot.storage import backups, epoch
from bot.storage.backups import BadBackup, Places
from bot.storage.lock import FolderLock

_QUIET = 2.0  # seconds before it says how far it is
_POSTGRES = (
    "this is for SQLite: the database is PostgreSQL, whose own tool backs it up while the bot runs "
    "(pg_dump --format=custom). After pg_restore, before the bot starts again: backup restored"
)


class Steps:
    """Says how far it is, once it is seen to take long."""

    def __init__(self) -> None:
        self._began = time.monotonic()

    def __call__(self, step: str, done: int, total: int) -> None:
        if time.monotonic() - self._began > _QUIET:
            print(f"{done}/{total} {step}", file=sys.stderr)


def create(config: Path | None, to: Path | None) -> int:
    """Make a backup, also while the bot runs."""
    places, _ = _places(config)
    now = datetime.now(UTC)
    folder = to if to is not None and to.is_dir() else places.backups
    file = to if to is not None and not to.is_dir() else folder / backups.name(now)
    if not places.database.exists():
        return _failed(f"there is no database {places.database} yet")
    if file.exists():
        return _failed(f"{file} is there already")
    with _faults():
        made = backups.pack(places, file, now, Steps())
    print(f"{file} ({file.stat().st_size} bytes, {made.rows} rows, {made.login} further files)")
    return 0


def verify(file: Path) -> int:
    """Read a backup as if it were to be put back."""
    with _faults():
        found = backups.verify(file, Steps())
    print(
        f"{file} is good: {found.rows} rows, revision {found.revision}, {found.login} further files"
    )
    return 0


def show(config: Path | None) -> int:
    """List the backups, newest first."""
    places, _ = _places(config)
    for made, file in backups.shelved(places.backups):
        print(f"{made:%Y-%m-%d %H:%M:%S} UTC  {file.stat().st_size:>12}  {file}")
    return 0


def restore(config: Path | None, source: Path, *, everything: bool) -> int:
    """Put a backup in place while the bot does not run."""
    places, settings = _places(config)
    settings.data_dir.mkdir(mode=0o700, parents=True, exist_ok=True)
    lock = FolderLock(settings.data_dir)
    with exits.said_plainly(), _faults():
        lock.take()
        try:
            now = datetime.now(UTC)
            done = backups.put_back(source, places, now, everything=everything, progress=Steps())
        finally:
            lock.release()
    option = " --everything" if everything else ""
    print(f"in place: {done.contents.rows} rows of {source}")
    print(f"what was there before: {done.aside}")
    print(f"to undo it: {Path(sys.argv[0]).name} backup restore{option} {done.aside}")
    print("the bot will say nothing twice, and tell the office what it no longer knows")
    return 0


def restored(config: Path | None) -> int:
    """Note that other tools put an older copy of the database in place."""
    settings = exits.settings(config, account=False)
    with exits.said_plainly():
        asyncio.run(_declare(settings))
    print("noted: the next start asks the rooms before it says anything")
    return 0


async def _declare(settings: Settings) -> None:
    async with opened(settings) as database:
        await epoch.declare_old(database)


def _places(config: Path | None) -> tuple[Places, Settings]:
    settings = exits.settings(config, account=False)
    places = configured.places(settings)
    if places is None:
        raise typer.Exit(_failed(_POSTGRES))
    return places, settings


@contextmanager
def _faults() -> Iterator[None]:
    try:
        yield
    except BadBackup as bad:
        raise typer.Exit(_failed(f"no good backup: {bad}")) from None
    except OSError as fault:
        print(f"{fault.strerror}: {fault.filename}", file=sys.stderr)
        raise typer.Exit(exits.DISK) from None


def _failed(sentence: str) -> int:
    print(sentence, file=sys.stderr)
    return exits.FAILED
