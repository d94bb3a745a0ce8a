"""Runs a program that dies with whoever started it, however that one ended.

Used as a script: `python tether.py PARENT_PID PROGRAM ARGUMENTS...`. It becomes the program, so the
process id stays; a function between fork and exec would do the same, but not safely.
"""

from __future__ import annotations

import ctypes
import os
import signal
import sys

_PR_SET_PDEATHSIG = 1


def main(parent: int, command: list[str]) -> None:
    """Tie this process to its parent and become the command."""
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(_PR_SET_PDEATHSIG, signal.SIGKILL)
        # The parent may have gone before the tie was made.
        if os.getppid() != parent:
            return
    os.execvp(command[0], command)  # noqa: S606 -- the command is our own


if __name__ == "__main__":
    main(int(sys.argv[1]), sys.argv[2:])
