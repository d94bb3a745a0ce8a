"""Where the bot is ill-treated: a real Synapse, a proxy in front of it, rooms, and the bot."""

from __future__ import annotations

import asyncio
import secrets
import sqlite3
import sys
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import AsyncExitStack, asynccontextmanager, closing
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

import aiohttp

from bot.demo.api import MatrixError
from bot.demo.homeserver import Homeserver, free_port
from bot.demo.install import default_venv, ensure_synapse
from bot.demo.person import Person
from bot.demo.progress import Steps
from bot.matrix.login import credentials
from bot.matrix.login.credentials import Credentials
from tests.e2e.community import ROOT, Community, Lotse, found
from tests.faults.proxy import Proxy
from tests.faults.witness import Witness, unanswered

PATIENCE = 240.0
"""Seconds until something that must happen is given up; a busy machine is no fault of the bot."""
_PASSWORD = "known to this run only"
_AGAIN = 0.3
_AT_ONCE = 20

T = TypeVar("T")


async def until(
    condition: Callable[[], Awaitable[bool]], seconds: float = PATIENCE, *, pause: float = 0.2
) -> None:
    """Wait for something to be true.

    Raises:
        TimeoutError: it is not, after so many seconds.
    """
    async with asyncio.timeout(seconds):
        while not await condition():  # noqa: ASYNC110 -- rooms tell nobody
            await asyncio.sleep(pause)


@dataclass
class Ground:
    """The office person is the one who asks; nobody but the bot uses the proxy."""

    server: Homeserver
    proxy: Proxy
    community: Community
    health: str
    """Address of the bot's health page."""

    @property
    def lotse(self) -> Lotse:
        return self.community.lotse

    @property
    def office(self) -> Person:
        return self.community.office

    @property
    def rooms(self) -> list[str]:
        return list(self.community.rooms.values())

    @property
    def room(self) -> str:
        return self.community.rooms["community"]

    @property
    def data(self) -> Path:
        """The bot's data folder."""
        return self.lotse.folder / "data"

    @property
    def login(self) -> Credentials:
        """The bot's own."""
        found = credentials.load(self.data / "session.json")
        assert found
        return found

    async def arrived(self) -> None:
        """Start the bot and wait until it is in every room and has answered there."""
        self.lotse.start()
        await self.arrive()
        for room in self.rooms:
            await self.say(room, "!hilfe")
        await self.settled()

    async def arrive(self) -> None:
        """Wait until the bot is in every room."""
        await until(self._everywhere)

    async def say(self, room: str, text: str) -> str:
        """What the office person says, again if the homeserver is not there."""
        return await insist(lambda: self.office.say(room, text))

    async def witness(self) -> Witness:
        """What the rooms' own history tells."""
        return await insist(
            lambda: Witness.of(self.office, [*self.rooms, self.community.space], self.lotse.user_id)
        )

    async def settled(
        self, missing: Callable[[Witness], int] = unanswered, seconds: float = PATIENCE
    ) -> Witness:
        """Wait until nothing is missing; give up when nothing comes for so many seconds."""
        seen = await self.witness()
        while missing(seen):
            before, until_ = missing(seen), asyncio.get_running_loop().time() + seconds
            while missing(seen) >= before:
                if not self.lotse.program.running or asyncio.get_running_loop().time() > until_:
                    return seen
                await asyncio.sleep(0.5)
                seen = await self.witness()
        return seen

    async def quiet(self, missing: Callable[[Witness], int] = unanswered) -> Witness:
        """As `settled`, and then the bot ends in good order: nothing more is to come."""
        await self.settled(missing)
        await self.stopped()
        return await self.witness()

    async def stopped(self) -> int | None:
        """SIGTERM; the exit code."""
        await asyncio.to_thread(self.lotse.program.stop, PATIENCE)
        return self.lotse.program.exit_code

    async def ended(self) -> int | None:
        """Wait until the bot ends by itself; the exit code."""

        async def over() -> bool:
            return not self.lotse.program.running

        await until(over)
        return self.lotse.program.exit_code

    async def ready(self) -> None:
        """Wait until the bot's own health page says so."""
        await until(self.is_ready)

    async def is_ready(self) -> bool:
        try:
            async with aiohttp.ClientSession() as http, http.get(f"{self.health}/readyz") as page:
                return page.status == 200
        except (aiohttp.ClientError, OSError):
            return False

    async def operator(self, *words: str) -> int:
        """What somebody does on the command line; the exit code."""
        done = await asyncio.create_subprocess_exec(
            *(sys.executable, "-m", "bot", *words), cwd=ROOT, env=self.lotse.environment
        )
        return await done.wait()

    async def forget_transactions(self) -> None:
        """As Synapse does by itself after a day."""
        self.server.stop()
        with closing(sqlite3.connect(self.server.folder / "homeserver.db")) as stored, stored:
            stored.execute("DELETE FROM event_txn_id_device_id")
        await self.server.launch()

    async def restart_homeserver(self) -> None:
        """As after a crash of it."""
        await asyncio.to_thread(self.server.kill)
        await self.server.launch()

    async def _everywhere(self) -> bool:
        """Whether the bot is in all rooms; it is killed, in some tests, while it arrives."""
        rooms = (self.community.space, *self.rooms)
        there = [self.lotse.user_id in await self.office.members(room) for room in rooms]
        return all(there)


