"""How one announcement reaches 1,000 rooms, and what becomes of it under a rate limit."""

from __future__ import annotations

import asyncio
import time
from dataclasses import dataclass
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from tests.benchmarks.bench import COMPOSED, NoAnswer, Running, on_stub, scratch
from tests.benchmarks.bots import BARE, FILTER, LOTSE, Bot
from tests.benchmarks.load import Question, nonce
from tests.benchmarks.session import Scenario, Session
from tests.benchmarks.stub import Ground, Stub
from tests.benchmarks.stub_sending import Limit
from tests.benchmarks.tables import Column, Table

_ZONE = ZoneInfo("Europe/Berlin")
_LIMIT = Limit(per_second=5, burst=10)
_ROOMS = 1_000
_LIMITED_ROOMS = 60
_QUESTIONS = 5
_PATIENCE = 15.0
_AHEAD = 5.0
_SETTLED = 0.1
_MEANWHILE = 2.0


@dataclass(frozen=True, slots=True)
class Fan:
    """From the trigger, or the due moment, to the last arrival, seconds."""

    last: float
    lost: int
    doubled: int


async def fan_out(session: Session) -> None:
    """To 1,000 rooms, limits lifted."""
    bots = [BARE, FILTER, LOTSE]

    async def one(bot: Bot, number: int) -> None:
        stub = Stub(Ground(rooms=_ROOMS))
        async with (
            stub.serving(),
            scratch() as folder,
            on_stub(bot, stub, folder, announces=True) as run,
        ):
            await asyncio.sleep(COMPOSED)
            cpu = run.process.cpu()
            fan = await announce(run)
            used = run.process.cpu() - cpu
            figures = session.figures
            figures.add("fan", bot.name, number, fan.last * 1000)
            figures.add("fan-cpu", bot.name, number, used / len(stub.rooms) * 1000)
            figures.add("fan-lost", bot.name, number, fan.lost)
            figures.add("fan-doubled", bot.name, number, fan.doubled)

    await session.each(bots, one, rounds=2)


async def limited(session: Session) -> None:
    """To 60 rooms where 10 may go at once and then 5 a second; someone asks meanwhile."""

    async def one(bot: Bot, number: int) -> None:
        stub = Stub(Ground(rooms=_LIMITED_ROOMS, limit=_LIMIT))
        async with (
            stub.serving(),
            scratch() as folder,
            on_stub(bot, stub, folder, announces=True) as run,
        ):
            await asyncio.sleep(COMPOSED + _LIMIT.burst / _LIMIT.per_second)
            stub.sending.statuses.clear()
            asking = asyncio.create_task(_ask_meanwhile(run))
            fan = await announce(run)
            questions = await asking
            refused = stub.sending.statuses[429] / _LIMITED_ROOMS
            slowest = max(question.took for question in questions)
            silent = sum(not question.answers for question in questions)
            figures = session.figures
            # What people ask meanwhile takes slots too.
            sent = _LIMITED_ROOMS + len(questions)
            possible = (sent - _LIMIT.burst) / _LIMIT.per_second
            figures.add("limited", bot.name, number, fan.last / possible)
            figures.add("refused", bot.name, number, refused)
            figures.add("meanwhile", bot.name, number, slowest * _LIMIT.per_second)
            figures.add("limited-lost", bot.name, number, fan.lost + silent)
            figures.add("limited-doubled", bot.name, number, fan.doubled)

    await session.each([BARE, FILTER, LOTSE], one, rounds=1)


async def announce(run: Running, ahead: float = _AHEAD) -> Fan:
    """Let the bot announce, and follow it until the last room, or until nothing more comes.

    `ahead`: seconds until then, for a bot that announces on a schedule.
    """
    word = nonce()
    if run.bot.fan_out is None:
        began = await _schedule(run, word, ahead)
    else:
        began = time.perf_counter()
        await run.load.ask(run.bot.fan_out.replace("{nonce}", word), run.rooms[0])
    run.load.watch(word)
    arrived = run.load.arrivals[word]
    until, known = began + _PATIENCE, 0
    while len(arrived) < len(run.rooms) and time.perf_counter() < until:
        if len(arrived) > known:
            known, until = len(arrived), time.perf_counter() + _PATIENCE
        await asyncio.sleep(0.005)
    await asyncio.sleep(COMPOSED)
    last = max((min(times) for times in arrived.values()), default=began)
    doubled = sum(len(times) - 1 for times in arrived.values())
    return Fan(last - began, len(run.rooms) - len(arrived), doubled)


async def _schedule(run: Running, word: str, ahead: float) -> float:
    """Enter an announcement that comes due soon; waits until then and gives that moment.

    Raises:
        NoAnswer: it was not taken.
    """
    due = (datetime.now(_ZONE) + timedelta(seconds=ahead)).replace(microsecond=0)
    run.load.watch(word)
    await run.load.ask(f"!ansage neu {due:%d.%m.%Y %H:%M:%S}: {word}", run.rooms[0])
    await _said(run, word, 1)
    await run.load.ask("!ja", run.rooms[0])
    await _said(run, word, 2)
    await asyncio.sleep(due.timestamp() - time.time() - _SETTLED)
    # Draft and confirmation said the text too.
    run.load.arrivals[word].clear()
    await asyncio.sleep(due.timestamp() - time.time())
    return time.perf_counter()


async def _said(run: Running, word: str, times: int) -> None:
    asked = time.perf_counter()
    while len(run.load.arrivals[word][run.rooms[0]]) < times:
        if time.perf_counter() - asked > _PATIENCE:
            raise NoAnswer(f"{run.bot.name}: no announcement")
        await asyncio.sleep(0.01)


async def _ask_meanwhile(run: Running) -> list[Question]:
    """People's questions, a second apart, while the announcement is on its way."""
    ahead = _AHEAD if run.bot.fan_out is None else 0.0
    await asyncio.sleep(ahead + _MEANWHILE)
    asked = []
    for room in run.rooms[:_QUESTIONS]:
        asked.append(await run.load.ask_and_wait(run.bot.ask, room, _PATIENCE))
        await asyncio.sleep(1)
    return asked


SCENARIOS = (
    Scenario(
        "fan",
        fan_out,
        (
            Table(
                "One announcement into 1,000 rooms, limits lifted",
                (
                    Column("last arrival, ms", "fan"),
                    Column("CPU ms per room", "fan-cpu"),
                    Column("lost", "fan-lost", ratio=False, total=True),
                    Column("doubled", "fan-doubled", ratio=False, total=True),
                ),
                note="Ours writes each message into its outbox and marks it sent, durably.",
            ),
        ),
    ),
    Scenario(
        "limit",
        limited,
        (
            Table(
                "One announcement into 60 rooms, 10 at once and then 5 a second",
                (
                    Column("last arrival, x what is possible", "limited", ratio=False),
                    Column("refusals (429) per message", "refused", ratio=False),
                    Column("slowest of 5 questions meanwhile, in slots", "meanwhile", ratio=False),
                    Column("lost", "limited-lost", ratio=False, total=True),
                    Column("doubled", "limited-doubled", ratio=False, total=True),
                ),
            ),
        ),
    ),
)
