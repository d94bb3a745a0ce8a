"""A community with the whole bot, and a person with the strictest client in an encrypted room."""

from __future__ import annotations

import asyncio
import os
import shutil
from dataclasses import dataclass
from pathlib import Path

from typer.testing import CliRunner

from bot.cli.program import app
from bot.matrix.crypto import recovery
from tests.e2e.community import Community
from tests.e2e.encrypted.human import Human


@dataclass
class Sealed:
    """A community with one person more, who has an encrypted room with the bot."""

    community: Community
    anna: Human
    login: tuple[str, str]
    """Her account."""
    room: str

    async def answered(self, text: str) -> str:
        """What the bot answers in the encrypted room, without any shield."""
        heard = await self.anna.answer(self.room, await self.anna.say(self.room, text))
        assert (heard.encrypted, heard.shield) == (True, "none")
        return heard.body

    @property
    def bot(self) -> str:
        """The bot's Matrix id."""
        return self.community.lotse.user_id

    @property
    def data(self) -> Path:
        """The bot's data folder."""
        return Path(self.community.lotse.environment["LOTSE_DATA_DIR"])

    async def restarted(self, *, without: str = "nothing") -> None:
        """Stop the bot, lose a part of its data folder (or `all`), and start it again."""
        self.community.lotse.stop()
        shutil.rmtree(self.data if without == "all" else self.data / without, ignore_errors=True)
        await self.community.lotse.started()

    async def operator(self, *words: str, says: str = "") -> str:
        """What the command line says to the operator; the bot must not run."""
        outside = {name: None for name in os.environ if name.startswith("LOTSE_")}
        ours = self.community.lotse.environment
        runner, environment = CliRunner(), {**outside, **ours}
        # It has an event loop of its own.
        done = await asyncio.to_thread(
            lambda: runner.invoke(app, words, input=says, env=environment)
        )
        assert done.exit_code == 0, done.output
        return done.stdout

    async def recovery_key(self) -> str:
        """A new one, as the command line prints it."""
        lines = (await self.operator("identity", "recovery-key")).splitlines()
        return next(line.strip() for line in lines if recovery.read(line))


def emoji_shown(log: str) -> list[str]:
    """The emoji of a verification in the operator's log, by their signs."""
    line = next(line for line in log.splitlines() if "(device " in line)
    return [shown.split()[0] for shown in line.partition("): ")[2].split(", ")]
