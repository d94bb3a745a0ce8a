"""The patron search beside SQLite's full-text search over the same entries and questions."""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Callable, Sequence

from bot.domain.search import Index
from bot.services.shipped import taxonomy
from tests.benchmarks.entries import SHORTEST, Entries, entries
from tests.benchmarks.figures import OURS, percentile
from tests.benchmarks.session import Scenario, Session, tell
from tests.benchmarks.tables import Column, Table

PREFIXES, ANY, TRIGRAMS = "FTS5, all words as prefixes", "FTS5, any word", "FTS5, trigrams"
_SIZES = (77, 1_000, 10_000, 100_000)

Ask = Callable[[str], object]


async def search(session: Session) -> None:
    """Building, asking, asking with a typo, changing one entry."""
    for size in _SIZES[: session.some(3, 4)]:
        found = entries(size)
        for number in range(1 if size == _SIZES[-1] else session.rounds):
            _ours(session, found, size, number)
            _full_text(session, found, size, number)
        tell(f"{size} entries")


def _ours(session: Session, found: Entries, size: int, number: int) -> None:
    began = time.perf_counter()
    index = Index.build(taxonomy(), found.networks, found.offers)
    session.figures.add(f"index-{size}", OURS, number, time.perf_counter() - began)
    _ask(session, OURS, size, number, found.questions, lambda text: index.search(text, limit=10))
    _ask(session, OURS, size, number, found.mistyped, index.search, "typo-")
    took = []
    for network, offer in list(zip(found.networks, found.offers, strict=True))[:50]:
        began = time.perf_counter()
        index.put(network, [offer])
        took.append(time.perf_counter() - began)
    session.figures.add(f"put-{size}", OURS, number, percentile(took, 0.5) * 1000)


def _full_text(session: Session, found: Entries, size: int, number: int) -> None:
    for tokens in ("unicode61", "trigram"):
        database = sqlite3.connect(":memory:")
        began = time.perf_counter()
        database.execute(f"create virtual table e using fts5(name, text, tokenize='{tokens}')")
        database.executemany("insert into e values (?, ?)", found.texts)
        database.commit()
        took = time.perf_counter() - began
        if tokens == "trigram":
            session.figures.add(f"index-{size}", TRIGRAMS, number, took)
            ask = _asking(database, " OR ", "")
            _ask(session, TRIGRAMS, size, number, found.mistyped, ask, "typo-")
            continue
        session.figures.add(f"index-{size}", PREFIXES, number, took)
        for name, joint, end in ((PREFIXES, " AND ", "*"), (ANY, " OR ", "")):
            ask = _asking(database, joint, end)
            _ask(session, name, size, number, found.questions, ask)


def _asking(database: sqlite3.Connection, joint: str, end: str) -> Ask:
    ranked = "select rowid, bm25(e, 5.0, 1.0) r from e where e match ? order by r limit 10"

    def ask(text: str) -> object:
        words = [f'"{word}"{end}' for word in text.split() if len(word) >= SHORTEST]
        return database.execute(ranked, (joint.join(words) or '"xyz"',)).fetchall()

    return ask


def _ask(
    session: Session,
    engine: str,
    size: int,
    number: int,
    questions: Sequence[str],
    ask: Ask,
    kind: str = "",
) -> None:
    took = []
    for text in (*questions[:5], *questions):
        began = time.perf_counter()
        ask(text)
        took.append((time.perf_counter() - began) * 1000)
    for part, name in ((0.5, "p50"), (0.99, "p99")):
        figure = f"search-{kind}{name}-{size}"
        session.figures.add(figure, engine, number, percentile(took[5:], part))


SCENARIOS = (
    Scenario(
        "search",
        search,
        tuple(
            Table(
                f"Search, {size:,} entries",
                (
                    Column("p50 ms", f"search-p50-{size}"),
                    Column("p99 ms", f"search-p99-{size}"),
                    Column("with a typo, p50 ms", f"search-typo-p50-{size}", ratio=False),
                    Column("p99 ms", f"search-typo-p99-{size}", ratio=False),
                    Column("index build s", f"index-{size}", ratio=False),
                    Column("one entry changed, ms", f"put-{size}", ratio=False),
                ),
                unit=ANY,
                first="engine",
            )
            for size in _SIZES
        ),
    ),
)
