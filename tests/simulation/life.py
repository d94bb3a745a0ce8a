"""One process of the bot: the real composition root, over a disk, a wire and clocks of ours."""

from __future__ import annotations

import asyncio
import contextvars
from pathlib import Path

from bot.app.running import Bot
from bot.settings import Settings
from bot.storage.database import Database
from tests.simulation.disk import Disk
from tests.simulation.loop import LIFE, VirtualLoop
from tests.simulation.machine import Machine, Plug
from tests.simulation.wire import Network, VirtualWire

_STUBBORN = 10_000


class Life:
    """From the start to an orderly end, an end by a fault, or death at any step."""

    def __init__(
        self, settings: Settings, machine: Machine, network: Network, loop: VirtualLoop, plug: Plug
    ) -> None:
        self.plug = plug
        self.tasks: dict[asyncio.Task[object], None] = {}
        self.over = asyncio.Event()
        self.fault: BaseException | None = None
        self.ready = False
        self._settings = settings
        self._machine = machine
        self._loop = loop
        self._stopping = asyncio.Event()
        self._disk = Disk(Path(settings.data_dir) / "lotse.db", loop, plug, self._die)
        self._wire = VirtualWire(network, plug, self._die)
        self._dying = False
        self._outside = contextvars.copy_context()

    def begin(self) -> None:
        """Start the process."""
        inside = contextvars.copy_context()
        inside.run(LIFE.set, self)
        task = self._loop.create_task(self._live(), context=inside)
        task.add_done_callback(self._ended, context=self._outside)

    def stop(self) -> None:
        """Ask it to end, as SIGTERM does."""
        self._stopping.set()

    def kill(self) -> None:
        """End it at once."""
        self.plug.pulled = True
        self._die()

    async def _live(self) -> None:
        database = Database(self._disk)
        await database.open()
        try:
            bot = Bot(self._settings, database, self._machine, self._wire)
            async with bot.started() as running:
                self.ready = True
                stopping = asyncio.create_task(self._stopping.wait())
                await asyncio.wait((running, stopping), return_when=asyncio.FIRST_COMPLETED)
                self.ready = False
                if running.done():
                    running.result()
        finally:
            if not self.plug.pulled:
                await database.close()

    def _ended(self, task: asyncio.Task[None]) -> None:
        if not self._dying:
            self.fault = None if task.cancelled() else task.exception()
            self.over.set()

    def _die(self) -> None:
        if not self._dying:
            self._dying, self.ready = True, False
            self._loop.create_task(self._bury(), context=self._outside)

    async def _bury(self) -> None:
        """Nothing that it would still do may have an effect, and nothing of it stays."""
        for _ in range(_STUBBORN):
            alive = [task for task in self.tasks if not task.done()]
            if not alive:
                break
            for task in alive:
                task.cancel()
            await asyncio.sleep(0)
        else:
            raise RuntimeError(f"it cannot be killed: {alive}")
        self._loop.forget(self)
        await self._disk.close()
        self.over.set()


def belonging(
    loop: asyncio.AbstractEventLoop,
    coro: object,
    context: contextvars.Context | None = None,
) -> asyncio.Task[object]:
    """A task factory: each task is known to the life that began it."""
    life = LIFE.get() if context is None else context.get(LIFE)
    task: asyncio.Task[object] = asyncio.Task(coro, loop=loop, context=context)  # type: ignore[arg-type]
    if isinstance(life, Life):
        life.tasks[task] = None
        task.add_done_callback(life.tasks.pop, context=contextvars.Context())
    return task
