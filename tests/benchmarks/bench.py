"""One bot on one stub, from its start to its end, and the kinds of load that it is put under."""

from __future__ import annotations

import asyncio
import itertools
import tempfile
import time
from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

from tests.benchmarks.bots import Account, Bot
from tests.benchmarks.figures import percentile
from tests.benchmarks.load import Count, Load, Question, count, settle
from tests.benchmarks.processes import Process
from tests.benchmarks.stub import Ground, Stub

_PATIENCE = 180.0
_LOOK = 0.005
_AGAIN = 10  # looks between two questions to a bot that starts
COMPOSED = 1.0
"""Seconds that a bot is given after its first answer."""
_SPREAD = 0.05


class NoAnswer(Exception):  # noqa: N818 -- says what is wrong
    """The bot ended, or stays silent."""


@dataclass(frozen=True, slots=True)
class Phase:
    """What a load did; seconds."""

    count: Count
    median: float
    per_second: float
    cpu: float
    """Of the bot, for each answer."""


@dataclass(slots=True)
class Running:
    """A bot that has answered once, `first` seconds after its start."""

    bot: Bot
    load: Load
    rooms: Sequence[str]
    process: Process
    first: float

    async def serial(self, questions: int) -> Phase:
        """One command after the other, the rooms in turn."""

        async def work() -> list[Question]:
            return [
                await self.load.ask_and_wait(self.bot.ask, self._room(number))
                for number in range(questions)
            ]

        return await self._phase(work)

    async def wide(self, seconds: float, width: int = 50) -> Phase:
        """Always so many commands outstanding, spread over the rooms."""

        async def work() -> list[Question]:
            until, questions = time.perf_counter() + seconds, list[Question]()

            async def lane(room: str) -> None:
                while time.perf_counter() < until:
                    questions.append(await self.load.ask_and_wait(self.bot.ask, room))

            await asyncio.gather(*(lane(self._room(number)) for number in range(width)))
            return questions

        return await self._phase(work)

    async def burst(self, questions: int) -> Phase:
        """So many within 50 ms in one room, as lines typed by many people would come."""

        async def work() -> list[Question]:
            asked = []
            for _ in range(questions):
                asked.append(await self.load.ask(self.bot.ask, self.rooms[0]))
                await asyncio.sleep(_SPREAD / questions)
            await settle(asked)
            return asked

        return await self._phase(work)

    def _room(self, number: int) -> str:
        return self.rooms[number % len(self.rooms)]

    async def _phase(self, work: Callable[[], Awaitable[list[Question]]]) -> Phase:
        cpu, began = self.process.cpu(), time.perf_counter()
        questions = await work()
        lasted = time.perf_counter() - began
        await settle(questions, 6)
        good = [question.took for question in questions if question.answers]
        if not good:
            raise NoAnswer(self.bot.name)
        used = self.process.cpu() - cpu
        return Phase(count(questions), percentile(good, 0.5), len(good) / lasted, used / len(good))


@asynccontextmanager
async def running(bot: Bot, ground: Ground) -> AsyncIterator[Running]:
    """The bot on a stub of its own, given when it is composed."""
    stub = Stub(ground)
    async with stub.serving(), scratch() as folder, on_stub(bot, stub, folder) as one:
        await asyncio.sleep(COMPOSED)
        yield one


@asynccontextmanager
async def on_stub(
    bot: Bot, stub: Stub, folder: Path, *, announces: bool = False, **more: str
) -> AsyncIterator[Running]:
    """The bot on that stub, as `started`; `announces` makes all rooms hear announcements."""
    account = Account(homeserver=stub.address, rooms=stub.rooms if announces else ())
    async with started(bot, account, stub.load, stub.rooms, folder, **more) as one:
        yield one


@asynccontextmanager
async def started(
    bot: Bot,
    account: Account,
    load: Load,
    rooms: Sequence[str],
    folder: Path,
    **more: str,
) -> AsyncIterator[Running]:
    """The bot from its start to its end, given when it has answered for the first time.

    Raises:
        NoAnswer: it does not.
    """
    before, began = load.answered, time.perf_counter()
    process = bot.start(account, folder, **more)
    try:
        for turn in itertools.count():
            if load.answered > before:
                break
            if not process.running or time.perf_counter() - began > _PATIENCE:
                raise NoAnswer(f"{bot.name}: {process.last_lines}")
            if turn % _AGAIN == 0:
                await load.ask(bot.ask, rooms[0])
            await asyncio.sleep(_LOOK)
        yield Running(bot, load, rooms, process, time.perf_counter() - began)
    finally:
        await process.stop()


@asynccontextmanager
async def scratch() -> AsyncIterator[Path]:
    """A folder for what a bot keeps."""
    with tempfile.TemporaryDirectory(prefix="bench-") as folder:
        yield Path(folder)
