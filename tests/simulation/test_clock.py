"""The scheduler on a machine whose clock is set."""

from __future__ import annotations

import asyncio
import tracemalloc
from datetime import timedelta

import pytest

from bot.dispatch.job import Job, Moment, Outcome
from bot.scheduling import Scheduler
from bot.storage.database import Transaction
from tests.simulation.conftest import Simulate
from tests.simulation.world import World

pytestmark = pytest.mark.simulation


def nothing(_: Moment, __: Transaction) -> Outcome:
    return Outcome()


JOBS = (Job("announce", timedelta(seconds=30), nothing), Job("tidy", timedelta(days=1), nothing))


class Runs:
    def __init__(self, world: World) -> None:
        self.count = 0
        self.scheduler = Scheduler(self._run, JOBS, world.machine)
        self.scheduler.start()

    async def _run(self, job: Job) -> None:
        self.count += job.name == "announce"


@pytest.mark.parametrize("error", [timedelta(hours=-1), timedelta(days=-1), timedelta(hours=1)])
def test_a_clock_that_is_set_does_not_stop_the_jobs(
    simulate: Simulate[int], error: timedelta
) -> None:
    async def play(world: World) -> int:
        runs = Runs(world)
        await asyncio.sleep(100)
        world.machine.error = error
        before = runs.count
        await asyncio.sleep(300)
        await runs.scheduler.stop()
        return runs.count - before

    assert simulate(play) >= 8


def test_a_clock_that_was_years_behind_makes_no_run_for_each_turn_that_it_missed(
    simulate: Simulate[int],
) -> None:
    async def play(world: World) -> int:
        world.machine.error = timedelta(days=-365)
        runs = Runs(world)
        await asyncio.sleep(10)
        world.machine.error = timedelta()
        tracemalloc.start()
        await asyncio.sleep(60)
        _, most = tracemalloc.get_traced_memory()
        tracemalloc.stop()
        await runs.scheduler.stop()
        return most

    assert simulate(play) < 2_000_000
