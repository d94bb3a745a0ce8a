"""What was measured, by figure, bot and round, so that a ratio compares what ran side by side."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from statistics import median

FLOOR = "floor"
OURS = "ours"


class Figures:
    """Values of named figures. A ratio is to the floor bot (or another unit) in the same round."""

    def __init__(self) -> None:
        self._values: dict[str, dict[str, dict[int, float]]] = defaultdict(dict)

    def add(self, figure: str, bot: str, number: int, value: float) -> None:
        """Note the value of a round."""
        self._values[figure].setdefault(bot, {})[number] = value

    def bots(self, figures: Sequence[str]) -> tuple[str, ...]:
        """Everyone of whom one of the figures is known, in the order of measuring."""
        return tuple(dict.fromkeys(bot for figure in figures for bot in self._values[figure]))

    def of(self, figure: str, bot: str) -> list[float]:
        """One value for each round; empty if it was not measured."""
        return list(self._values[figure].get(bot, {}).values())

    def ratios(self, figure: str, bot: str, unit: str = FLOOR, of: str = "") -> list[float]:
        """One for each round in which both were measured; `of` is the unit's figure if another."""
        units = self._values[of or figure].get(unit, {})
        mine = self._values[figure].get(bot, {})
        return [value / units[n] for n, value in mine.items() if units.get(n)]


def percentile(values: Sequence[float], part: float) -> float:
    """The value below which that part (0 to 1) of the values lies.

    Raises:
        IndexError: there are none.
    """
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, round(part * (len(ordered) - 1)))]


def plain(value: float) -> str:
    """Three significant digits, whole numbers whole."""
    if value == int(value):
        return f"{int(value)}"
    return f"{value:.0f}" if abs(value) >= 100 else f"{value:.3g}"


def spread(values: Sequence[float]) -> str:
    """`median (lowest-highest)`; a dash where nothing was measured."""
    if not values:
        return "-"
    middle = plain(median(values))
    lowest, highest = plain(min(values)), plain(max(values))
    return middle if lowest == highest else f"{middle} ({lowest}-{highest})"
