"""Ill-treats the bot beside a real homeserver for about an hour and prints figures: `make faults`."""

from __future__ import annotations

import argparse
import asyncio
import sys
import time
from collections.abc import Sequence

from tests.faults import controls, long_absence, long_life, long_return, long_storm
from tests.faults.figures import Figure, Run, Scenario, table, tell
from tests.faults.report import DOCUMENT, renewed

SCENARIOS: tuple[Scenario, ...] = (
    *long_storm.SCENARIOS,
    *long_absence.SCENARIOS,
    *long_life.SCENARIOS,
    *long_return.SCENARIOS,
    *controls.SCENARIOS,
)


def main() -> int:
    """0 if every bound was reached."""
    arguments = _arguments()
    run = Run(arguments.seed, arguments.quick)
    chosen = [one for one in SCENARIOS if one.name in arguments.scenario or not arguments.scenario]
    parts, missed = dict[str, str](), 0
    for scenario in chosen:
        tell(scenario.name)
        began = time.monotonic()
        figures = _measured(scenario, run)
        parts[scenario.name] = table(scenario, figures, run, time.monotonic() - began)
        missed += sum(not figure.reached for figure in figures)
        print(f"\n{parts[scenario.name]}", flush=True)
    print(f"\n{missed} not reached")
    if arguments.write:
        DOCUMENT.write_text(renewed(_document(), parts, [one.name for one in SCENARIOS]), "utf-8")
    return min(missed, 1)


def _measured(scenario: Scenario, run: Run) -> Sequence[Figure]:
    try:
        return asyncio.run(scenario.measure(run))
    except Exception as fault:  # noqa: BLE001 -- the others are still worth measuring
        tell(f"FAILED: {fault!r}")
        return (Figure(f"broke off: {type(fault).__name__}", 1, 0),)


def _document() -> str:
    return DOCUMENT.read_text("utf-8") if DOCUMENT.exists() else ""


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.faults", description=__doc__)
    names = [scenario.name for scenario in SCENARIOS]
    parser.add_argument("scenario", nargs="*", help=f"some of: {', '.join(names)}")
    parser.add_argument("--quick", action="store_true", help="a few minutes instead of an hour")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument(
        "--write", action="store_true", help="renew what was measured in docs/faults-figures.md"
    )
    arguments = parser.parse_args()
    if unknown := set(arguments.scenario) - set(names):
        parser.error(f"no such scenario: {', '.join(sorted(unknown))}")
    return arguments


if __name__ == "__main__":
    sys.exit(main())
