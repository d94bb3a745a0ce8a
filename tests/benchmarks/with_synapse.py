"""The same round trip with a real Synapse, whose own work is most of it."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from functools import partial
from pathlib import Path

from bot.demo.homeserver import Homeserver
from bot.demo.install import default_venv, ensure_synapse
from bot.demo.person import Person
from bot.demo.progress import Steps
from tests.benchmarks.bench import COMPOSED, scratch, started
from tests.benchmarks.bots import BARE, FILTER, LOTSE, Account, Bot
from tests.benchmarks.load import Load
from tests.benchmarks.session import Scenario, Session
from tests.benchmarks.tables import Column, Table

_ROOMS = 10
_SPEAKERS = 4
_PASSWORD = "known to this run only"


class Town:
    """A Synapse with rooms, each with one speaker who asks and hears there."""

    def __init__(self, server: Homeserver, speakers: list[Person]) -> None:
        self._server = server
        self._speakers = speakers
        self._speaker_of: dict[str, Person] = {}
        self._bot = server.register("bot", _PASSWORD)
        self._hearing: list[asyncio.Task[None]] = []
        self.load = Load(self._say)

    @property
    def rooms(self) -> list[str]:
        return list(self._speaker_of)

    async def build(self) -> None:
        """Make the rooms, let the bot's account join, begin to hear."""
        for number in range(_ROOMS):
            owner = self._speakers[number % len(self._speakers)]
            other = self._speakers[(number + 1) % len(self._speakers)]
            room = await owner.create_room(f"room {number}", invite=[self._bot, other.user_id])
            self._speaker_of[room] = owner
        async with await Person.login(self._server.address, "bot", _PASSWORD) as joining:
            while len(await joining.joined_rooms()) < _ROOMS:  # noqa: ASYNC110 -- it joins by itself
                await asyncio.sleep(0.2)
        self._hearing = [asyncio.create_task(self._hear(person)) for person in self._speakers]

    async def account(self) -> Account:
        """The bot's account with a new device."""
        login = await Person.login(self._server.address, "bot", _PASSWORD, joins=False)
        device = (await login.api.request("GET", "/account/whoami"))["device_id"]
        await login.close()
        return Account(
            homeserver=self._server.address,
            user=self._bot,
            token=login.api.token,
            device=str(device),
            admin=self._speakers[0].user_id,
        )

    async def close(self) -> None:
        for task in self._hearing:
            task.cancel()
        await asyncio.gather(*self._hearing, return_exceptions=True)

    async def _say(self, room: str, text: str) -> None:
        await self._speaker_of[room].say(room, text)

    async def _hear(self, person: Person) -> None:
        async for event in person.events(len(person.heard)):
            if event.sender == self._bot and self._speaker_of.get(event.room_id) is person:
                self.load.heard(event.room_id, event.body)


@asynccontextmanager
async def town(folder: Path) -> AsyncIterator[Town]:
    """A fresh Synapse without rate limits, people in it, and rooms."""
    await asyncio.to_thread(ensure_synapse, default_venv(), Steps(1))
    async with AsyncExitStack() as stack:
        server = Homeserver(folder, default_venv())
        await stack.enter_async_context(server)
        speakers = []
        for number in range(_SPEAKERS):
            server.register(f"user{number}", _PASSWORD)
            person = await Person.login(server.address, f"user{number}", _PASSWORD)
            speakers.append(await stack.enter_async_context(person))
        place = Town(server, speakers)
        stack.push_async_callback(place.close)
        await place.build()
        yield place


async def converse(session: Session) -> None:
    """One command at a time, then one outstanding in each room."""

    async def one(bot: Bot, number: int, place: Town) -> None:
        async with (
            scratch() as folder,
            started(bot, await place.account(), place.load, place.rooms, folder) as run,
        ):
            await asyncio.sleep(COMPOSED)
            await run.serial(10)
            serial = await run.serial(session.some(20, 60))
            wide = await run.wide(session.some(4, 8), width=_ROOMS)
            figures = session.figures
            figures.add("synapse-trip", bot.name, number, serial.median * 1000)
            figures.add("synapse-wide", bot.name, number, wide.per_second)
            figures.add("synapse-cpu", bot.name, number, wide.cpu * 1000)
            counts = (serial.count, wide.count)
            figures.add("synapse-lost", bot.name, number, sum(one.lost for one in counts))
            figures.add("synapse-doubled", bot.name, number, sum(one.doubled for one in counts))

    async with scratch() as folder, town(folder) as place:
        await session.each([BARE, FILTER, LOTSE], partial(one, place=place), rounds=2)


SCENARIOS = (
    Scenario(
        "synapse",
        converse,
        (
            Table(
                "With Synapse (10 rooms)",
                (
                    Column("round trip p50, one at a time, ms", "synapse-trip"),
                    Column("answers/s, 10 outstanding", "synapse-wide"),
                    Column("CPU ms per command then", "synapse-cpu"),
                    Column("lost", "synapse-lost", ratio=False, total=True),
                    Column("doubled", "synapse-doubled", ratio=False, total=True),
                ),
            ),
        ),
    ),
)
