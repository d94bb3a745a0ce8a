"""What comes back after a loss: the data folder out of a backup, the lead on another machine."""

from __future__ import annotations

import tempfile
from collections.abc import Sequence
from contextlib import contextmanager
from pathlib import Path

from tests import postgres
from tests.faults.drill import drill
from tests.faults.figures import Figure, Run, Scenario
from tests.faults.staging import stage
from tests.faults.takeover import Loss, pair, take_over


async def restore(_: Run) -> Sequence[Figure]:
    """The folder is lost; the backup lies elsewhere."""
    with tempfile.TemporaryDirectory(prefix="backup-") as elsewhere:
        async with stage() as ground:
            await ground.arrived()
            return (await drill(ground, Path(elsewhere) / "copy.tar.gz")).figures()


async def lead(run: Run) -> Sequence[Figure]:
    """Each loss with a new database and a new pair."""
    figures: list[Figure] = []
    with contextmanager(postgres.running)() as server:
        if server is None:
            raise RuntimeError(postgres.MISSING)
        for loss in Loss:
            url = await postgres.empty_schema(server)
            async with stage() as ground, pair(ground, url) as both:
                figures += (await take_over(both, loss, run.seed)).figures()
    return figures


SCENARIOS = (
    Scenario(
        "restore",
        "A backup is made, the bot works on, its data folder is lost, people talk, the backup is put"
        " back, and the homeserver has forgotten all transaction ids.",
        restore,
    ),
    Scenario(
        "lead",
        "Two bots on one PostgreSQL while people talk: the leader ends in good order, stands still"
        " (SIGSTOP), or hears no more of its database (a wire that falls silent), and wakes later.",
        lead,
    ),
)
