"""A real Synapse with people in rooms, each with a speaker who asks and hears there."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from pathlib import Path

from bot.demo.homeserver import Homeserver
from bot.demo.install import default_venv, ensure_synapse
from bot.demo.person import Person
from bot.demo.progress import Steps
from tests.benchmarks.bots import Account
from tests.benchmarks.load import Load

_SPEAKERS = 4
_PASSWORD = "known to this run only"


class Town:
    """The rooms and their speakers; `load` asks and hears there."""

    def __init__(self, server: Homeserver, bot: str, speaker_of: dict[str, Person]) -> None:
        self.server = server
        self.bot = bot
        self.speaker_of = speaker_of
        self.load = Load(self._say)

    @property
    def rooms(self) -> list[str]:
        return list(self.speaker_of)

    @property
    def speakers(self) -> list[Person]:
        return list(dict.fromkeys(self.speaker_of.values()))

    async def account(self) -> Account:
        """The bot's account with a new device."""
        login = await Person.login(self.server.address, "bot", _PASSWORD, joins=False)
        device = (await login.api.request("GET", "/account/whoami"))["device_id"]
        await login.close()
        return Account(
            homeserver=self.server.address,
            user=self.bot,
            token=login.api.token,
            device=str(device),
            admin=self.speakers[0].user_id,
        )

    @asynccontextmanager
    async def heard(self) -> AsyncIterator[None]:
        """Everybody hears what the bot says."""
        hearing = [asyncio.create_task(self._hear(person)) for person in self.speakers]
        try:
            yield
        finally:
            for task in hearing:
                task.cancel()
            await asyncio.gather(*hearing, return_exceptions=True)

    async def _say(self, room: str, text: str) -> None:
        await self.speaker_of[room].say(room, text)

    async def _hear(self, person: Person) -> None:
        async for event in person.events(len(person.heard)):
            if event.sender == self.bot and self.speaker_of.get(event.room_id) is person:
                self.load.heard(event.room_id, event.body)


@asynccontextmanager
async def town(folder: Path, rooms: int) -> AsyncIterator[Town]:
    """A fresh Synapse without rate limits, people in it, and rooms that the bot has joined."""
    await asyncio.to_thread(ensure_synapse, default_venv(), Steps(1))
    async with AsyncExitStack() as stack:
        server = Homeserver(folder, default_venv())
        await stack.enter_async_context(server)
        yield await _settle(stack, server, "user", rooms, None)


@asynccontextmanager
async def towns(folder: Path, rooms: int) -> AsyncIterator[tuple[Town, Town]]:
    """Two of them on one Synapse: so many rooms in clear, and as many encrypted."""
    await asyncio.to_thread(ensure_synapse, default_venv(), Steps(1))
    async with AsyncExitStack() as stack:
        server = Homeserver(folder / "synapse", default_venv())
        await stack.enter_async_context(server)
        clear = await _settle(stack, server, "user", rooms, None)
        yield clear, await _settle(stack, server, "keeper", rooms, folder)


async def _settle(
    stack: AsyncExitStack, server: Homeserver, name: str, rooms: int, folder: Path | None
) -> Town:
    """People and their rooms, which are encrypted where there is a `folder` for keys."""
    bot = server.register("bot", _PASSWORD)
    speakers = []
    for number in range(_SPEAKERS):
        who = f"{name}{number}"
        server.register(who, _PASSWORD)
        keys = folder / who if folder else None
        person = await Person.login(server.address, who, _PASSWORD, folder=keys)
        speakers.append(await stack.enter_async_context(person))
    place = Town(server, bot, await _furnish(server, bot, speakers, rooms))
    await stack.enter_async_context(place.heard())
    return place


@asynccontextmanager
async def limited(built: Town, folder: Path) -> AsyncIterator[Town]:
    """The same once more, after its Synapse has ended, under Synapse's own rate limits."""
    server = Homeserver(folder, default_venv(), limits_lifted=False)
    async with AsyncExitStack() as stack:
        await stack.enter_async_context(server)
        again = {}
        for person in built.speakers:
            one = Person(server.address, person.user_id, person.api.token)
            again[person.user_id] = await stack.enter_async_context(one)
        there = {room: again[person.user_id] for room, person in built.speaker_of.items()}
        place = Town(server, built.bot, there)
        await stack.enter_async_context(place.heard())
        yield place


async def _furnish(
    server: Homeserver, bot: str, speakers: list[Person], rooms: int
) -> dict[str, Person]:
    """Make the rooms, let the bot's account join."""
    made: dict[str, Person] = {}

    async def furnish(owner: Person, other: Person, some: range) -> None:
        for number in some:
            room = await owner.create_room(f"room {number}", invite=[bot, other.user_id])
            made[room] = owner

    pairs = zip(speakers, [*speakers[1:], speakers[0]], strict=True)
    async with await Person.login(server.address, "bot", _PASSWORD) as joining:
        await asyncio.gather(
            *(
                furnish(owner, other, range(place, rooms, _SPEAKERS))
                for place, (owner, other) in enumerate(pairs)
            )
        )
        while not {*made} <= {*(await joining.api.request("GET", "/joined_rooms"))["joined_rooms"]}:  # noqa: ASYNC110 -- it joins by itself
            await asyncio.sleep(0.5)
    return made
