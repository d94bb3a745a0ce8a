"""What encryption costs: the same bot in rooms in clear and in encrypted ones, with a real Synapse."""

from __future__ import annotations

import asyncio
from dataclasses import replace

from tests.benchmarks.bench import COMPOSED, Running, scratch, started
from tests.benchmarks.bots import LOTSE
from tests.benchmarks.figures import OURS
from tests.benchmarks.session import Scenario, Session
from tests.benchmarks.tables import Column, Table
from tests.benchmarks.town import towns

_ROOMS = 10


async def whisper(session: Session) -> None:
    """Both kinds of rooms in turn."""
    async with scratch() as folder, towns(folder, _ROOMS) as (clear, sealed):
        account = await clear.account()
        async with started(LOTSE, account, clear.load, clear.rooms, folder / "bot") as run:
            await asyncio.sleep(COMPOSED)
            for number in range(session.rounds):
                for name, place in (("clear", clear), ("sealed", sealed)):
                    there = replace(run, load=place.load, rooms=place.rooms)
                    await _one(session, name, number, there)


async def _one(session: Session, name: str, number: int, run: Running) -> None:
    await run.serial(_ROOMS)
    serial = await run.serial(session.some(20, 60))
    wide = await run.wide(session.some(4, 8), width=_ROOMS)
    figures = session.figures
    figures.add(f"{name}-trip", OURS, number, serial.median * 1000)
    figures.add(f"{name}-wide", OURS, number, wide.per_second)
    figures.add(f"{name}-cpu", OURS, number, wide.cpu * 1000)
    counts = (serial.count, wide.count)
    figures.add(f"{name}-lost", OURS, number, sum(one.lost for one in counts))
    figures.add(f"{name}-doubled", OURS, number, sum(one.doubled for one in counts))


def _columns(name: str, label: str) -> tuple[Column, ...]:
    return (
        Column(f"{label}: round trip p50, ms", f"{name}-trip", ratio=False),
        Column(f"{label}: answers/s", f"{name}-wide", ratio=False),
        Column(f"{label}: CPU ms per command", f"{name}-cpu", ratio=False),
        Column(f"{label}: lost", f"{name}-lost", ratio=False, total=True),
        Column(f"{label}: doubled", f"{name}-doubled", ratio=False, total=True),
    )


SCENARIOS = (
    Scenario(
        "encrypted",
        whisper,
        (
            Table(
                "Encrypted rooms beside rooms in clear, with Synapse (10 rooms each)",
                (*_columns("clear", "in clear"), *_columns("sealed", "encrypted")),
            ),
        ),
    ),
)
