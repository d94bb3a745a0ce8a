"""What ends the bot from outside, and how a task of ours is ended."""

import asyncio
import logging
import signal
from typing import Any

log = logging.getLogger(__name__)


def told_to_stop() -> asyncio.Event:
    """Set by SIGTERM and SIGINT. SIGHUP, which would end us in the middle, changes nothing.

    The configuration is read at the start only: a reload that works half would leave it to chance
    which settings count.
    """
    loop, stopping = asyncio.get_running_loop(), asyncio.Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        loop.add_signal_handler(number, stopping.set)
    loop.add_signal_handler(signal.SIGHUP, _does_not_reload)
    return stopping


def _does_not_reload() -> None:
    log.warning("SIGHUP changes nothing: restart to read the configuration anew")


async def ended_before(stopping: asyncio.Event, task: asyncio.Task[Any]) -> bool:
    """Whether the task ended, or raises its fault, before the signal came."""
    signalled = asyncio.create_task(stopping.wait())
    await asyncio.wait((task, signalled), return_when=asyncio.FIRST_COMPLETED)
    await end(signalled)
    if task.done():
        task.result()
    return task.done()


async def end(task: asyncio.Task[Any]) -> None:
    """Cancel it and wait; how it ends is its own affair."""
    task.cancel()
    await asyncio.wait([task])
