"""Measures our bot beside its peers in one run and prints Markdown tables: `make benchmark`."""

from __future__ import annotations

import argparse
import asyncio
import sys
import time
from collections.abc import Sequence

from tests.benchmarks import (
    announcing,
    answering,
    arriving,
    committing,
    keeping,
    parsing,
    scheduling,
    searching,
    starting,
    storming,
    whispering,
    with_synapse,
)
from tests.benchmarks.bots import FAR, LOTSE, NEAR, SEARCH, Bot
from tests.benchmarks.environments import prepare
from tests.benchmarks.goals import goals_table
from tests.benchmarks.readme import renew
from tests.benchmarks.report import DOCUMENT, document, surroundings
from tests.benchmarks.session import Scenario, Session, tell
from tests.benchmarks.tables import Column, Table, markdown

SCENARIOS: tuple[Scenario, ...] = (
    *answering.SCENARIOS,
    *starting.SCENARIOS,
    *announcing.SCENARIOS,
    *arriving.SCENARIOS,
    *storming.SCENARIOS,
    *with_synapse.SCENARIOS,
    *whispering.SCENARIOS,
    *searching.SCENARIOS,
    *committing.SCENARIOS,
    *keeping.SCENARIOS,
    *scheduling.SCENARIOS,
    *parsing.SCENARIOS,
)

FAILURES = (
    Table("Rounds that failed", (Column("rounds", "failed", ratio=False, total=True),)),
    Table("Broken", (Column("times", "broken", ratio=False, total=True),), first="scenario"),
)


def main() -> None:
    arguments = _arguments()
    chosen = [
        one
        for one in SCENARIOS
        if one.name in arguments.scenario
        or (not arguments.scenario and (arguments.whole or not one.rare))
    ]
    session = Session(
        (*_peers(arguments.peers), LOTSE, SEARCH),
        rounds=1 if arguments.quick else arguments.rounds,
        quick=arguments.quick,
    )
    parts = [surroundings(session)]
    print(parts[0], flush=True)
    for scenario in chosen:
        tell(f"{time.strftime('%H:%M:%S')} {scenario.name}")
        try:
            asyncio.run(scenario.run(session))
        except Exception as fault:  # noqa: BLE001 -- the others are still worth measuring
            tell(f"FAILED: {fault!r}")
            session.figures.add("broken", scenario.name, 0, 1)
        parts += _shown(scenario.tables, session)
    parts += _shown(FAILURES, session)
    parts.append(goals_table(session.figures))
    print(f"\n{parts[-1]}")
    if arguments.write:
        DOCUMENT.parent.mkdir(exist_ok=True)
        DOCUMENT.write_text(document(parts, sys.argv[1:]), "utf-8")
        if not renew(session.figures):
            tell("the README stays as it is: not everything that it says was measured")


def _shown(tables: Sequence[Table], session: Session) -> list[str]:
    """Those of the tables that have any rows, as they were printed."""
    texts = [text for table in tables if (text := markdown(table, session.figures))]
    for text in texts:
        print(f"\n{text}", flush=True)
    return texts


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks", description=__doc__)
    names = [scenario.name for scenario in SCENARIOS]
    parser.add_argument("scenario", nargs="*", help=f"some of: {', '.join(names)}")
    parser.add_argument("--quick", action="store_true", help="one short round of each")
    parser.add_argument("--whole", action="store_true", help="also those that take minutes each")
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--peers", default="", help=f"further ones: all, or {', '.join(FAR)}")
    parser.add_argument(
        "--write", action="store_true", help="into docs/benchmarks.md and the README too"
    )
    arguments = parser.parse_args()
    if unknown := set(arguments.scenario) - set(names):
        parser.error(f"no such scenario: {', '.join(sorted(unknown))}")
    return arguments


def _peers(further: str) -> tuple[Bot, ...]:
    wanted = FAR if further == "all" else [name for name in further.split(",") if name]
    for name in wanted:
        prepare(name)
    return (*NEAR, *(FAR[name] for name in wanted))


if __name__ == "__main__":
    main()
