"""What goes wrong: a seeded choice of faults, each from a moment to a moment."""

from __future__ import annotations

import asyncio
import heapq
import random
from collections.abc import Awaitable, Callable
from datetime import UTC, datetime, timedelta

from tests.simulation.homeserver import Bucket
from tests.simulation.ledger import Ledger, Trouble
from tests.simulation.loop import LIFE
from tests.simulation.people import People
from tests.simulation.town import BOT
from tests.simulation.wire import Weather
from tests.simulation.world import BUERO, World

_MINUTE, _HOUR = 60.0, 3600.0


class Troubles:
    """Each fault is a coroutine that lasts as long as the fault does."""

    def __init__(self, world: World, ledger: Ledger, people: People, dice: random.Random) -> None:
        self.world = world
        self.ledger = ledger
        self.people = people
        self.dice = dice
        self._moving = asyncio.Lock()

    def all(self) -> dict[str, Callable[[], Awaitable[None]]]:
        return {
            "kill": self.kill,
            "kill at a step": self.kill_at_a_step,
            "kill storm": self.kill_storm,
            "long absence": self.long_absence,
            "orderly restart": self.orderly_restart,
            "outage refused": self.refused,
            "outage bad gateway": self.bad_gateway,
            "hanging": self.hanging,
            "lost requests": self.lost_requests,
            "lost answers": self.lost_answers,
            "slow": self.slow,
            "poison": self.poison,
            "limit": self.limit,
            "gap": self.gap,
            "token refused": self.token_refused,
            "logged out": self.logged_out,
            "new device": self.new_device,
            "clock jump": self.clock_jump,
            "suspended": self.suspended,
            "kicked": self.kicked,
            "upgraded": self.upgraded,
        }

    async def one(self, name: str) -> None:
        """Let it happen, and note from when to when."""
        start = self.world.loop.time()
        trouble = Trouble(name=name, start=start, end=float("inf"))
        self.ledger.troubles.append(trouble)
        await self.all()[name]()
        trouble.end = self.world.loop.time()

    # The process

    async def kill(self) -> None:
        if self.world.life:
            self.world.life.kill()

    async def kill_at_a_step(self) -> None:
        """While people speak, so that there are steps."""
        for _ in range(self.dice.randint(1, 4)):
            if self.world.life:
                plug = self.world.life.plug
                plug.at = plug.steps + self.dice.randint(0, 60)
            await self.dice.choice((self.people.query, self.people.project, self.people.update))()

    async def kill_storm(self) -> None:
        """Every life is short."""
        self.world.chance = 0.02
        await asyncio.gather(*(self.people.project() for _ in range(5)))
        await asyncio.sleep(self.dice.uniform(1, 10) * _MINUTE)
        self.world.chance = 0.0
        await self.kill()

    async def long_absence(self) -> None:
        """Nobody starts it again for a while."""
        self.world.pause = self.dice.uniform(0.3, 30) * _HOUR
        await self.kill()
        await asyncio.sleep(self.world.pause)

    async def orderly_restart(self) -> None:
        if self.world.life and self.world.life.ready:
            self.world.life.stop()

    # The way to the homeserver

    async def _weather(self, seconds: float, **how: object) -> None:
        for name, value in how.items():
            setattr(self.world.network.weather, name, value)
        await asyncio.sleep(seconds)
        clear = Weather()
        for name in how:
            setattr(self.world.network.weather, name, getattr(clear, name))

    async def refused(self) -> None:
        await self._weather(self.dice.choice((30, 600, 2 * _HOUR)), refused=True)

    async def bad_gateway(self) -> None:
        await self._weather(self.dice.choice((30, 600, 2 * _HOUR)), bad_gateway=True)

    async def hanging(self) -> None:
        await self._weather(self.dice.uniform(1, 40) * _MINUTE, hangs=self.dice.choice((0.3, 1.0)))

    async def lost_requests(self) -> None:
        await self._weather(self.dice.uniform(1, 60) * _MINUTE, cut_before=0.4)

    async def lost_answers(self) -> None:
        await self._weather(self.dice.uniform(1, 60) * _MINUTE, cut_after=0.4)

    async def slow(self) -> None:
        await self._weather(self.dice.uniform(1, 30) * _MINUTE, slow=40.0)

    async def poison(self) -> None:
        await self._weather(self.dice.uniform(1, 10) * _MINUTE, poison=0.3)

    async def limit(self) -> None:
        """The account may say little for a while."""
        homeserver, usual = self.world.homeserver, self.world.homeserver.bucket
        rate = self.dice.choice((0.02, 0.1, 0.5))
        homeserver.bucket = Bucket(rate, burst=2.0, level=2.0, at=self.world.loop.time())
        homeserver.stretch = self.dice.choice((1.0, 3.0))
        for _ in range(self.dice.randint(1, 8)):
            await self.people.talk()
            asyncio.create_task(self.people.query())  # noqa: RUF006 -- ends by itself
        await asyncio.sleep(self.dice.uniform(0.2, 2) * _HOUR)
        homeserver.bucket, homeserver.stretch = usual, 1.0

    async def gap(self) -> None:
        """More is said than one answer of /sync holds, while nobody listens."""
        homeserver = self.world.homeserver
        homeserver.cap = self.dice.randint(1, 8)
        listening = asyncio.create_task(self._weather(self.dice.uniform(60, 900), refused=True))
        await asyncio.sleep(1)
        for _ in range(self.dice.randint(3, 12)):
            await self.people.talk()
            act = self.dice.choice((self.people.query, self.people.project))
            asyncio.create_task(act())  # noqa: RUF006 -- ends by itself
        await listening
        await asyncio.sleep(300)
        homeserver.cap = 100

    async def token_refused(self) -> None:
        self.world.homeserver.generation += 1

    async def logged_out(self) -> None:
        """Somebody ended the session while it runs: a person has to log in again."""
        self.world.homeserver.log_out()

    async def new_device(self) -> None:
        """Somebody ended the session, and the file with the device is gone."""
        await self.kill()
        self.world.homeserver.log_out()
        (self.world.folder / "session.json").unlink(missing_ok=True)

    # The machine

    async def clock_jump(self) -> None:
        error = self.dice.choice(
            (
                timedelta(minutes=-4),
                timedelta(minutes=4),
                timedelta(hours=1),
                timedelta(hours=-1),
                timedelta(days=1),
                timedelta(days=-1),
                datetime(1970, 1, 1, tzinfo=UTC) - self.world.machine.truth(),
            )
        )
        self.world.machine.error = error
        await asyncio.sleep(self.dice.uniform(1, 90) * _MINUTE)
        self.world.machine.error = timedelta()

    async def suspended(self) -> None:
        """The machine sleeps: its timers do not run on, nothing reaches it."""
        seconds = self.dice.choice((60.0, _HOUR, 9 * _HOUR))
        self.world.network.frozen_until = self.world.loop.time() + seconds
        timers: list[asyncio.TimerHandle] = self.world.loop._scheduled  # type: ignore[attr-defined]
        for timer in timers:
            context = timer._context  # type: ignore[attr-defined]
            if context is not None and context.get(LIFE) is not None:
                timer._when += seconds  # type: ignore[attr-defined]
        heapq.heapify(timers)
        await asyncio.sleep(seconds)

    # The rooms

    async def kicked(self) -> None:
        """Out of a room, and asked in again later."""
        async with self._moving:
            await self._kicked()

    async def upgraded(self) -> None:
        """A room is replaced by another, and the bot is asked there."""
        async with self._moving:
            await upgrade(self.people, self.ledger)

    async def _kicked(self) -> None:
        room, town = self.world.region, self.world.town
        town.member(room, BUERO, BOT, "leave")
        start = self.world.loop.time()
        self.people.rooms.remove(room)
        await asyncio.sleep(self.dice.uniform(0, 3) * _HOUR)
        town.member(room, BUERO, BOT, "invite")
        while room.membership(BOT) != "join":
            await asyncio.sleep(5)
        self.people.rooms.append(room)
        self.ledger.absent.append((room.room_id, start, self.world.loop.time()))


async def upgrade(people: People, ledger: Ledger) -> None:
    """The region goes over into another room; where it is excused is noted."""
    world, start = people.world, people.world.loop.time()
    old, new = world.upgrade_region()
    people.rooms.remove(old)
    while new.membership(BOT) != "join":
        await asyncio.sleep(5)
    people.rooms.append(new)
    ledger.absent.append((old.room_id, start, float("inf")))
    ledger.absent.append((new.room_id, 0.0, world.loop.time()))
