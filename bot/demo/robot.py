"""The one place that starts the bot: a process of its own, told everything by its environment."""

from __future__ import annotations

import asyncio
import json
import os
import sys
from collections.abc import Coroutine, Sequence
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path
from typing import Any, TypeVar
from zoneinfo import ZoneInfo

from bot.demo import words
from bot.demo.homeserver import Homeserver
from bot.demo.memory import Memory
from bot.demo.program import Program
from bot.demo.progress import DemoError
from bot.demo.world import BOT, World, joined

COMMAND = (sys.executable, "-m", "bot", "run")
ZONE = ZoneInfo("Europe/Berlin")
# Time for the bot to start and for the office to enter the meeting; the visitor waits for the rest.
_UNTIL_DUE = timedelta(seconds=40)

_SOURCES = Path(__file__).parents[2]

T = TypeVar("T")


def due_soon(now: datetime | None = None) -> datetime:
    """The moment (local, whole seconds) for which the announcement of the meeting is laid."""
    return ((now or datetime.now(UTC)).astimezone(ZONE) + _UNTIL_DUE).replace(microsecond=0)


def environment(world: World, memory: Memory, folder: Path, due: datetime) -> dict[str, str]:
    """The bot's settings; the visitor's own ones stay outside."""
    foreign = ("LOTSE_", "CREDENTIALS_DIRECTORY")
    outside = {key: text for key, text in os.environ.items() if not key.startswith(foreign)}
    return outside | {
        "LOTSE_CONFIG": os.devnull,
        "LOTSE_MATRIX__HOMESERVER": world.address,
        "LOTSE_MATRIX__USER_ID": world.bot,
        "LOTSE_MATRIX__PASSWORD": memory.password(BOT),
        "LOTSE_DATA_DIR": str(folder),
        "LOTSE_OFFICE__ADMINS": json.dumps([world.people["buero"].user_id]),
        "LOTSE_ROOMS__OFFICE": world.rooms["buero"],
        "LOTSE_ROOMS__ANNOUNCEMENTS": json.dumps([world.rooms["ansagen"]]),
        "LOTSE_ROOMS__SPACE": world.space,
        "LOTSE_INVITES__SERVERS": json.dumps([Homeserver.server_name]),
        "LOTSE_MEETING__ANNOUNCE_AT": f"{due:%H:%M:%S}",
        "LOTSE_TIME_ZONE": ZONE.key,
        # A script types faster than people.
        "LOTSE_LIMITS__PERSON": "none",
        "LOTSE_LIMITS__ROOM": "none",
        "LOTSE_LIMITS__SERVER": "none",
        "LOTSE_LIMITS__EVERYONE": "none",
    }


class Robot:
    """The bot's process."""

    def __init__(self, folder: Path, command: Sequence[str] = COMMAND) -> None:
        self.log = folder / "lotse.log"
        self._program = Program(command, log=self.log, cwd=_SOURCES)

    def start(self, settings: dict[str, str]) -> None:
        self._program.start(settings)

    def stop(self) -> None:
        self._program.stop()

    async def while_running(self, work: Coroutine[Any, Any, T]) -> T:
        """The result of `work`.

        Raises:
            DemoError: The bot ended before; the text holds the end of its log.
        """
        task = asyncio.create_task(work)
        watch = asyncio.create_task(self._ended())
        try:
            await asyncio.wait((task, watch), return_when=asyncio.FIRST_COMPLETED)
            if task.done():
                return task.result()
            raise DemoError(f"{words.NO_BOT.format(log=self.log)}\n{self._program.last_lines()}")
        finally:
            task.cancel()
            watch.cancel()
            await asyncio.gather(task, watch, return_exceptions=True)

    async def _ended(self) -> None:
        while self._program.running:  # noqa: ASYNC110 -- a process that ends sets no event
            await asyncio.sleep(0.2)


async def arrival(world: World, patience: float = 60) -> None:
    """Wait until the bot has accepted all invitations.

    Raises:
        DemoError: It has not within `patience` seconds for one room.
    """
    office = world.people["buero"]
    for room in (world.space, *world.rooms.values()):
        if world.bot not in await office.members(room):
            try:
                await office.wait_for(partial(joined, room=room, user_id=world.bot), patience)
            except TimeoutError:
                raise DemoError(words.NOT_ARRIVED) from None
