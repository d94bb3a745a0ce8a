"""Starts the programs that are measured, and reads from /proc what they use."""

from __future__ import annotations

import asyncio
import ctypes
import os
import signal
import subprocess
from collections.abc import Mapping, Sequence
from pathlib import Path

_LIBC = ctypes.CDLL(None)
_PR_SET_PDEATHSIG = 1
_TICKS = os.sysconf("SC_CLK_TCK")


class Process:
    """A running program and its children. It dies with us, however we end."""

    def __init__(
        self, command: Sequence[str], environment: Mapping[str, str], folder: Path, cwd: Path
    ) -> None:
        """Start it; what it says goes into `folder`."""
        self._output = folder / "output"
        with self._output.open("ab") as output:
            self._process = subprocess.Popen(
                command,
                cwd=cwd,
                env={**_clean(), **environment},
                stdin=subprocess.DEVNULL,
                stdout=output,
                stderr=output,
                # A tether that is a Python of its own would cost half of what the floor bot takes.
                preexec_fn=_die_with_parent,  # noqa: PLW1509 -- no thread of ours holds a lock here
            )
        self.pid = self._process.pid

    @property
    def running(self) -> bool:
        return self._process.poll() is None

    @property
    def last_lines(self) -> str:
        """The end of what it said."""
        return "\n".join(self._output.read_text("utf-8", "replace").splitlines()[-8:])

    async def stop(self, patience: float = 15) -> None:
        """End it in good order, or by force."""
        if self.running:
            self._process.terminate()
        try:
            await asyncio.to_thread(self._process.wait, patience)
        except subprocess.TimeoutExpired:
            self._process.kill()
            await asyncio.to_thread(self._process.wait)

    def cpu(self) -> float:
        """Seconds of user and system time so far; 0 once it has ended."""
        if not self.running:
            return 0.0
        words = Path(f"/proc/{self.pid}/stat").read_text().rsplit(")", 1)[1].split()
        return (int(words[11]) + int(words[12])) / _TICKS

    def memory(self) -> float:
        """Resident MiB; pages that several processes share count in parts."""
        lines = Path(f"/proc/{self.pid}/smaps_rollup").read_text().splitlines()
        return sum(int(line.split()[1]) for line in lines if line.startswith("Pss:")) / 1024


def _die_with_parent() -> None:
    _LIBC.prctl(_PR_SET_PDEATHSIG, signal.SIGKILL)


def _clean() -> dict[str, str]:
    """Our environment without what would configure a bot."""
    foreign = ("LOTSE_", "BENCH_", "NIO_")
    return {key: text for key, text in os.environ.items() if not key.startswith(foreign)}
