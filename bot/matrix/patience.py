"""How long to wait before the next try: longer each time, never in step with others."""

from __future__ import annotations

import asyncio
import logging
import random
from collections.abc import Awaitable, Callable
from typing import TypeVar

from bot.matrix.errors import Limited, Temporary

log = logging.getLogger(__name__)

T = TypeVar("T")


class Backoff:
    """Pauses of 1 s, 2 s, 4 s ... up to 60 s, each shortened by chance by up to a quarter."""

    def __init__(self, first: float = 1.0, longest: float = 60.0) -> None:
        self._first = first
        self._longest = longest
        self.failures = 0

    def reset(self) -> None:
        """It worked: the next failure begins anew."""
        self.failures = 0

    def next(self, fault: Temporary | None = None) -> float:
        """Seconds to wait; what the homeserver asked for is honoured."""
        if isinstance(fault, Limited):
            return fault.retry_after * random.uniform(1.0, 1.1) + 0.01  # noqa: S311 -- no secret
        pause = min(self._first * 2.0 ** min(self.failures, 16), self._longest)
        self.failures += 1
        return pause * random.uniform(0.75, 1.0)  # noqa: S311 -- no secret

    async def sleep(self, what: str, fault: Temporary) -> None:
        """Wait, and say so in the log."""
        pause = self.next(fault)
        log.warning("%s failed, next try in %.1f s: %s", what, pause, fault)
        await asyncio.sleep(pause)


async def insist(ask: Callable[[], Awaitable[T]], what: str, tries: int | None = None) -> T:
    """Ask until there is an answer; after so many `tries` the temporary fault is raised.

    Raises:
        Permanent, Unauthorised: trying again would not help.
    """
    backoff, tried = Backoff(), 0
    while True:
        try:
            return await ask()
        except Temporary as fault:
            tried += 1
            if tries is not None and tried >= tries:
                raise
            await backoff.sleep(what, fault)
