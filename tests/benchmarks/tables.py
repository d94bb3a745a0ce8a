"""Writes figures down as Markdown, one row for each bot, ratios beside what they are ratios of."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from tests.benchmarks.figures import FLOOR, Figures, plain, spread


@dataclass(frozen=True, slots=True)
class Column:
    """One figure; with a ratio column beside it, or as the `total` over all rounds."""

    label: str
    figure: str
    ratio: bool = True
    total: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """A headline and its columns; `unit` is the row that ratios refer to."""

    title: str
    columns: tuple[Column, ...]
    unit: str = FLOOR
    first: str = "bot"
    note: str = ""


def markdown(table: Table, figures: Figures) -> str:
    """The table with a row for everybody who was measured; empty if nobody was."""
    bots = figures.bots([column.figure for column in table.columns])
    if not bots:
        return ""
    heads = [table.first]
    for column in table.columns:
        heads += [column.label, f"x {table.unit}"] if column.ratio else [column.label]
    rows = [[bot, *_cells(table, figures, bot)] for bot in bots]
    text = f"### {table.title}\n\n{grid(heads, rows)}"
    return f"{text}\n\n{table.note}" if table.note else text


def grid(heads: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """A Markdown table."""
    lines = [heads, ["---"] * len(heads), *rows]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def _cells(table: Table, figures: Figures, bot: str) -> Iterable[str]:
    for column in table.columns:
        values = figures.of(column.figure, bot)
        if column.total:
            yield plain(sum(values)) if values else "-"
            continue
        yield spread(values)
        if column.ratio:
            yield spread(figures.ratios(column.figure, bot, table.unit))
