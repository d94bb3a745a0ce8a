"""A failing seed can be looked at again: the same seed is the same week, whatever Python's hashes."""

from __future__ import annotations

import asyncio
import hashlib
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.simulation.conftest import Simulate
from tests.simulation.week import Outcome, lived
from tests.simulation.world import ANNA, World, simulated

pytestmark = pytest.mark.simulation
ROOT = Path(__file__).parents[2]


def test_the_same_seed_leaves_the_same_trace_in_every_process(template: Path, folder: Path) -> None:
    traces = []
    for hashing in ("1", "2"):
        (folder / hashing).mkdir()
        arguments = (str(template), str(folder / hashing))
        done = subprocess.run(
            [sys.executable, "-m", "tests.simulation.test_replay", *arguments],
            cwd=ROOT,
            env={**os.environ, "PYTHONHASHSEED": hashing},
            capture_output=True,
            text=True,
            check=True,
        )
        traces.append(done.stdout)
    assert traces[0] == traces[1]
    assert len(traces[0]) == 65


def test_another_seed_is_another_week(simulate: Simulate[Outcome]) -> None:
    async def day(world: World) -> Outcome:
        return await lived(world, days=1, acts=10, troubles=2)

    first, second = simulate(day, 1), simulate(day, 2)
    assert first.trace != second.trace


def test_skipped_heartbeats_change_nothing_that_people_see(simulate: Simulate[list[str]]) -> None:
    def seen(*, skipping: bool) -> list[str]:
        async def play(world: World) -> list[str]:
            if not skipping:
                world.loop.is_quiet = lambda: False
            task = asyncio.create_task(world.live())
            await world.until_ready()
            for _ in range(3):
                world.town.say(world.community, ANNA, "!tagung")
                await asyncio.sleep(7200)
            task.cancel()
            return [
                f"{room} {event['sender']} {event['content']}" for room, event in world.town.log
            ]

        return simulate(play)

    assert seen(skipping=True) == seen(skipping=False)


if __name__ == "__main__":
    lived_through = simulated(Path(sys.argv[1]), Path(sys.argv[2]), 3, lived)
    whole = "\n".join((*lived_through.trace, *lived_through.history))
    print(hashlib.sha256(whole.encode()).hexdigest())
