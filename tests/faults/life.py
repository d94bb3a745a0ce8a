"""The whole bot in this process, on a folder of its own, against the stand-in homeserver."""

from __future__ import annotations

import asyncio
import contextlib
from pathlib import Path
from typing import ClassVar, Self

from bot.app.opening import kept
from bot.app.running import Bot
from bot.settings import Settings, load
from bot.storage.database import Database
from tests.matrix.fake_homeserver import ANNA, BOT, FakeHomeserver, Json

ROOM, OFFICE = "!room:hs.example", "!office:hs.example"


def settings(hs: FakeHomeserver, folder: Path, **more: str) -> Settings:
    """`more` are variables without their LOTSE_."""
    given = {f"LOTSE_{name}": value for name, value in more.items()}
    return load(
        {
            "LOTSE_MATRIX__HOMESERVER": hs.address,
            "LOTSE_MATRIX__USER_ID": BOT,
            "LOTSE_MATRIX__PASSWORD": "secret",
            "LOTSE_DATA_DIR": str(folder),
            "LOTSE_OFFICE__ADMINS": f'["{ANNA}"]',
            "LOTSE_ROOMS__OFFICE": OFFICE,
            "LOTSE_ROOMS__ANNOUNCEMENTS": f'["{ROOM}"]',
            "LOTSE_MENUS__PUBLISH": "none",
            "LOTSE_BACKUP__MAKE": "never",
            **given,
        }
    )


class Life:
    """From a start to a stop; a second one on the same folder is the next run."""

    alive: ClassVar[list[Life]] = []

    def __init__(self, hs: FakeHomeserver, folder: Path, **more: str) -> None:
        self.hs = hs
        self.settings = settings(hs, folder, **more)
        self.database: Database
        self.bot: Bot
        self.running: asyncio.Task[None]
        self._stack = contextlib.AsyncExitStack()

    async def __aenter__(self) -> Self:
        self.alive.append(self)
        try:
            self.database = await self._stack.enter_async_context(kept(self.settings))
            self.bot = Bot(self.settings, self.database)
            self.running = await self._stack.enter_async_context(self.bot.started())
        except BaseException:
            await self._stack.aclose()
            raise
        return self

    async def __aexit__(self, *_: object) -> None:
        self.alive.remove(self)
        await self._stack.aclose()

    async def heard(self) -> None:
        """Wait for the first batch of this run."""
        await self.hs.until(lambda: self.bot.matrix.health().last_sync is not None, 20)

    async def told(self, text: str, room: str = ROOM, *, times: int = 1) -> list[Json]:
        """Wait until the bot has said something with that text so often; all of it."""

        def said() -> list[Json]:
            return [e for e in self.hs.sent(room) if text in str(e["content"].get("body", ""))]

        try:
            await self.hs.until(lambda: len(said()) >= times, 30)
        except TimeoutError:
            raise AssertionError([e["content"].get("body") for e in self.hs.sent()]) from None
        return said()
