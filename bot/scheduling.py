"""Wakes the jobs: the only module that knows APScheduler. What is due, the database says.

The one moment that changes with every post is a timer of the loop, which costs a tenth of a job;
if the clock is set meanwhile, the next turn of the interval finds what is due.

APScheduler goes by the wall clock. Set forward from 1970, it would count every turn that it
missed, for minutes; set back, it would wait until the clock has caught up. Hence a trigger and a
look at the clock of our own.
"""

import asyncio
import logging
from collections.abc import Awaitable, Callable, Iterable
from datetime import UTC, datetime, timedelta

from apscheduler.schedulers.asyncio import AsyncIOScheduler
from apscheduler.triggers.base import BaseTrigger

from bot.dispatch.job import Job
from bot.services.ports import Clock
from bot.services.timing import ThisMachine

log = logging.getLogger(__name__)

Run = Callable[[Job], Awaitable[datetime | None]]
"""Runs a job; when it wants to run again, if that is before its interval is over."""

_PATIENCE = 5.0  # seconds for what is running at the end
_LOOK = 30.0  # seconds between two looks at the clock


class _Every(BaseTrigger):  # type: ignore[misc] # it is untyped
    """So long after the present run, however many were missed."""

    def __init__(self, interval: timedelta) -> None:
        self._interval = interval

    def get_next_fire_time(self, _: datetime | None, now: datetime) -> datetime:
        return now + self._interval


class Scheduler:
    """Runs every job at its interval, first at once; in memory, since it may forget anything."""

    def __init__(
        self,
        run: Run,
        jobs: Iterable[Job],
        clock: Clock | None = None,
        *,
        waking: str = "announce",
    ) -> None:
        """`waking` names the job that runs at the moments given to `wake_at`, and says the next."""
        self._run = run
        self._clock = clock or ThisMachine()
        self._jobs = {job.name: job for job in jobs}
        self.waking = self._jobs[waking]
        self._tasks: set[asyncio.Task[None]] = set()
        self._timer: asyncio.TimerHandle | None = None
        self._moment: datetime | None = None
        self._look: asyncio.TimerHandle | None = None
        self._scheduler = AsyncIOScheduler(
            timezone=UTC,
            job_defaults={"coalesce": True, "max_instances": 1, "misfire_grace_time": None},
        )

    def start(self) -> None:
        """Begin; needs a running loop."""
        for job in self._jobs.values():
            self._scheduler.add_job(
                self._tick,
                _Every(job.every),
                args=(job,),
                id=job.name,
                next_run_time=self._clock.now(),
            )
        self._scheduler.start()
        self._look_at_clock()

    def _look_at_clock(self) -> None:
        """Let no job wait longer than its interval."""
        now = self._clock.now()
        for job in self._scheduler.get_jobs():
            if job.next_run_time > now + self._jobs[job.id].every:
                job.modify(next_run_time=now)
        self._look = asyncio.get_running_loop().call_later(_LOOK, self._look_at_clock)

    def wake_at(self, moment: datetime | None) -> None:
        """Also look at that moment (aware), unless an earlier one is known.

        What is looked at too early does no harm: the look says when to come again.
        """
        if moment is None or (self._moment is not None and self._moment <= moment):
            return
        self._sleep_on()
        self._moment = moment
        wait = (moment - self._clock.now()).total_seconds()
        self._timer = asyncio.get_running_loop().call_later(wait, self._wake)

    def _sleep_on(self) -> None:
        """No moment is known."""
        if self._timer:
            self._timer.cancel()
        self._timer = self._moment = None

    def _wake(self) -> None:
        self._sleep_on()
        task = asyncio.create_task(self._tick(self.waking))
        self._tasks.add(task)

    async def stop(self) -> None:
        """Start nothing more, and let what is running end; what takes too long is cancelled."""
        if not self._scheduler.running:
            return
        self._sleep_on()
        if self._look:
            self._look.cancel()
        self._scheduler.pause()
        if self._tasks:
            await asyncio.wait(self._tasks, timeout=_PATIENCE)
        self._scheduler.shutdown(wait=False)
        # The scheduler ends itself in a callback of the loop.
        await asyncio.sleep(0)

    async def _tick(self, job: Job) -> None:
        """Run a job; whatever happens, it runs again."""
        task = asyncio.current_task()
        if task:
            self._tasks.add(task)
            task.add_done_callback(self._tasks.discard)
        try:
            again = await self._run(job)
            if job is self.waking:
                self.wake_at(again)
        except Exception:
            log.exception("job failed name=%s", job.name)
