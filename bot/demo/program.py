"""A program that we start, watch and end: Synapse and the bot are run in the same way."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

_TETHER = Path(__file__).with_name("tether.py")


class Program:
    """One child process, writing to a log file; it dies with this process."""

    def __init__(self, command: Sequence[str], *, log: Path, cwd: Path) -> None:
        self.log = log
        self._command = tuple(command)
        self._cwd = cwd
        self._process: subprocess.Popen[bytes] | None = None

    @property
    def pid(self) -> int | None:
        """The process id while it runs."""
        return self._process.pid if self._process and self.running else None

    @property
    def running(self) -> bool:
        return self._process is not None and self._process.poll() is None

    @property
    def exit_code(self) -> int | None:
        """How it ended; None while it runs, and negative for a signal."""
        return self._process.poll() if self._process else None

    def start(self, environment: Mapping[str, str]) -> None:
        """Start with exactly this environment. Call it from a thread that lives on.

        The tie to the parent is a tie to the thread that started the child. A session of its own
        keeps the terminal's Ctrl-C away from it: it is ended by `stop`, in order.
        """
        tether = (sys.executable, "-I", str(_TETHER), str(os.getpid()))
        self.log.parent.mkdir(parents=True, exist_ok=True)
        with self.log.open("ab") as log:
            self._process = subprocess.Popen(
                (*tether, *self._command),
                cwd=self._cwd,
                env=dict(environment),
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=log,
                start_new_session=True,
            )

    def stop(self, patience: float = 10) -> None:
        """End it in good order; after `patience` seconds by force."""
        if self._process is None:
            return
        self._process.terminate()
        try:
            self._process.wait(patience)
        except subprocess.TimeoutExpired:
            self.kill()

    def kill(self) -> None:
        """End it at once, as a crash would."""
        if self._process is not None:
            self._process.kill()
            self._process.wait()

    def last_lines(self, count: int = 15) -> str:
        """The end of the log."""
        try:
            text = self.log.read_text("utf-8", errors="replace")
        except FileNotFoundError:
            return ""
        return "\n".join(text.splitlines()[-count:])
