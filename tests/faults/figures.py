"""What `make faults` measures, the bound for each figure, and how it is written down."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Coroutine, Sequence
from dataclasses import dataclass
from typing import Any

from tests.benchmarks.figures import plain
from tests.benchmarks.tables import grid


@dataclass(frozen=True, slots=True)
class Figure:
    """A measured value and its bound; `least` makes that a lower one."""

    what: str
    value: float
    bound: float
    unit: str = ""
    least: bool = False

    @property
    def reached(self) -> bool:
        return self.value >= self.bound if self.least else self.value <= self.bound

    @property
    def row(self) -> tuple[str, str, str, str]:
        unit = f" {self.unit}" if self.unit else ""
        bound = f"{'>=' if self.least else '<='} {plain(self.bound)}{unit}"
        return self.what, bound, f"{plain(self.value)}{unit}", "yes" if self.reached else "**no**"


@dataclass(frozen=True, slots=True)
class Run:
    """How much is done, and from which seed it follows."""

    seed: int = 1
    quick: bool = False

    def some(self, few: int, many: int) -> int:
        """How often in a quick run, and in a whole one."""
        return few if self.quick else many


@dataclass(frozen=True, slots=True)
class Scenario:
    """Something that goes wrong, and the figures that it gives; `about` says what is done."""

    name: str
    about: str
    measure: Callable[[Run], Coroutine[Any, Any, Sequence[Figure]]]


def table(scenario: Scenario, figures: Sequence[Figure], run: Run, took: float) -> str:
    """A headline, what was done and when, and a line for each figure."""
    heads = ("what", "bound", "measured", "reached")
    lines = grid(heads, [figure.row for figure in figures])
    size = "a quick run" if run.quick else "a whole run"
    when = f"{size} on {time.strftime('%Y-%m-%d')}, seed {run.seed}, {took / 60:.0f} minutes"
    return f"## {scenario.name}\n\n{scenario.about} ({when})\n\n{lines}"


def tell(text: str) -> None:
    """Say how it goes, apart from the results."""
    print(f"    {time.strftime('%H:%M:%S')} {text}", file=sys.stderr, flush=True)
