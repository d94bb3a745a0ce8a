"""Ill-treats the bot beside a real homeserver for about an hour and prints figures: `make faults`."""

from __future__ import annotations

import argparse
import asyncio
import sys
import time
from collections.abc import Sequence
from pathlib import Path

from tests.faults import controls, long_absence, long_life, long_storm
from tests.faults.figures import Figure, Run, Scenario, table, tell

DOCUMENT = Path(__file__).parents[2] / "docs" / "faults-figures.md"
SCENARIOS: tuple[Scenario, ...] = (
    *long_storm.SCENARIOS,
    *long_absence.SCENARIOS,
    *long_life.SCENARIOS,
    *controls.SCENARIOS,
)


def main() -> int:
    """0 if every bound was reached."""
    arguments = _arguments()
    run = Run(arguments.seed, arguments.quick)
    parts, missed = [_heading(run)], 0
    for scenario in SCENARIOS:
        if arguments.scenario and scenario.name not in arguments.scenario:
            continue
        tell(scenario.name)
        began = time.monotonic()
        try:
            figures: Sequence[Figure] = asyncio.run(scenario.measure(run))
        except Exception as fault:  # noqa: BLE001 -- the others are still worth measuring
            tell(f"FAILED: {fault!r}")
            figures = (Figure(f"broke off: {type(fault).__name__}", 1, 0),)
        parts.append(table(scenario, figures, time.monotonic() - began))
        missed += sum(not figure.reached for figure in figures)
        print(f"\n{parts[-1]}", flush=True)
    print(f"\n{missed} not reached")
    if arguments.write:
        DOCUMENT.write_text("\n\n".join(parts) + "\n", "utf-8")
    return min(missed, 1)


def _heading(run: Run) -> str:
    command = " ".join(("python -m tests.faults", *sys.argv[1:]))
    return (
        "# Figures under faults\n\nOur bot as a process beside a real Synapse, ill-treated; what each"
        " case of the fault list proves stands in [faults.md](faults.md).\n\n"
        f"Measured on {time.strftime('%Y-%m-%d')}, seed {run.seed}. Command: `{command}`."
    )


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.faults", description=__doc__)
    names = [scenario.name for scenario in SCENARIOS]
    parser.add_argument("scenario", nargs="*", help=f"some of: {', '.join(names)}")
    parser.add_argument("--quick", action="store_true", help="a few minutes instead of an hour")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--write", action="store_true", help="into docs/faults-figures.md too")
    arguments = parser.parse_args()
    if unknown := set(arguments.scenario) - set(names):
        parser.error(f"no such scenario: {', '.join(sorted(unknown))}")
    return arguments


if __name__ == "__main__":
    sys.exit(main())
