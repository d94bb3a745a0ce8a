"""How quickly bots answer: one command at a time, many at once, in bursts, from afar, and failing."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Sequence
from dataclasses import replace

from tests.benchmarks.bench import COMPOSED, Phase, on_stub, running, scratch
from tests.benchmarks.bots import LOTSE, Bot
from tests.benchmarks.session import Scenario, Session
from tests.benchmarks.stub import Ground, Stub
from tests.benchmarks.tables import Column, Table

_FAR = Ground(delay=0.05)
_FAILING = Ground(fail=0.1)
_DEAF = Ground(receipts=False)
_COMMANDS = 100_000


async def answer(session: Session) -> None:
    """Everything that ten rooms ask of a bot."""

    async def one(bot: Bot, number: int) -> None:
        async with running(bot, Ground()) as run:
            figures = session.figures
            figures.add("start-10", bot.name, number, run.first)
            await run.serial(20)
            serial = await run.serial(session.some(100, 300))
            _count(session, "lost", bot, number, serial)
            figures.add("trip", bot.name, number, serial.median * 1000)
            figures.add("trip-cpu", bot.name, number, serial.cpu * 1000)
            wide = await run.wide(session.some(2, 4))
            _count(session, "wide-lost", bot, number, wide)
            figures.add("wide", bot.name, number, wide.per_second)
            figures.add("wide-cpu", bot.name, number, wide.cpu * 1000)
            figures.add("memory-10", bot.name, number, run.process.memory())

    await session.each(session.bots, one)


async def burst(session: Session) -> None:
    """Many commands at the same moment in one room."""

    async def one(bot: Bot, number: int) -> None:
        async with running(bot, Ground()) as run:
            for many in (60, 300):
                phase = await run.burst(many)
                _count(session, f"burst-{many}", bot, number, phase)

    await session.each(session.bots, one)


async def afar(session: Session) -> None:
    """A homeserver that takes 50 ms for every answer."""

    async def one(bot: Bot, number: int) -> None:
        async with running(bot, _FAR) as run:
            phase = await run.wide(session.some(3, 5))
            session.figures.add("far", bot.name, number, phase.per_second)
            session.figures.add("far-trip", bot.name, number, phase.median * 1000)
            _count(session, "far", bot, number, phase)

    await session.each(session.main, one, rounds=2)


async def fail(session: Session) -> None:
    """A homeserver of which every tenth send fails, half of these after it was stored."""

    async def one(bot: Bot, number: int) -> None:
        async with running(bot, _FAILING) as run:
            phase = await run.serial(session.some(60, 100))
            _count(session, "failing", bot, number, phase)

    await session.each(session.main, one, rounds=1)


async def receipts(session: Session) -> None:
    """What it costs that people see their messages read: the same where the homeserver asks not to."""
    quiet = replace(LOTSE, name="ours, without receipts")

    async def one(bot: Bot, number: int) -> None:
        stub = Stub(Ground() if bot is LOTSE else _DEAF)
        async with stub.serving(), scratch() as folder, on_stub(bot, stub, folder) as run:
            await asyncio.sleep(COMPOSED)
            await run.wide(1)
            before = stub.receipts
            phase = await run.wide(session.some(2, 4))
            figures = session.figures
            figures.add("receipts", bot.name, number, phase.per_second)
            figures.add("receipts-cpu", bot.name, number, phase.cpu * 1000)
            shown = (stub.receipts - before) / phase.count.asked
            figures.add("receipts-each", bot.name, number, shown)

    await session.each([quiet, LOTSE], one)


async def grow(session: Session) -> None:
    """The memory of our bot over 100,000 commands, or as many as four minutes allow."""

    async def one(bot: Bot, number: int) -> None:
        async with running(bot, Ground()) as run:
            await run.wide(session.some(2, 10))
            until = time.perf_counter() + session.some(10, 240)
            before, phases = run.process.memory(), list[Phase]()
            while _asked(phases) < _COMMANDS and time.perf_counter() < until:
                phases.append(await run.wide(session.some(5, 20)))
            growth = run.process.memory() / before - 1
            session.figures.add("growth", bot.name, number, growth * 100)
            for round_, phase in enumerate(phases):
                _count(session, "growth", bot, round_, phase)

    await session.each([LOTSE], one, rounds=1)


def _asked(phases: Sequence[Phase]) -> int:
    return sum(phase.count.asked for phase in phases)


def _count(session: Session, figure: str, bot: Bot, number: int, phase: Phase) -> None:
    session.figures.add(f"{figure}-asked", bot.name, number, phase.count.asked)
    session.figures.add(f"{figure}-lost", bot.name, number, phase.count.lost)
    session.figures.add(f"{figure}-doubled", bot.name, number, phase.count.doubled)


def _counts(figure: str, label: str = "") -> tuple[Column, ...]:
    return tuple(
        Column(f"{label}{what}", f"{figure}-{what}", ratio=False, total=True)
        for what in ("asked", "lost", "doubled")
    )


SCENARIOS = (
    Scenario(
        "answer",
        answer,
        (
            Table(
                "Answers (10 rooms of 10)",
                (
                    Column("round trip p50, one at a time, ms", "trip"),
                    Column("answers/s, 50 outstanding", "wide"),
                    Column("CPU ms per command then", "wide-cpu"),
                    Column("memory MiB", "memory-10"),
                    Column("start to first answer, s", "start-10"),
                ),
            ),
            Table("Lost and doubled then", (*_counts("lost"), *_counts("wide-lost", "50: "))),
        ),
    ),
    Scenario(
        "burst",
        burst,
        (
            Table(
                "Bursts in one room within 50 ms (all rounds)",
                (*_counts("burst-60", "60: "), *_counts("burst-300", "300: ")),
            ),
        ),
    ),
    Scenario(
        "afar",
        afar,
        (
            Table(
                "A homeserver 50 ms away, 50 outstanding",
                (Column("answers/s", "far"), Column("p50 ms", "far-trip"), *_counts("far")),
            ),
        ),
    ),
    Scenario("fail", fail, (Table("Every tenth send fails", _counts("failing")),)),
    Scenario(
        "receipts",
        receipts,
        (
            Table(
                "Read receipts, 50 commands outstanding",
                (
                    Column("answers/s", "receipts"),
                    Column("CPU ms per command", "receipts-cpu"),
                    Column("receipts for each", "receipts-each", ratio=False),
                ),
                unit="ours, without receipts",
                note="A room's latest message is marked, so that a flood brings few.",
            ),
        ),
    ),
    Scenario(
        "grow",
        grow,
        (
            Table(
                "Memory over many commands",
                (Column("growth %", "growth", ratio=False), *_counts("growth")),
            ),
        ),
        rare=True,
    ),
)
