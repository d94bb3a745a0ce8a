"""Notices from outside when the loop stands still, since it cannot notice that itself.

A command that computes without ever waiting holds up everybody, the health page too. A thread
counts: after a while it says in the log where the loop stands, and in the end it ends the process,
so that whoever looks after it starts it anew. What the loop was at is noted, or the next start
would come to the same point.
"""

import asyncio
import contextlib
import logging
import os
import socket
import sys
import threading
import traceback
from pathlib import Path
from typing import Self

log = logging.getLogger(__name__)

STOOD_STILL = 70
"""The exit code."""
_BEAT, _SLOW, _OVER = 1.0, 10, 30
_STUCK = "lotse.stuck"


class Pulse:
    """`async with` it around all that the loop does.

    The thread counts its own turns and no clock: a process that was stopped, or a machine that
    slept, has not stood still.
    """

    def __init__(self, folder: Path) -> None:
        """`folder` is where it is noted what the loop was at."""
        self._file = folder / _STUCK
        self._missed = 0
        self._ended = threading.Event()
        self._beating: asyncio.Task[None] | None = None

    async def __aenter__(self) -> Self:
        loop, thread = asyncio.get_running_loop(), threading.get_ident()
        self._beating = asyncio.create_task(self._beat(), name="pulse")
        threading.Thread(target=self._count, args=(loop, thread), name="pulse", daemon=True).start()
        return self

    async def __aexit__(self, *_: object) -> None:
        self._ended.set()
        if self._beating is not None:
            self._beating.cancel()
            await asyncio.wait([self._beating])

    def stuck(self) -> str | None:
        """What an earlier run stood still at: the name of its task; told once."""
        with contextlib.suppress(FileNotFoundError):
            name = self._file.read_text("utf-8")
            self._file.unlink()
            return name
        return None

    async def _beat(self) -> None:
        while True:
            self._missed = 0
            _notify("WATCHDOG=1")
            await asyncio.sleep(_BEAT)

    def _count(self, loop: asyncio.AbstractEventLoop, thread: int) -> None:
        while not self._ended.wait(_BEAT):
            self._missed += 1
            if self._missed == _SLOW:
                log.error("the loop stands still for %d s at\n%s", _SLOW * _BEAT, _place(thread))
            if self._missed > _OVER:
                self._give_up(loop)

    def _give_up(self, loop: asyncio.AbstractEventLoop) -> None:
        """Nothing can be ended in good order: that would be up to the loop."""
        task = asyncio.current_task(loop)
        name = task.get_name() if task else ""
        log.critical("the loop stands still: ended with %d at %s", STOOD_STILL, name)
        with contextlib.suppress(OSError):
            self._file.write_text(name, "utf-8")
        logging.shutdown()
        os._exit(STOOD_STILL)


def _place(thread: int) -> str:
    """Files, lines and names of functions; no value of any variable."""
    frame = sys._current_frames().get(thread)  # noqa: SLF001 -- the documented way
    return "".join(traceback.format_stack(frame)[-12:]) if frame else ""


def _notify(word: str) -> None:
    """Tell systemd, where it asked for that."""
    address = os.environ.get("NOTIFY_SOCKET", "")
    if address:
        with contextlib.suppress(OSError), socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as to:
            to.setblocking(False)
            to.sendto(word.encode(), "\0" + address[1:] if address[0] == "@" else address)
