"""How often a bot asks a homeserver of which every answer is an error."""

from __future__ import annotations

import asyncio

from tests.benchmarks.bench import COMPOSED, on_stub, scratch
from tests.benchmarks.bots import Bot
from tests.benchmarks.figures import FLOOR
from tests.benchmarks.session import Scenario, Session
from tests.benchmarks.stub import Ground, Stub
from tests.benchmarks.tables import Column, Table

_STATUSES = (401, 500, 502)
_SECONDS = 5.0


async def storm(session: Session) -> None:
    """Requests a second from the first error on; a bot that ends asks no more."""
    # The floor bot knows no errors.
    bots = [bot for bot in session.main if bot.name != FLOOR]

    async def one(bot: Bot, number: int) -> None:
        for status in _STATUSES:
            await _one(session, bot, number, status)

    await session.each(bots, one, rounds=1)


async def _one(session: Session, bot: Bot, number: int, status: int) -> None:
    stub = Stub(Ground(rooms=3, members=3))
    async with stub.serving(), scratch() as folder, on_stub(bot, stub, folder) as run:
        await asyncio.sleep(COMPOSED)
        stub.broken, before, cpu = status, stub.requests, run.process.cpu()
        await stub.load.ask(bot.ask, stub.rooms[0])
        await asyncio.sleep(_SECONDS)
        asked = (stub.requests - before) / _SECONDS
        used = max(0.0, run.process.cpu() - cpu) / _SECONDS
        session.figures.add(f"storm-{status}", bot.name, number, asked)
        session.figures.add(f"storm-cpu-{status}", bot.name, number, used)


SCENARIOS = (
    Scenario(
        "storm",
        storm,
        (
            Table(
                "Requests a second in the first 5 s in which the homeserver only answers errors",
                (
                    *(Column(f"{status}", f"storm-{status}", ratio=False) for status in _STATUSES),
                    Column("CPU s/s at 502", "storm-cpu-502", ratio=False),
                ),
                note="Our bot ends with a clear message when its token is unknown (401).",
            ),
        ),
    ),
)
