"""A small community on the embedded homeserver: rooms, an office, and the bot as a process."""

from __future__ import annotations

import asyncio
import json
import os
import sys
from dataclasses import dataclass, field
from pathlib import Path

from bot.demo.homeserver import Homeserver
from bot.demo.person import Person
from bot.demo.program import Program

ROOT = Path(__file__).parents[2]


@dataclass
class Lotse:
    """The bot's process and what it is told."""

    user_id: str
    folder: Path
    environment: dict[str, str]
    program: Program = field(init=False)

    def __post_init__(self) -> None:
        command = (sys.executable, "-m", "bot", "run")
        self.program = Program(command, log=self.folder / "lotse.log", cwd=ROOT)

    def start(self) -> None:
        self.program.start(self.environment)

    async def started(self) -> None:
        """Start and wait until it says that it is ready."""
        before = self._count("ready version=")
        self.start()
        async with asyncio.timeout(30):
            while self._count("ready version=") == before:
                if not self.program.running:
                    raise RuntimeError(self.program.last_lines())
                await asyncio.sleep(0.02)

    def kill(self) -> None:
        self.program.kill()

    def stop(self) -> None:
        self.program.stop()

    def log(self) -> str:
        path = self.folder / "lotse.log"
        return path.read_text("utf-8") if path.exists() else ""

    def _count(self, words: str) -> int:
        return self.log().count(words)


@dataclass
class Community:
    """The office person has made the space and the rooms and invited the bot."""

    office: Person
    lotse: Lotse
    space: str
    rooms: dict[str, str]

    async def arrived(self) -> None:
        """Wait until the bot is in every room."""
        for room in (self.space, *self.rooms.values()):
            async with asyncio.timeout(30):
                while self.lotse.user_id not in await self.office.members(room):  # noqa: ASYNC110 -- a list of members tells nobody
                    await asyncio.sleep(0.05)

    async def answers(self, room: str) -> dict[str, list[str]]:
        """What the bot answered to each event, by the room's own history."""
        found: dict[str, list[str]] = {}
        for event in await self.office.messages(room):
            if event.sender == self.lotse.user_id and event.reply_to:
                found.setdefault(event.reply_to, []).append(event.body)
        return found


async def found(
    homeserver: Homeserver, office: Person, account: tuple[str, str], folder: Path
) -> Community:
    """Make the space and its rooms."""
    user_id, password = account
    space = await office.create_room("Raum der Räume", invite=[user_id], space=True)
    rooms = {
        name: await office.create_room(name, invite=[user_id])
        for name in ("community", "announcements", "office")
    }
    environment = {key: text for key, text in os.environ.items() if not key.startswith("LOTSE_")}
    environment |= {
        "LOTSE_CONFIG": os.devnull,
        "LOTSE_MATRIX__HOMESERVER": homeserver.address,
        "LOTSE_MATRIX__USER_ID": user_id,
        "LOTSE_MATRIX__PASSWORD": password,
        "LOTSE_DATA_DIR": str(folder / "data"),
        "LOTSE_OFFICE__ADMINS": json.dumps([office.user_id]),
        "LOTSE_ROOMS__OFFICE": rooms["office"],
        "LOTSE_ROOMS__ANNOUNCEMENTS": json.dumps([rooms["announcements"]]),
        "LOTSE_ROOMS__SPACE": space,
        # A script types faster than people.
        "LOTSE_LIMITS__PERSON": "none",
        "LOTSE_LIMITS__ROOM": "none",
        "LOTSE_LIMITS__SERVER": "none",
        "LOTSE_LIMITS__EVERYONE": "none",
    }
    return Community(office, Lotse(user_id, folder, environment), space, rooms)