async def chatter(place: Ground, count: int) -> None:
    """People talk in the community's room, and none of it is for the bot."""
    for start in range(0, count, _AT_ONCE):
        some = range(start, min(start + _AT_ONCE, count))
        await asyncio.gather(*(place.say(place.room, f"Satz {number}") for number in some))


async def insist(ask: Callable[[], Awaitable[T]]) -> T:
    """Ask again while the homeserver is down, as people's clients do."""
    async with asyncio.timeout(PATIENCE):
        while True:
            try:
                return await ask()
            except (aiohttp.ClientError, OSError):
                pass
            except MatrixError as fault:
                if fault.status < 500:
                    raise
            await asyncio.sleep(_AGAIN)


@asynccontextmanager
async def homeserver(folder: Path, *, limits_lifted: bool = True) -> AsyncIterator[Homeserver]:
    """A Synapse that belongs to the faults alone, because they kill it."""
    await asyncio.to_thread(ensure_synapse, default_venv(), Steps(1))
    async with Homeserver(folder, default_venv(), limits_lifted=limits_lifted) as server:
        yield server


@asynccontextmanager
async def ground(
    server: Homeserver,
    folder: Path,
    *,
    direct: bool = False,
    sealed: bool = False,
    **environment: str,
) -> AsyncIterator[Ground]:
    """New rooms and a new bot, not started yet; `direct` leaves the proxy out of its way.

    All rooms are encrypted if `sealed`.
    """
    mark = secrets.token_hex(4)
    async with AsyncExitStack() as stack:
        proxy = await stack.enter_async_context(Proxy(lambda: server.address))
        accounts = [server.register(f"{name}-{mark}", _PASSWORD) for name in ("buero", "lotse")]
        keys = folder / "keys" if sealed else None
        office = await Person.login(server.address, accounts[0], _PASSWORD, folder=keys)
        await stack.enter_async_context(office)
        community = await found(server, office, (accounts[1], _PASSWORD), folder)
        port = free_port()
        community.lotse.environment |= {
            "LOTSE_MATRIX__HOMESERVER": server.address if direct else proxy.address,
            "LOTSE_HEALTH__PORT": str(port),
            "LOTSE_MENUS__PUBLISH": "none",
            **environment,
        }
        stack.callback(community.lotse.kill)
        yield Ground(server, proxy, community, f"http://127.0.0.1:{port}")
