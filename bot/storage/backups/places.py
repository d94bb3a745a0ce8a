"""Where the things lie that belong together."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

DATABASE = "lotse.db"
"""The database's name inside a backup, wherever it lies outside."""

_BESIDE = ("-wal", "-shm", "-journal")
KEYS = "crypto"
"""The key store is never brought back, since its ratchets only ever go forward: without it the bot
becomes a new device of the same identity."""
_NOT_KEPT = ("lotse.lock", "lotse.epoch", "lotse.stuck", "backups", KEYS)
_PASSING = ("before-", "restor", ".")


@dataclass(frozen=True, slots=True)
class Places:
    """The database file, the data directory and the directory of the backups."""

    database: Path
    folder: Path
    backups: Path

    def database_files(self) -> list[Path]:
        """The database and what SQLite keeps beside it."""
        files = [self.database.with_name(self.database.name + end) for end in ("", *_BESIDE)]
        return [file for file in files if file.exists()]

    def login(self) -> list[Path]:
        """Everything else that is kept: the login, and the identity."""
        return sorted(path for path in self.folder.iterdir() if self._is_login(path))

    def _is_login(self, path: Path) -> bool:
        name = path.name
        ours = name == DATABASE or name.startswith(tuple(DATABASE + end for end in _BESIDE))
        ours = ours or path in self.database_files() or path == self.backups
        return not (ours or name in _NOT_KEPT or name.startswith(_PASSING) or name.endswith(".new"))


def inside(folder: Path) -> Iterator[Path]:
    """Every file below, in order."""
    return (path for path in sorted(folder.rglob("*")) if path.is_file())
