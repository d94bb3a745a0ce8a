"""A whole Synapse, with rooms and a bot, for one scenario."""

from __future__ import annotations

import sys
import tempfile
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from bot.demo.program import Program
from tests.e2e.community import ROOT
from tests.faults.ground import Ground, ground, homeserver


@asynccontextmanager
async def stage(
    *,
    defect: str = "",
    direct: bool = False,
    sealed: bool = False,
    limits_lifted: bool = True,
    **environment: str,
) -> AsyncIterator[Ground]:
    """New rooms on a new homeserver; the bot is not started yet, and may have a planted defect."""
    with tempfile.TemporaryDirectory(prefix="faults-") as scratch:
        folder = Path(scratch)
        async with (
            homeserver(folder / "synapse", limits_lifted=limits_lifted) as server,
            ground(server, folder / "bot", direct=direct, sealed=sealed, **environment) as place,
        ):
            if defect:
                command = (sys.executable, "-m", "tests.faults.planted", defect, "run")
                place.lotse.program = Program(command, log=place.lotse.program.log, cwd=ROOT)
            yield place
