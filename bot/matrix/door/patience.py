"""How long to wait before the next try: longer each time, never in step with others."""

from __future__ import annotations

import asyncio
import logging
import random
from collections import Counter
from collections.abc import Awaitable, Callable, Collection, Iterable
from typing import NoReturn, TypeVar

from bot.matrix.door.errors import Limited, Temporary, Unauthorised, as_temporary

log = logging.getLogger(__name__)

T = TypeVar("T")
_BY_CHANCE = 1.25


def seconds() -> float:
    """The clock of the running loop, which nobody sets: what spans are measured by."""
    return asyncio.get_running_loop().time()


class Backoff:
    """Pauses of 1 s, 2 s, 4 s ..., each made longer by chance by up to a quarter, 60 s at most."""

    def __init__(self, first: float = 1.0, longest: float = 60.0) -> None:
        self._first = first
        self._longest = longest / _BY_CHANCE
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
        return pause * random.uniform(1.0, _BY_CHANCE)  # noqa: S311 -- no secret

    async def sleep(self, what: str, fault: Temporary) -> None:
        """Wait, and say so in the log."""
        pause = self.next(fault)
        log.warning("%s failed, next try in %.1f s: %s", what, pause, fault)
        await asyncio.sleep(pause)


class Turns:
    """Everyone has a turn, and whoever failed comes last the next time: nobody starves others."""

    def __init__(self) -> None:
        self._failures: Counter[str] = Counter()

    def __len__(self) -> int:
        return len(self._failures)

    def keep(self, names: Iterable[str]) -> None:
        """Forget whoever is not among these any more."""
        self._failures = Counter({name: self._failures[name] for name in names}) + Counter()

    def order(self, names: Iterable[str]) -> list[str]:
        """Who failed least comes first, otherwise as they came."""
        return sorted(names, key=lambda name: self._failures[name])

    async def take(
        self, names: Iterable[str], work: Callable[[str], Awaitable[None]]
    ) -> Temporary | None:
        """Do the work for each; the latest failure. A rate limit ends the round at once.

        Raises:
            Unauthorised: the homeserver no longer knows us.
        """
        latest: Temporary | None = None
        for name in self.order(names):
            try:
                await work(name)
            except Unauthorised:
                raise
            except Limited as fault:
                self._failures[name] += 1
                return fault
            except Temporary as fault:
                self._failures[name] += 1
                log.warning("%s failed: %s", name, fault)
                latest = fault
            except Exception as fault:
                self._failures[name] += 1
                log.exception("%s failed", name)
                latest = as_temporary(fault)
            else:
                del self._failures[name]
        return latest


async def finish(tasks: Collection[asyncio.Task[None]], patience: float) -> None:
    """Let tasks end by themselves, at most so many seconds; then break them off."""
    if tasks:
        _, late = await asyncio.wait(tasks, timeout=patience)
        for task in late:
            task.cancel()
        await asyncio.gather(*late, return_exceptions=True)


async def tend(
    news: asyncio.Event, work: Callable[[], Awaitable[None]], what: str, backoff: Backoff
) -> NoReturn:
    """Do the work whenever there is news, for ever; what failed is done again after a pause.

    Raises:
        Unauthorised: the homeserver no longer knows us.
    """
    while True:
        await news.wait()
        news.clear()
        try:
            await work()
        except Temporary as fault:
            news.set()
            await backoff.sleep(what, fault)
        except Unauthorised:
            raise
        except Exception as fault:
            log.exception("%s failed", what)
            news.set()
            await backoff.sleep(what, as_temporary(fault))
        else:
            backoff.reset()


async def insist(
    ask: Callable[[], Awaitable[T]],
    what: str,
    tries: int | None = None,
    backoff: Backoff | None = None,
) -> T:
    """Ask until there is an answer; after so many `tries` the temporary fault is raised.

    Raises:
        Permanent, Unauthorised: trying again would not help.
    """
    backoff, tried = backoff or Backoff(), 0
    while True:
        try:
            return await ask()
        except Temporary as fault:
            tried += 1
            if tries is not None and tried >= tries:
                raise
            await backoff.sleep(what, fault)
