"""Wakes the jobs: the only module that knows APScheduler. What is due, the database says.

The one moment that changes with every post is a timer of the loop, which costs a tenth of a job;
if the clock is set meanwhile, the next turn of the interval finds what is due.
"""

import asyncio
import logging
from collections.abc import Awaitable, Callable, Iterable
from datetime import UTC, datetime, timedelta

from apscheduler.schedulers.asyncio import AsyncIOScheduler

from bot.dispatch.job import Job
from bot.services.ports import Clock
from bot.services.timing import ThisMachine

log = logging.getLogger(__name__)

Run = Callable[[Job], Awaitable[None]]
_PATIENCE = 5.0  # seconds for what is running at the end


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
        """`waking` names the job that runs at the moments given to `wake_at`."""
        self._run = run
        self._clock = clock or ThisMachine()
        self._jobs = {job.name: job for job in jobs}
        self._waking = self._jobs[waking]
        self._tasks: set[asyncio.Task[None]] = set()
        self._timer: asyncio.TimerHandle | None = None
        self._scheduler = AsyncIOScheduler(
            timezone=UTC,
            job_defaults={"coalesce": True, "max_instances": 1, "misfire_grace_time": None},
        )

    def start(self) -> None:
        """Begin; needs a running loop."""
        for job in self._jobs.values():
            self._scheduler.add_job(
                self._tick,
                "interval",
                seconds=job.every / timedelta(seconds=1),
                args=(job,),
                id=job.name,
                next_run_time=self._clock.now(),
            )
        self._scheduler.start()

    def wake_at(self, moment: datetime | None) -> None:
        """Also look at that moment (aware), in place of one given before; None: at no moment."""
        if self._timer:
            self._timer.cancel()
            self._timer = None
        if moment is not None:
            wait = (moment - self._clock.now()).total_seconds()
            self._timer = asyncio.get_running_loop().call_later(wait, self._wake)

    def _wake(self) -> None:
        self._timer = None
        task = asyncio.create_task(self._tick(self._waking))
        self._tasks.add(task)

    async def stop(self) -> None:
        """Start nothing more, and let what is running end; what takes too long is cancelled."""
        if not self._scheduler.running:
            return
        self.wake_at(None)
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
            await self._run(job)
        except Exception:
            log.exception("job failed name=%s", job.name)
