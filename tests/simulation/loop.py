"""An event loop whose time is virtual, and which waits for no one.

Time moves only when nothing is left to do, and then at once to the next timer. The database is
called, by the loop itself, only when nothing else is left to do at this instant, so that neither
the machine's speed nor any thread decides what comes first.
"""

from __future__ import annotations

import asyncio
import contextvars
import heapq
import selectors
from collections import deque
from collections.abc import Callable
from concurrent.futures import Executor
from functools import partial
from typing import Any, TypeVar, TypeVarTuple, Unpack

T = TypeVar("T")
Ts = TypeVarTuple("Ts")

LIFE: contextvars.ContextVar[object | None] = contextvars.ContextVar("life", default=None)
"""The life of a process to which a task or a timer belongs; None for the world around it."""

_HEARTBEAT = 60.0
_DAY = 86_400.0
_MOST_AT_ONE_INSTANT = 200_000


class Standstill(Exception):  # noqa: N818 -- says what is wrong
    """Nothing can ever happen again, or time does not move on."""


class _Timer(asyncio.TimerHandle):
    """Knows whether it was set for less than a minute, inside a life."""

    __slots__ = ("beats",)
    beats: bool


class VirtualLoop(asyncio.SelectorEventLoop):
    """`time()` is virtual seconds since the loop was made."""

    def __init__(self) -> None:
        self._now = 0.0
        self._turns = 0
        self._works: deque[Callable[[], None]] = deque()
        self.is_quiet: Callable[[], bool] = lambda: False
        """Whether nothing happens but heartbeats until the next timer of the world."""
        super().__init__(_Waiting(self))
        # Rounding must not make a timer wait for a moment that never comes; but what is to come in
        # a thousandth of a second comes then, or whoever waits for it asks again and again.
        self._clock_resolution = 5e-7
        self.set_exception_handler(_ignore)

    def time(self) -> float:
        return self._now

    def call_at(
        self,
        when: float,
        callback: Callable[[Unpack[Ts]], object],
        *args: *Ts,
        context: contextvars.Context | None = None,
    ) -> asyncio.TimerHandle:
        timer = _Timer(when, callback, args, self, context)
        timer.beats = when - self._now <= _HEARTBEAT and _life_of(timer) is not None
        heapq.heappush(self._scheduled, timer)  # type: ignore[attr-defined]
        timer._scheduled = True  # type: ignore[attr-defined]
        return timer

    def work(self, func: Callable[[], T]) -> asyncio.Future[T]:
        """Call it when the loop has nothing else to do, and before time moves on."""
        done: asyncio.Future[T] = self.create_future()
        self._works.append(partial(_do, func, done))
        return done

    def run_in_executor(
        self, executor: Executor | None, func: Callable[[Unpack[Ts]], T], *args: *Ts
    ) -> asyncio.Future[T]:
        """At once: no other thread may finish sooner or later than it did the last time."""
        done: asyncio.Future[T] = self.create_future()
        _do(partial(func, *args), done)
        return done

    def forget(self, life: object) -> None:
        """Drop every timer and callback of a life that has ended."""
        for handle in (*self._ready, *self._scheduled):  # type: ignore[attr-defined]
            if _life_of(handle) is life:
                handle.cancel()

    def wait(self, seconds: float | None) -> None:
        """Nothing is ready: call the database, or move time on."""
        if self._works:
            self._works.popleft()()
        elif seconds is None:
            raise Standstill("nothing can ever happen again")
        else:
            self._turns = 0
            self._skip_heartbeats()
            self._now = max(self._now, self._scheduled[0]._when)  # type: ignore[attr-defined]

    def count(self) -> None:
        """One more turn at this instant."""
        self._turns += 1
        if self._turns > _MOST_AT_ONE_INSTANT:
            raise Standstill(f"time stands still at {self._now}")

    def _skip_heartbeats(self) -> None:
        """Where nothing can happen, the bot's timers of the next minute move to the end of it.

        They repeat themselves and find nothing: only their number gets smaller.
        """
        timers: list[_Timer] = self._scheduled  # type: ignore[attr-defined]
        near, until = self._now + _HEARTBEAT, self._now + _DAY
        beats = []
        if not self.is_quiet():
            return
        for timer in timers:
            when = timer.when()
            if timer.beats and when <= near:
                beats.append(timer)
            elif when < until and not timer.cancelled():
                if when <= near + _HEARTBEAT:
                    return
                until = when
        leap = until - near
        for beat in beats:
            beat._when += leap  # type: ignore[attr-defined]
        heapq.heapify(timers)


def _do(func: Callable[[], T], done: asyncio.Future[T]) -> None:
    """Tell its outcome to the one who waits, if somebody still does."""
    try:
        result = func()
    except BaseException as fault:  # noqa: BLE001 -- death too
        if not done.done():
            done.set_exception(fault)
    else:
        if not done.done():
            done.set_result(result)


def _life_of(handle: asyncio.Handle) -> object | None:
    context: contextvars.Context | None = handle._context  # type: ignore[attr-defined]
    return context.get(LIFE) if context is not None else None


class _Waiting(selectors.SelectSelector):
    """Asks no file whether it is ready: there is none."""

    def __init__(self, loop: VirtualLoop) -> None:
        super().__init__()
        self._loop = loop

    def select(self, timeout: float | None = None) -> list[Any]:
        if timeout == 0:
            self._loop.count()
        else:
            self._loop.wait(timeout)
        return []


def _ignore(loop: asyncio.AbstractEventLoop, context: dict[str, Any]) -> None:
    """What a killed process leaves behind is nobody's business."""
