"""The goals, what was measured for each, and whether it is reached."""

from __future__ import annotations

import operator
from dataclasses import dataclass
from statistics import median

from tests.benchmarks.figures import FLOOR, OURS, Figures, plain, spread
from tests.benchmarks.searching import ANY, PREFIXES, TRIGRAMS
from tests.benchmarks.tables import grid


@dataclass(frozen=True, slots=True)
class Goal:
    """A bound for our bot: users need `must`, we want `aim`; None where there is no such bound.

    Without a `unit` the figure itself counts, else its ratio to the unit's (`of`: another figure
    of the unit). `least` bounds from below; `total` adds the rounds up.
    """

    what: str
    figure: str
    must: float | None
    aim: float | None
    unit: str | None = FLOOR
    of: str = ""
    least: bool = False
    total: bool = False
    sign: str = ""

    def values(self, figures: Figures) -> list[float]:
        """What was measured, by round."""
        if self.unit is None:
            return figures.of(self.figure, OURS)
        return figures.ratios(self.figure, OURS, self.unit, self.of)

    def is_reached(self, figures: Figures) -> bool | None:
        """Whether what users need is reached; None if it was not measured."""
        values = self.values(figures)
        if not values or self.must is None:
            return None
        return self._within(self._number(values), self.must)

    def row(self, figures: Figures) -> list[str] | None:
        """The line in the table; None if it was not measured."""
        values = self.values(figures)
        if not values:
            return None
        number = self._number(values)
        sign = self.sign or (" x" if self.unit else "")
        limit = ">= " if self.least else "<= "
        shown = plain(number) if self.total else spread(values)
        return [
            self.what,
            self._best_peer(figures),
            "-" if self.must is None else f"{limit}{plain(self.must)}{sign}",
            "-" if self.aim is None else f"{limit}{plain(self.aim)}{sign}",
            f"{shown}{sign}",
            self._reached(number),
        ]

    def _best_peer(self, figures: Figures) -> str:
        if self.unit != FLOOR:
            return "-"
        known = (figures.ratios(self.figure, peer, self.unit, self.of) for peer in PEERS)
        medians = [median(values) for values in known if values]
        return plain((max if self.least else min)(medians)) if medians else "-"

    def _reached(self, number: float) -> str:
        if self.aim is not None and self._within(number, self.aim):
            return "aim"
        if self.must is None:
            return "not the aim"
        return "must" if self._within(number, self.must) else "**missed**"

    def _number(self, values: list[float]) -> float:
        return sum(values) if self.total else median(values)

    def _within(self, number: float, bound: float) -> bool:
        better = operator.ge if self.least else operator.le
        return bool(better(number, bound))


def _none_of(what: str, *figures: str) -> tuple[Goal, ...]:
    return tuple(
        Goal(f"{what}: {kind}", f"{figure}-{kind}", 0, 0, None, total=True)
        for figure in figures
        for kind in ("lost", "doubled")
    )


PEERS = ("nio", "nio-filter", "simplematrixbotlib", "maubot")
"""Those that people use; none of them stores anything."""

