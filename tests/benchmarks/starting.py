"""How long a bot needs from its start to its first answer, and what 1,000 rooms cost it."""

from __future__ import annotations

import asyncio
import http.client
import threading
import time
from functools import partial

from bot.demo.homeserver import free_port
from tests.benchmarks.bench import COMPOSED, on_stub, scratch
from tests.benchmarks.bots import LOTSE, Bot
from tests.benchmarks.figures import Figures
from tests.benchmarks.session import Scenario, Session
from tests.benchmarks.stub import Ground, Stub
from tests.benchmarks.tables import Column, Table

_MANY = 1_000
_BEAT = 0.002


async def start(session: Session) -> None:
    """Cold, and our bot also warm: with the sync token of an earlier run."""

    async def one(bot: Bot, number: int, rooms: int, figures: Figures) -> None:
        stub = Stub(Ground(rooms=rooms))
        async with stub.serving(), scratch() as folder:
            async with on_stub(bot, stub, folder) as run:
                await asyncio.sleep(COMPOSED)
                figures.add(f"start-{rooms}", bot.name, number, run.first)
                figures.add(f"memory-{rooms}", bot.name, number, run.process.memory())
            if bot.at_home:
                async with on_stub(bot, stub, folder) as run:
                    figures.add(f"warm-{rooms}", bot.name, number, run.first)
                    await asyncio.sleep(COMPOSED)

    # Without notes: the stub makes the answer to each filter once, for which nobody must pay.
    await session.each(session.main, partial(one, rooms=_MANY, figures=Figures()), rounds=1)
    for rooms in (100, _MANY):
        work = partial(one, rooms=rooms, figures=session.figures)
        await session.each(session.main, work, rounds=2)


async def block(session: Session) -> None:
    """The longest time that our bot's health page was silent while 1,000 rooms came in."""

    async def one(bot: Bot, number: int) -> None:
        port = free_port()
        stub, pulse = Stub(Ground(rooms=_MANY)), Pulse(port)
        async with stub.serving(), scratch() as folder:
            pulse.start()
            try:
                async with on_stub(bot, stub, folder, LOTSE_HEALTH__PORT=str(port)):
                    await asyncio.sleep(COMPOSED)
            finally:
                pulse.over.set()
                await asyncio.to_thread(pulse.join)
        session.figures.add("block", bot.name, number, pulse.longest * 1000)

    await session.each([LOTSE], one)


class Pulse(threading.Thread):
    """Asks the health page without a pause, from a thread, so that our own loop has no part."""

    def __init__(self, port: int) -> None:
        super().__init__(daemon=True)
        self.over = threading.Event()
        self.longest = 0.0
        """Seconds that the slowest answer took."""
        self._port = port

    def run(self) -> None:
        """Ask until it is over; a page that is not there yet is no slow one."""
        while not self.over.wait(_BEAT):
            connection = http.client.HTTPConnection("127.0.0.1", self._port, timeout=60)
            try:
                self._ask(connection)
            except (OSError, http.client.HTTPException):
                continue
            finally:
                connection.close()

    def _ask(self, connection: http.client.HTTPConnection) -> None:
        connection.connect()
        while not self.over.wait(_BEAT):
            began = time.perf_counter()
            connection.request("GET", "/livez")
            connection.getresponse().read()
            self.longest = max(self.longest, time.perf_counter() - began)


SCENARIOS = (
    Scenario(
        "start",
        start,
        (
            Table(
                "Start to first answer",
                (
                    Column("100 rooms of 10, s", "start-100"),
                    Column("1,000 rooms of 10, s", "start-1000"),
                    Column("memory then, MiB", "memory-1000"),
                    Column("100 rooms with a kept token, s", "warm-100", ratio=False),
                    Column("1,000 rooms with a kept token, s", "warm-1000", ratio=False),
                ),
            ),
        ),
    ),
    Scenario(
        "block",
        block,
        (
            Table(
                "Longest silence of the health page while 1,000 rooms come in",
                (Column("ms", "block", ratio=False),),
            ),
        ),
    ),
)
