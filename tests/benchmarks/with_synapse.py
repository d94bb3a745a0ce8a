"""With a real Synapse, whose own work is most of it: round trips, warm starts, its own limits."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from functools import partial

from tests.benchmarks.announcing import announce
from tests.benchmarks.bench import COMPOSED, scratch, started
from tests.benchmarks.bots import BARE, FILTER, LOTSE, Account, Bot
from tests.benchmarks.session import Scenario, Session
from tests.benchmarks.tables import Column, Table
from tests.benchmarks.town import Town, limited, town

_ROOMS = 10
_MANY = 1_000
_FEW_OF_MANY = 100
_ANNOUNCED = 20
_AT_ONCE, _PER_SECOND = 10, 0.2
"""Synapse's `rc_message`, unless an operator changes it."""


async def converse(session: Session) -> None:
    """One command at a time, then one outstanding in each room."""

    async def one(bot: Bot, number: int, place: Town) -> None:
        async with (
            scratch() as folder,
            started(bot, await place.account(), place.load, place.rooms, folder) as run,
        ):
            await asyncio.sleep(COMPOSED)
            await run.serial(10)
            serial = await run.serial(session.some(20, 60))
            wide = await run.wide(session.some(4, 8), width=_ROOMS)
            figures = session.figures
            figures.add("synapse-trip", bot.name, number, serial.median * 1000)
            figures.add("synapse-wide", bot.name, number, wide.per_second)
            figures.add("synapse-cpu", bot.name, number, wide.cpu * 1000)
            counts = (serial.count, wide.count)
            figures.add("synapse-lost", bot.name, number, sum(one.lost for one in counts))
            figures.add("synapse-doubled", bot.name, number, sum(one.doubled for one in counts))

    async with scratch() as folder, town(folder, _ROOMS) as place:
        await session.each([BARE, FILTER, LOTSE], partial(one, place=place), rounds=2)


async def warm(session: Session) -> None:
    """The start in many rooms, and our bot's second one, with the sync token of the first."""

    async def one(bot: Bot, number: int, place: Town) -> None:
        account, figures = await place.account(), session.figures
        start = partial(started, bot, account, place.load, place.rooms)
        async with scratch() as folder:
            async with start(folder) as run:
                figures.add("synapse-cold", bot.name, number, run.first)
                await asyncio.sleep(COMPOSED)
            if bot.at_home:
                async with start(folder) as run:
                    figures.add("synapse-warm", bot.name, number, run.first)

    async with scratch() as folder, town(folder, session.some(_FEW_OF_MANY, _MANY)) as place:
        await session.each([BARE, LOTSE], partial(one, place=place), rounds=2)


async def own_limits(session: Session) -> None:
    """One announcement into a few rooms of a Synapse that nobody has configured."""
    bots = (BARE, LOTSE)
    full = _AT_ONCE / _PER_SECOND
    possible = (_ANNOUNCED - _AT_ONCE) / _PER_SECOND

    async def one(bot: Bot, number: int, place: Town, accounts: dict[str, Account]) -> None:
        account = replace(
            accounts[bot.name], homeserver=place.server.address, rooms=tuple(place.rooms)
        )
        async with (
            scratch() as folder,
            started(bot, account, place.load, place.rooms, folder) as run,
        ):
            await asyncio.sleep(full)
            fan = await announce(run, ahead=full + 10)
            session.figures.add("own-limits", bot.name, number, fan.last / possible)
            session.figures.add("own-limits-lost", bot.name, number, fan.lost)
            session.figures.add("own-limits-doubled", bot.name, number, fan.doubled)

    async with scratch() as folder:
        async with town(folder, _ANNOUNCED) as built:
            accounts = {bot.name: await built.account() for bot in bots}
        async with limited(built, folder) as place:
            work = partial(one, place=place, accounts=accounts)
            await session.each(bots, work, rounds=1)


SCENARIOS = (
    Scenario(
        "synapse",
        converse,
        (
            Table(
                "With Synapse (10 rooms)",
                (
                    Column("round trip p50, one at a time, ms", "synapse-trip"),
                    Column("answers/s, 10 outstanding", "synapse-wide"),
                    Column("CPU ms per command then", "synapse-cpu"),
                    Column("lost", "synapse-lost", ratio=False, total=True),
                    Column("doubled", "synapse-doubled", ratio=False, total=True),
                ),
            ),
        ),
    ),
    Scenario(
        "warm",
        warm,
        (
            Table(
                "Start to first answer with Synapse (1,000 rooms; 100 in a quick run)",
                (
                    Column("without a token, s", "synapse-cold"),
                    Column("with a kept token, s", "synapse-warm", ratio=False),
                ),
            ),
        ),
        rare=True,
    ),
    Scenario(
        "own-limits",
        own_limits,
        (
            Table(
                "One announcement into 20 rooms under Synapse's own limits",
                (
                    Column("last arrival, x what is possible", "own-limits", ratio=False),
                    Column("lost", "own-limits-lost", ratio=False, total=True),
                    Column("doubled", "own-limits-doubled", ratio=False, total=True),
                ),
            ),
        ),
        rare=True,
    ),
)
