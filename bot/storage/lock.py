"""One bot per data folder: a second one would answer everything twice."""

import fcntl
import os
import socket
from pathlib import Path
from typing import IO


class AlreadyRunning(Exception):  # noqa: N818 -- says what is wrong
    """Another process holds the folder; `args[0]` is what it wrote about itself."""


class FolderLock:
    """Held from `take` until `release` or the end of the process."""

    def __init__(self, folder: Path) -> None:
        self._path = folder / "lotse.lock"
        self._file: IO[str] | None = None

    def take(self) -> None:
        """Take the lock.

        Raises:
            AlreadyRunning: it is taken.
        """
        file = self._path.open("a+", encoding="utf-8")
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            file.seek(0)
            holder = file.read(100).strip()
            file.close()
            raise AlreadyRunning(holder) from None
        file.truncate(0)
        file.write(f"pid {os.getpid()} on {socket.gethostname()}\n")
        file.flush()
        self._file = file

    def release(self) -> None:
        """Let another one in."""
        if self._file is not None:
            self._file.close()
            self._file = None
