"""A run of the benchmarks: who takes part, how often, and what came out so far."""

from __future__ import annotations

import sys
import time
from collections.abc import Awaitable, Callable, Coroutine, Sequence
from dataclasses import dataclass, field
from typing import Any

from tests.benchmarks.bench import NoAnswer
from tests.benchmarks.bots import Bot
from tests.benchmarks.figures import Figures
from tests.benchmarks.tables import Table


@dataclass(frozen=True, slots=True)
class Session:
    """`rounds` and `quick` bound how long it takes."""

    bots: tuple[Bot, ...]
    rounds: int
    quick: bool = False
    figures: Figures = field(default_factory=Figures)

    @property
    def main(self) -> tuple[Bot, ...]:
        """Without those that differ from another one by a detail."""
        return tuple(bot for bot in self.bots if not bot.detail)

    async def each(
        self,
        bots: Sequence[Bot],
        work: Callable[[Bot, int], Awaitable[None]],
        rounds: int | None = None,
    ) -> None:
        """Take the bots in turn, A B C A B C, so that a change of the machine meets all alike."""
        for number in range(min(rounds or self.rounds, self.rounds)):
            for bot in bots:
                began = time.monotonic()
                try:
                    await work(bot, number)
                except (NoAnswer, TimeoutError) as fault:
                    self.figures.add("failed", bot.name, number, 1)
                    tell(f"round {number + 1} {bot.name}: FAILED: {fault}")
                else:
                    tell(f"round {number + 1} {bot.name}: {time.monotonic() - began:.1f} s")

    def some(self, few: int, many: int) -> int:
        """How much to do in a quick run, and in a whole one."""
        return few if self.quick else many


@dataclass(frozen=True, slots=True)
class Scenario:
    """Something to measure, with the tables that it fills."""

    name: str
    run: Callable[[Session], Coroutine[Any, Any, None]]
    tables: tuple[Table, ...]
    rare: bool = False
    """It takes minutes: only when it is named, or in a whole run."""


def tell(text: str) -> None:
    """Say how it goes, apart from the results."""
    print(f"    {text}", file=sys.stderr, flush=True)
