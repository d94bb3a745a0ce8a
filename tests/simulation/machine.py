"""The machine that the bot runs on: clocks that can be set, sleep, and a plug that can be pulled."""

from __future__ import annotations

import asyncio
import contextlib
import random
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from unittest import mock

import apscheduler.schedulers.base

START = datetime(2026, 10, 19, 6, 0, tzinfo=UTC)
"""Monday before the night in which the clocks go back."""


class Machine:
    """The bot's clocks. `truth` is what they should say."""

    def __init__(self, loop: asyncio.AbstractEventLoop, start: datetime = START) -> None:
        self._loop = loop
        self._start = start
        self.error = timedelta()
        """How far the wall clock is ahead of the truth."""

    def truth(self) -> datetime:
        return self._start + timedelta(seconds=self._loop.time())

    def now(self) -> datetime:
        return self.truth() + self.error

    def boot(self) -> timedelta:
        return timedelta(days=3, seconds=self._loop.time())

    @contextlib.contextmanager
    def clocks_of_libraries(self) -> Iterator[None]:
        """APScheduler is the only one that reads a clock by itself."""
        machine = self

        class Virtual(datetime):
            @classmethod
            def now(cls, tz: object = None) -> datetime:  # type: ignore[override]
                return machine.now().astimezone(tz)  # type: ignore[arg-type]

        with mock.patch.object(apscheduler.schedulers.base, "datetime", Virtual):
            yield


class Killed(BaseException):
    """The process is gone; nothing in it may catch this."""


@dataclass(slots=True)
class Plug:
    """Counts every step that a process takes outside itself; at the chosen one it dies.

    A step is a statement that is about to run, a change that is about to become durable or has
    become it, a request that is about to leave, or an answer that has not been read yet.
    """

    at: int | None = None
    """The step before which it is pulled."""
    chance: float = 0.0
    dice: random.Random = field(default_factory=random.Random)
    steps: int = 0
    commits: int = 0
    """How many of them made a change durable."""
    labels: list[str] | None = None
    pulled: bool = False

    def step(self, label: str) -> None:
        """One more.

        Raises:
            Killed: it was the last.
        """
        if self.pulled:
            raise Killed
        if self.labels is not None:
            self.labels.append(label)
        self.steps += 1
        if self.steps - 1 == self.at or (self.chance and self.dice.random() < self.chance):
            self.pulled = True
            raise Killed
