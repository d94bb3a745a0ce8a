"""What a fault of the database means: it passes by itself, or somebody has to help first."""

import errno
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy.exc import DBAPIError

_FEW = 4 * 2**20  # bytes: with less, a failing write is taken for a full disk
_PRIMARY = 0xFF
_FINAL = {
    sqlite3.SQLITE_READONLY: "is read-only",
    sqlite3.SQLITE_IOERR: "cannot be read or written",
    sqlite3.SQLITE_CANTOPEN: "cannot be opened",
}
_DAMAGE = (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB)


class DiskFault(Exception):  # noqa: N818 -- says what is wrong
    """The disk does not do what the database needs: better end, and be started again."""

    def __init__(self, path: Path, why: str) -> None:
        super().__init__(f"the database {path} {why}")
        self.path = path


class Damaged(DiskFault):
    """The file is no sound database any more."""

    def __init__(self, path: Path, found: str) -> None:
        super().__init__(path, f"is damaged ({found})")


def final(fault: BaseException, path: Path) -> DiskFault | None:
    """What that fault means for good; None if it may pass, as a full disk does."""
    cause = fault.orig if isinstance(fault, DBAPIError) else fault
    code = _code(fault)
    if code in _DAMAGE:
        return Damaged(path, str(cause))
    if code not in _FINAL or (code == sqlite3.SQLITE_IOERR and _is_full(path)):
        return None
    return DiskFault(path, _FINAL[code])


def is_full(fault: DBAPIError) -> bool:
    """Whether there was no room for it."""
    return _code(fault) == sqlite3.SQLITE_FULL


@contextmanager
def said_of(path: Path) -> Iterator[None]:
    """At the start a full disk, too, is a reason to end.

    Raises:
        DiskFault: instead of what SQLite or SQLAlchemy raises.
    """
    try:
        yield
    except (sqlite3.Error, DBAPIError) as fault:
        if found := final(fault, path):
            raise found from fault
        if _code(fault) in (sqlite3.SQLITE_FULL, sqlite3.SQLITE_IOERR):
            raise OSError(errno.ENOSPC, "no space left on the device", str(path)) from fault
        raise


def _code(fault: BaseException) -> int:
    """SQLite's own number for it, without its details; 0 if it is none of SQLite's."""
    cause = fault.orig if isinstance(fault, DBAPIError) else fault
    return getattr(cause, "sqlite_errorcode", 0) & _PRIMARY


def _is_full(path: Path) -> bool:
    try:
        return shutil.disk_usage(path.parent).free < _FEW
    except OSError:
        return False