GOALS = (
    Goal("round trip p50, one at a time, durable", "trip", 6, 2.9),
    Goal("answers/s, 50 outstanding in 10 rooms, durable", "wide", 0.25, 0.41, least=True),
    Goal("CPU per command then", "wide-cpu", 6, 3),
    Goal("memory, 10 rooms", "memory-10", 3.5, 2.5),
    Goal("start to first answer, 10 rooms", "start-10", 5, 3),
    *_none_of("one at a time", "lost"),
    *_none_of("50 outstanding", "wide-lost"),
    *_none_of("burst of 60 in one room", "burst-60"),
    *_none_of("burst of 300 in one room", "burst-300"),
    Goal("answers/s at 50 ms delay", "far", 0.75, 0.9, least=True),
    *_none_of("every tenth send fails", "failing"),
    Goal("memory growth over many commands", "growth", 10, 3, None, sign=" %"),
    Goal("start to first answer, 1,000 rooms, no token", "start-1000", 3, 1.9),
    Goal("memory, 1,000 rooms of 10", "memory-1000", 2.8, 2),
    Goal("longest block of the loop, 1,000 rooms", "block", 250, 50, None, sign=" ms"),
    Goal("fan-out to 1,000 rooms, limits lifted", "fan", 4, 2.1),
    *_none_of("fan-out", "fan"),
    Goal("fan-out under a limit, of what is possible", "limited", 1.05, 1.02, None),
    Goal("429s per message of an announcement", "refused", 1, 0.1, None),
    # The next free slot is at most one away; the answer's own way comes on top.
    Goal("slowest answer meanwhile, in free slots", "meanwhile", 1.2, 1.2, None),
    *_none_of("fan-out under a limit", "limited"),
    Goal("requests/s while /sync fails (500)", "storm-500", 1, 0.2, None),
    Goal("requests/s while /sync fails (502)", "storm-502", 1, 0.2, None),
    Goal("round trip p50 with Synapse", "synapse-trip", 1.15, 1.05),
    Goal("answers/s with Synapse, 10 rooms", "synapse-wide", 0.85, 0.95, least=True),
    *_none_of("with Synapse", "synapse"),
    Goal(
        "start with Synapse, stored token, of the cold one",
        "synapse-warm",
        0.2,
        0.1,
        of="synapse-cold",
    ),
    Goal("fan-out under Synapse's own limits, of what is possible", "own-limits", 1.05, 1.02, None),
    *_none_of("fan-out under Synapse's own limits", "own-limits"),
    Goal(
        "encrypted: round trip p50, of our own in clear", "sealed-trip", 2, 1.5, OURS, "clear-trip"
    ),
    Goal("encrypted: CPU per command, of our own in clear", "sealed-cpu", 3, 2, OURS, "clear-cpu"),
    *_none_of("encrypted", "sealed"),
    Goal("the loop late while 100 sessions arrive, p99", "arrive-p99", 50, 20, None, sign=" ms"),
    Goal("search, 1,000 entries, p50", "search-p50-1000", 0.5, 0.2, None, sign=" ms"),
    Goal("search, 1,000 entries, p99", "search-p99-1000", 3, 1, None, sign=" ms"),
    Goal("the same, of FTS5 any word, p50", "search-p50-1000", 3, None, ANY),
    Goal("search, 100,000 entries, p50", "search-p50-100000", 9, 2, None, sign=" ms"),
    Goal("search, 100,000 entries, p99", "search-p99-100000", 140, 40, None, sign=" ms"),
    Goal("the same, of FTS5 any word, p50", "search-p50-100000", 2, None, ANY),
    Goal("the same, of FTS5 all words as prefixes, p50", "search-p50-100000", None, 1.2, PREFIXES),
    Goal("with a typo, p50", "search-typo-p50-100000", 60, None, None, sign=" ms"),
    Goal("with a typo, p99", "search-typo-p99-100000", 300, None, None, sign=" ms"),
    Goal("with a typo, of FTS5 trigrams, p50", "search-typo-p50-100000", None, 1.2, TRIGRAMS),
    Goal("index build, 100,000 entries", "index-100000", 3, 1.5, None, sign=" s"),
    Goal("one entry changed", "put-100000", 5, 1, None, sign=" ms"),
    Goal("posts late p50", "schedule-p50", 3, 1.5, None, sign=" ms"),
    Goal("posts late p99", "schedule-p99", 10, 5, None, sign=" ms"),
    Goal("posts late max", "schedule-max", 30, 10, None, sign=" ms"),
    Goal("CPU per post, without the send", "schedule-cpu", 0.6, 0.35, None, sign=" ms"),
    Goal("add one announcement", "schedule-add", 1, 0.4, None, sign=" ms"),
    Goal("posts missed", "schedule-missed", 0, 0, None),
    Goal(
        "parsing and permission of a message, slowest", "parse-usual-max", 1, 0.5, None, sign=" ms"
    ),
    Goal("the same, hostile ones of 65 kB", "parse-hostile-max", 5, 2.5, None, sign=" ms"),
)


ELSEWHERE = (
    "what fires twice or not at all over kill -9",
    "idle CPU, memory and loading of 10,000 pending posts",
)
"""Goals that no scenario measures."""


def goals_table(figures: Figures) -> str:
    """All goals that were measured, and by name those that were not."""
    rows = [(goal.what, goal.row(figures)) for goal in GOALS]
    heads = ("what", "best Python peer", "must", "aim", "measured", "reached")
    table = grid(heads, [row for _, row in rows if row])
    missing = "; ".join([*(what for what, row in rows if not row), *ELSEWHERE])
    title = "### Goals (ratios are to the floor bot of the same round)"
    return f"{title}\n\n{table}\n\nNot measured in this run: {missing}."
