"""What surrounds the tables: where, when and with what they were measured, and how to read them."""

from __future__ import annotations

import os
import platform
import sqlite3
import time
from collections.abc import Sequence
from importlib.metadata import version
from pathlib import Path

from tests.benchmarks.session import Session

DOCUMENT = Path(__file__).parents[2] / "docs" / "benchmarks.md"
_PACKAGES = ("netzwerklotse", "matrix-nio", "aiohttp", "sqlalchemy", "apscheduler", "rapidfuzz")
_READING = """\
# Benchmarks

Our bot beside its peers, measured in one run. Read ratios, not milliseconds: the bots are taken in
turn (A B C A B C), and a ratio compares a bot with the *floor* bot of the same round. Cells read
`median (lowest-highest)` over the rounds.

* **floor** is a minimal bot on bare aiohttp that stores nothing: one /sync long-poll, one request
  per answer. It is the practical limit in Python, and the unit.
* **nio** is matrix-nio's `AsyncClient` as examples use it; **nio-filter** adds a task for each
  command and a slim sync filter.
* **ours** answers `!hilfe` about a word that it does not know, **ours, search** answers `!pate`.
  Both write each command and each answer durably before it counts. No peer does.
* Most figures come from a stand-in homeserver that is itself the load and needs less than a
  millisecond per command, so that the bot alone is measured. Every command carries a nonce: lost
  and doubled answers are counted.
* *Must* is what users need, *aim* is what we want.

matrix-bot-sdk (node) and opsdroid are left out. Encrypted rooms are measured with our own bot alone."""
_REASONS = """\
Where a goal is missed: each command is stored, decided and answered in two durable commits and two
hops to the database's thread; the floor bot does none of this. Libraries are most of the start and
of the memory: aiohttp, nio with its cryptography, SQLAlchemy and pydantic take some 60 MiB before
the first line of ours, and 1,000 rooms add a few. An ordinary Synapse account may send one message in
five seconds, and a small Synapse answers some ten commands a second; there people hardly notice."""


def surroundings(session: Session) -> str:
    """Date, machine and versions, without anybody's names."""
    packages = ", ".join(f"{name} {version(name)}" for name in _PACKAGES)
    rounds = "one quick round" if session.quick else f"{session.rounds} rounds where not said"
    return (
        f"Measured on {time.strftime('%Y-%m-%d')}, {rounds}, on {os.cpu_count()} cores with "
        f"{_memory():.0f} GiB, {platform.system()} {platform.release().split('-')[0]}, Python "
        f"{platform.python_version()}, SQLite {sqlite3.sqlite_version}, {packages}."
    )


def document(parts: Sequence[str], arguments: Sequence[str]) -> str:
    """The whole page; the goals, which come last in the run, come first to the reader."""
    command = " ".join(("python -m tests.benchmarks", *arguments))
    first, *tables, goals = parts
    whole = (_READING, f"{first} Command: `{command}`.", goals, _REASONS, *tables)
    return "\n\n".join(whole) + "\n"


def _memory() -> float:
    return os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
