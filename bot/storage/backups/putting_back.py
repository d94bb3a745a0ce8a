"""Puts a backup in the place of what is there: whole, and so that it can be undone.

What was decided is a folder's name, so that a kill at any point leaves something to finish:
`restoring-T` holds all that will be put in place, the old files go to `before-restore-T`, then it
is called `restored-T` and what it holds is moved in.
"""

import shutil
import tempfile
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from bot.storage.backups.archive import Contents, Progress, examine, nobody, unpack
from bot.storage.backups.places import DATABASE, KEYS, Places, inside
from bot.storage.backups.snapshot import sync

_DECIDED, _CLEARED, _ASIDE = "restoring-", "restored-", "before-restore-"


@dataclass(frozen=True, slots=True)
class PutBack:
    """What is in place now, and where that lies which was there before."""

    contents: Contents
    aside: Path


def put_back(
    source: Path,
    places: Places,
    now: datetime,
    *,
    everything: bool = False,
    progress: Progress = nobody,
) -> PutBack:
    """Put a backup, or what an earlier one replaced, in place. The caller holds the folder's lock.

    The login that is there stays, because it is newer; with `everything`, or where there is none,
    it comes too. The key store stays in any case: an old state of it is worse than none.

    Raises:
        BadBackup: it cannot be relied on; nothing was changed.
        OSError: the disk.
    """
    finish(places)
    aside = _unused(places, now)
    decided = places.folder / f"{_DECIDED}{aside.name.removeprefix(_ASIDE)}"
    with tempfile.TemporaryDirectory(prefix=".unpacking-", dir=places.folder) as made:
        folder = Path(made) / "whole"
        folder.mkdir(mode=0o700)
        progress("unpacking", 0, 3)
        unpack(source, folder)
        # Earlier releases packed it.
        shutil.rmtree(folder / KEYS, ignore_errors=True)
        progress("checking", 1, 3)
        contents = examine(folder)
        if places.login() and not everything:
            _drop(folder, keeping=DATABASE)
        for file in inside(folder):
            file.chmod(0o600)
            sync(file)
        progress("putting in place", 2, 3)
        folder.rename(decided)
    finish(places)
    progress("done", 3, 3)
    return PutBack(contents, aside)


def _unused(places: Places, now: datetime) -> Path:
    """Where the old files go: of several in one second each has a place of its own."""
    while (aside := places.folder / f"{_ASIDE}{now.astimezone(UTC):%Y%m%dT%H%M%SZ}").exists():
        now += timedelta(seconds=1)
    return aside


def finish(places: Places) -> None:
    """Finish what a kill broke off; does nothing where nothing was begun."""
    for decided in sorted(places.folder.glob(f"{_DECIDED}*")):
        aside = places.folder / f"{_ASIDE}{decided.name.removeprefix(_DECIDED)}"
        _set_aside(places, decided, aside)
        decided.rename(places.folder / f"{_CLEARED}{decided.name.removeprefix(_DECIDED)}")
        sync(places.folder)
    for cleared in sorted(places.folder.glob(f"{_CLEARED}*")):
        for path in sorted(cleared.iterdir()):
            path.rename(places.database if path.name == DATABASE else places.folder / path.name)
        sync(places.database.parent)
        cleared.rmdir()
        sync(places.folder)


def _set_aside(places: Places, decided: Path, aside: Path) -> None:
    aside.mkdir(mode=0o700, exist_ok=True)
    for file in places.database_files():
        file.rename(aside / (DATABASE + file.name.removeprefix(places.database.name)))
    names = {path.name for path in decided.iterdir()} - {DATABASE}
    if names:
        _move((path for path in places.login()), aside)
    sync(aside)


def _move(paths: Iterable[Path], to: Path) -> None:
    for path in list(paths):
        path.rename(to / path.name)


def _drop(folder: Path, *, keeping: str) -> None:
    for path in sorted(folder.rglob("*"), reverse=True):
        if path != folder / keeping:
            path.rmdir() if path.is_dir() else path.unlink()
