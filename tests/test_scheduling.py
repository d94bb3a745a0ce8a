"""The real APScheduler under short intervals; events tell when something ran."""

import asyncio
import logging
from collections import Counter
from datetime import UTC, datetime, timedelta

import pytest

from bot.dispatch.job import Job, Moment, Outcome
from bot.scheduling import Scheduler
from bot.storage.database import Transaction

LONG = timedelta(hours=1)
PATIENCE = 10


def nothing(_: Moment, __: Transaction) -> Outcome:
    return Outcome()


def jobs(every: timedelta = LONG) -> tuple[Job, Job]:
    return Job("announce", every, nothing), Job("tidy", LONG, nothing)


class Runs:
    """Counts the runs of each job; `until` waits for one."""

    def __init__(self) -> None:
        self.counts: Counter[str] = Counter()
        self._changed = asyncio.Condition()

    async def run(self, job: Job) -> datetime | None:
        async with self._changed:
            self.counts[job.name] += 1
            self._changed.notify_all()
        return None

    async def until(self, name: str, count: int) -> None:
        async with asyncio.timeout(PATIENCE), self._changed:
            await self._changed.wait_for(lambda: self.counts[name] >= count)


async def test_every_job_runs_at_once_and_then_at_its_interval() -> None:
    runs = Runs()
    scheduler = Scheduler(runs.run, jobs(timedelta(milliseconds=20)))
    scheduler.start()
    await runs.until("announce", 3)
    await runs.until("tidy", 1)
    await scheduler.stop()
    assert runs.counts["tidy"] == 1


async def test_a_moment_to_wake_at_runs_the_waking_job_then() -> None:
    runs = Runs()
    scheduler = Scheduler(runs.run, jobs())
    scheduler.start()
    await runs.until("announce", 1)
    moment = datetime.now(UTC) + timedelta(milliseconds=50)
    scheduler.wake_at(moment + LONG)
    scheduler.wake_at(moment)
    scheduler.wake_at(moment + LONG)
    scheduler.wake_at(None)
    await runs.until("announce", 2)
    assert datetime.now(UTC) >= moment
    await scheduler.stop()
    assert runs.counts == Counter(announce=2, tidy=1)


async def test_a_moment_that_is_over_wakes_at_once() -> None:
    runs = Runs()
    scheduler = Scheduler(runs.run, jobs())
    scheduler.start()
    await runs.until("announce", 1)
    scheduler.wake_at(datetime.now(UTC) - LONG)
    await runs.until("announce", 2)
    await scheduler.stop()
    assert runs.counts["announce"] == 2


async def test_the_waking_job_says_when_it_wants_to_run_again() -> None:
    runs = Runs()
    moment = datetime.now(UTC) + timedelta(milliseconds=50)

    async def run(job: Job) -> datetime | None:
        await runs.run(job)
        return moment if datetime.now(UTC) < moment else None

    scheduler = Scheduler(run, jobs())
    scheduler.start()
    await runs.until("announce", 2)
    assert datetime.now(UTC) >= moment
    await scheduler.stop()
    assert runs.counts == Counter(announce=2, tidy=1)


async def test_a_job_that_fails_is_logged_and_runs_again(
    caplog: pytest.LogCaptureFixture,
) -> None:
    runs = Runs()

    async def failing(job: Job) -> None:
        await runs.run(job)
        raise ValueError("broken")

    scheduler = Scheduler(failing, jobs(timedelta(milliseconds=20)))
    with caplog.at_level(logging.ERROR):
        scheduler.start()
        await runs.until("announce", 2)
        await scheduler.stop()
    assert "job failed name=announce" in caplog.text


async def test_a_slow_job_never_runs_beside_itself() -> None:
    running = Counter[str]()
    most = Counter[str]()
    runs = Runs()

    async def slow(job: Job) -> None:
        running[job.name] += 1
        most[job.name] = max(most[job.name], running[job.name])
        await asyncio.sleep(0.05)
        running[job.name] -= 1
        await runs.run(job)

    scheduler = Scheduler(slow, jobs(timedelta(milliseconds=10)))
    scheduler.start()
    await runs.until("announce", 3)
    await scheduler.stop()
    assert most["announce"] == 1


async def test_stopping_lets_what_runs_end() -> None:
    begun, go, ended = asyncio.Event(), asyncio.Event(), asyncio.Event()

    async def patient(job: Job) -> None:
        if job.name == "announce":
            begun.set()
            await go.wait()
            ended.set()

    scheduler = Scheduler(patient, jobs())
    scheduler.start()
    await asyncio.wait_for(begun.wait(), PATIENCE)
    stopping = asyncio.create_task(scheduler.stop())
    await asyncio.sleep(0)
    go.set()
    await asyncio.wait_for(stopping, PATIENCE)
    assert ended.is_set()


async def test_stopping_what_was_not_started_does_nothing() -> None:
    await Scheduler(Runs().run, jobs()).stop()
