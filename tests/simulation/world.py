"""A community in one process: its homeserver, its rooms, its people, and the bot in its lives."""

from __future__ import annotations

import asyncio
import contextvars
import random
import shutil
from collections.abc import Awaitable, Callable, Iterable
from datetime import datetime, timedelta
from pathlib import Path
from typing import TypeVar

from bot.matrix.door.errors import Unauthorised
from bot.settings import Settings
from tests.simulation.homeserver import PASSWORD, Homeserver
from tests.simulation.life import Life, belonging
from tests.simulation.loop import VirtualLoop
from tests.simulation.machine import START, Machine, Plug
from tests.simulation.town import BOT, SERVER, Json, Room, Town
from tests.simulation.wire import Network

T = TypeVar("T")

BUERO, ANNA, BERND, CARLA = (f"@{name}:{SERVER}" for name in ("buero", "anna", "bernd", "carla"))
PEOPLE = (BUERO, ANNA, BERND, CARLA)
_SETTLED = 20.0
_LOOKING = 60.0
"""The bot's timer for a moment may be wrong; it looks every half minute."""
_OPERATOR = 900.0


class World:
    """Everything but what people do and what goes wrong."""

    def __init__(
        self, loop: VirtualLoop, template: Path, folder: Path, seed: int, start: datetime = START
    ) -> None:
        self.loop = loop
        self.folder = folder
        self.dice = random.Random(seed)
        # The jitter of the bot's own pauses.
        random.seed(seed)
        self.machine = Machine(loop, start)
        self.began = self.machine.truth()
        self.town = Town(self.machine.truth)
        self.homeserver = Homeserver(self.town, self.machine.truth)
        self.network = Network(self.homeserver, random.Random(seed + 1))
        self.office, self.community, self.posts, self.region = (
            self.town.create(BUERO, *PEOPLE[1:], name=name)
            for name in ("Büro", "Gemeinschaft", "Ansagen", "Region")
        )
        for room in self.town.rooms.values():
            for person in PEOPLE[1:]:
                self.town.member(room, person, person, "join")
            self.town.member(room, BUERO, BOT, "invite")
        self.regions = [self.region]
        """The room of the region and those that took its place."""
        shutil.copy(template, folder / "lotse.db")
        self.settings = self._settings()
        self.lives = 0
        self.life: Life | None = None
        self.plug_of: Callable[[int], Plug] = self._plug
        self.chance = 0.0
        """How likely each step of a life is its last."""
        self.pause: float | None = None
        """Seconds until the next start, once."""
        self.broken: BaseException | None = None
        """The fault by which the bot ended, if it was none that a supervisor cures."""
        self.absences: list[tuple[float, float]] = []
        """From when to when nobody started the bot."""
        self._busy_until = 0.0
        self._ours = contextvars.copy_context()
        self.town.watchers.append(self._happened)
        loop.is_quiet = self._is_quiet

    def _settings(self) -> Settings:
        return Settings.model_validate(
            {
                "matrix": {
                    "homeserver": f"http://{SERVER}",
                    "user_id": BOT,
                    "password": PASSWORD,
                },
                "data_dir": self.folder,
                "office": {"admins": [BUERO]},
                "rooms": {
                    "office": self.office.room_id,
                    "announcements": [self.posts.room_id, self.region.room_id],
                },
                "invites": {"servers": [SERVER]},
                "menus": {"publish": "none"},
            }
        )

    # The bot's lives

    async def live(self) -> None:
        """Start the bot, and again whenever it has ended, as a supervisor does; for ever."""
        while True:
            self.begin()
            assert self.life
            await self.life.over.wait()
            self.homeserver.died(self.loop.time())
            fault = self.life.fault
            if fault is not None and not isinstance(fault, Unauthorised):
                self.broken = fault
                raise fault
            self.life = None
            self._busy_until = self.loop.time() + _SETTLED
            if isinstance(fault, Unauthorised):
                # The operator comes and logs in anew: the bot waits for that.
                (self.folder / "session.json").unlink(missing_ok=True)
                self.pause = self.pause or _OPERATOR
            pause, self.pause = self.pause, None
            ended = self.loop.time()
            await asyncio.sleep(self.dice.uniform(1, 20) if pause is None else pause)
            if pause is not None:
                self.absences.append((ended, self.loop.time()))

    def _plug(self, number: int) -> Plug:
        return Plug(chance=self.chance, dice=self.dice)

    def begin(self) -> Life:
        """Start the bot."""
        plug = self.plug_of(self.lives)
        self.lives += 1
        self.life = Life(self.settings, self.machine, self.network, self.loop, plug)
        self.life.begin()
        self._busy_until = self.loop.time() + _SETTLED
        return self.life

    async def until_ready(self) -> None:
        """Wait until the bot runs and is in its rooms."""
        while not (self.life and self.life.ready and all(map(self._is_in, self._own()))):
            if self.broken:
                raise self.broken
            await asyncio.sleep(1)

    def _own(self) -> tuple[Room, ...]:
        return (self.office, self.community, self.posts, self.region)

    def _is_in(self, room: Room) -> bool:
        return room.membership(BOT) == "join"

    # What its operators and people do to a room

    def upgrade_region(self) -> tuple[Room, Room]:
        """The region's room is replaced, and everybody goes over; the old one and the new."""
        old, self.region = self.region, self.town.replace(self.region, BUERO, BOT, *PEOPLE[1:])
        self.regions.append(self.region)
        for person in PEOPLE[1:]:
            self.town.member(self.region, person, person, "join")
        return old, self.region

    # What the loop wants to know

    def stay_awake(self, moments: Iterable[datetime]) -> None:
        """No heartbeat is skipped from just before to just after these moments."""
        for moment in moments:
            at = self.loop.time() + (moment - self.machine.truth()).total_seconds()
            self.loop.call_at(at - 1, self._stir, context=self._ours)

    def _stir(self) -> None:
        self._busy_until = max(self._busy_until, self.loop.time() + _LOOKING)

    def _happened(self, room_id: str, event: Json) -> None:
        self._busy_until = self.loop.time() + _SETTLED

    def _is_quiet(self) -> bool:
        """Whether the bot runs, and for a while did nothing but listen."""
        answered = self.network.answered
        if not (self.life and self.life.ready) or not answered:
            return False
        now, weather = self.loop.time(), self.network.weather
        others = next((at for at, label in reversed(answered) if "/sync" not in label), 0.0)
        calm = not (weather.dead or self.network.under_way) and now > max(
            self._busy_until, others + _SETTLED
        )
        return calm and self.machine.error == timedelta()


def simulated(
    template: Path,
    folder: Path,
    seed: int,
    play: Callable[[World], Awaitable[T]],
    start: datetime = START,
) -> T:
    """Run a play in a world of its own, as fast as the machine can."""
    loop = VirtualLoop()
    loop.set_task_factory(belonging)  # type: ignore[arg-type]

    async def run() -> T:
        world = World(loop, template, folder, seed, start)
        with world.machine.clocks_of_libraries():
            try:
                return await play(world)
            finally:
                if world.life:
                    world.life.kill()
                    await world.life.over.wait()

    try:
        return loop.run_until_complete(run())
    finally:
        for task in asyncio.all_tasks(loop):
            task.cancel()
        loop.run_until_complete(asyncio.sleep(0))
        loop.close()
