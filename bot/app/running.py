"""Runs the bot: opens every part in order, waits for the end, closes them in reverse."""

import asyncio
import gc
import logging
import sys
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from datetime import datetime, timedelta

from bot import __version__
from bot.app import configured
from bot.app.core import Core
from bot.app.ending import end, ended_before, told_to_stop
from bot.app.opening import kept
from bot.app.pulse import Pulse
from bot.app.watching import Watching
from bot.dispatch.job import Job
from bot.dispatch.saying.wording import Wording
from bot.domain.dialogue.message import Text
from bot.matrix import Matrix, Ports, Wire
from bot.scheduling import Scheduler
from bot.services.ports import Machine
from bot.services.timing import ThisMachine, Timing
from bot.settings import Settings
from bot.storage.database import Database, StorageFault
from bot.web import Report, health_page

log = logging.getLogger(__name__)

# The loop shares the interpreter with the database's threads: let them take turns more often.
_TURN = 0.001
# A command makes hundreds of objects and hardly any garbage that only a search finds.
_GARBAGE = (20_000, 20, 20)
_DRAIN = 8.0
_SYNC_LATE = timedelta(seconds=90)
_OUTBOX_LATE = 600.0
_SOON = timedelta(seconds=1)


async def run_bot(settings: Settings) -> None:
    """Run until SIGTERM or SIGINT.

    Raises:
        AlreadyRunning, NotOurs, Unauthorised: it cannot run.
        OSError: the data folder cannot be used, or the health port is taken.
    """
    sys.setswitchinterval(_TURN)
    stopping = told_to_stop()
    async with Pulse(settings.data_dir) as pulse, kept(settings) as database:
        bot = Bot(settings, database)
        bot.core.dispatcher.give_up(pulse.stuck())
        async with AsyncExitStack() as stack:
            # The start waits for the homeserver as long as it takes, but not against a signal.
            starting = asyncio.create_task(stack.enter_async_context(bot.started()))
            if await ended_before(stopping, starting):
                _search_less_for_garbage()
                log.info("ready version=%s user=%s", __version__, settings.matrix.user_id)
                await ended_before(stopping, starting.result())
            else:
                await end(starting)
            log.info("stopping")


def _search_less_for_garbage() -> None:
    """What the start made stays: it is never looked through again."""
    gc.freeze()
    gc.set_threshold(*_GARBAGE)
    gc.enable()


class Bot:
    """All parts, tied together."""

    def __init__(
        self,
        settings: Settings,
        database: Database,
        machine: Machine | None = None,
        wire: Wire | None = None,
    ) -> None:
        """On this machine and by HTTP, unless told of another one and another way."""
        self._clock = machine = machine or ThisMachine()
        community = configured.community(settings)
        wording = Core.words(database, community, machine)
        ports = self._ports(settings, wording, machine, wire, database)
        self._timing = Timing(machine.boot)
        self._wake = asyncio.Event()
        self.matrix = Matrix(configured.matrix(settings), database, ports)
        self.core = Core.build(
            database,
            community,
            clock=machine,
            carrier=self.matrix.carrier,
            attention=self.matrix.attention,
            members=self.matrix.members,
            plan_changed=self._wake.set,
            wording=wording,
            timing=self._timing,
        )
        self.scheduler = Scheduler(self._tick, self.core.jobs, machine)
        self._watching = Watching(database, self._tell_of_disk, machine.now)
        self.health = health_page(settings.health.host, settings.health.port, self._report)

    def _ports(
        self,
        settings: Settings,
        wording: Wording,
        machine: Machine,
        wire: Wire | None,
        database: Database,
    ) -> Ports:
        """The core is built last, since it needs what these make."""
        return Ports(
            now=machine.now,
            machine=machine,
            wire=wire,
            leads=database.leads,
            words=wording,
            concerns_us=lambda message: self.core.handling.concerns_us(message),  # noqa: PLW0108
            answers=lambda message: self.core.handling.answers(message),  # noqa: PLW0108
            take=lambda rows: self.core.dispatcher.take(rows),  # noqa: PLW0108
            rooms_changed=wording.hosting.refresh,
            question_changed=lambda question: self.core.services.asking.note(question),  # noqa: PLW0108
            space=wording.hosting.space,
            rights=lambda: self.core.services.appointing,
            menus=configured.describing(settings, wording).menus,
        )

    @asynccontextmanager
    async def started(self) -> AsyncIterator[asyncio.Task[None]]:
        """Open everything in order; at the end, listen no more, finish, and close in reverse.

        Gives the task that listens and sends; it ends only with a fault.
        """
        async with AsyncExitStack() as stack:
            stack.push_async_callback(self.matrix.close)
            await self.core.open()
            await self.matrix.open()
            if self.health:
                stack.push_async_callback(self.health.stop)
                await self.health.start()
            await self.core.dispatcher.resume()
            running = asyncio.create_task(self._run(), name="bot")
            stack.push_async_callback(end, running)
            stack.push_async_callback(self.core.dispatcher.drain, _DRAIN)
            stack.push_async_callback(self.scheduler.stop)
            stack.push_async_callback(self.matrix.stop_listening)
            self.scheduler.start()
            yield running

    async def _run(self) -> None:
        """As long as the homeserver knows us and the database can be relied on."""
        tasks = {
            asyncio.create_task(self.matrix.run(), name="matrix"),
            asyncio.create_task(self.core.database.gone(), name="database"),
            asyncio.create_task(self._watch(), name="watching the plan"),
            asyncio.create_task(self._watching.run(), name="watching the disk"),
        }
        try:
            ended, _ = await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
            for task in ended:
                task.result()
        finally:
            for task in tasks:
                await end(task)

    async def _tell_of_disk(self, since: datetime) -> None:
        words = self.core.wording.office(f"disk-{since.isoformat()}", Text("office-disk-full"))
        await self.matrix.say_unstored(words)

    async def _watch(self) -> None:
        """Wake when the next post is due, whenever the plan changes."""
        while True:
            try:
                due = await self.core.services.announcing.next_due(self._clock.now())
                self.scheduler.wake_at(due)
            except StorageFault as fault:
                # The schedule is looked at every 30 s in any case.
                log.warning("cannot look when the next post is due: %s", fault)
            await self._wake.wait()
            self._wake.clear()

    async def _tick(self, job: Job) -> datetime | None:
        """Run a job with the homeserver's latest time at hand; take up what a fault left lying."""
        health = self.matrix.health()
        if health.server_date is not None and health.server_boot is not None:
            self._timing.server_says(health.server_date, timedelta(seconds=health.server_boot))
        if self.matrix.recalling.pending:
            return None
        if job is self.scheduler.waking and not health.settled:
            return self._clock.now() + _SOON
        await self.core.dispatcher.resume()
        await self.matrix.carrier.resume()
        return await self.core.ticking.run(job)

    def _report(self) -> Report:
        health = self.matrix.health()
        last = health.last_sync
        synced = last is not None and self._clock.now() - last < _SYNC_LATE
        stored = self._watching.well
        parts = {"sync": synced, "storage": stored, "outbox": health.oldest < _OUTBOX_LATE}
        return Report(parts, health.trouble)
