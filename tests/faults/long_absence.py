"""A homeserver that is away for long, and a bot that is."""

from __future__ import annotations

import asyncio
import math
import time
from collections.abc import Iterator, Sequence

from tests.faults.figures import Figure, Run, Scenario
from tests.faults.ground import PATIENCE, Ground, chatter, until
from tests.faults.judging import per_second
from tests.faults.mishaps import Page
from tests.faults.staging import stage
from tests.faults.storm import Outcome, talk

_CONFESSION = "Ich war länger nicht erreichbar"


async def outage(run: Run) -> Sequence[Figure]:
    """Answers to many commands wait when the homeserver goes; more is said meanwhile."""
    waiting, seconds = run.some(30, 200), run.some(60, 300)
    async with stage() as ground:
        await ground.arrived()
        ground.proxy.then("PUT .*/send/", Page(502), times=math.inf)
        await talk(ground, run.seed, waiting, per_second=20)
        gone = ground.proxy.then("", Page(502), times=math.inf)
        await gone.done(1)
        start = time.monotonic()
        await talk(ground, run.seed + 1, 20)
        await asyncio.sleep(seconds)
        end = time.monotonic()
        asked = per_second(ground.proxy.seen, start, end)
        ground.proxy.calm()
        back = await _first_sync(ground, end)
        outcome = await Outcome.of(ground)
    return (
        Figure("requests a second, from the first error on", asked, 1),
        Figure("first /sync after the return", back, 60, "s"),
        *outcome.figures(waiting + 20),
    )


async def _first_sync(ground: Ground, since: float) -> float:
    """Seconds until one was answered well."""

    async def found() -> bool:
        return any(_heard(ground, since))

    await until(found)
    return next(_heard(ground, since)) - since


def _heard(ground: Ground, since: float) -> Iterator[float]:
    return (
        seen.answered
        for seen in ground.proxy.seen
        if seen.matter == "sync" and seen.status == 200 and seen.answered and seen.answered > since
    )


async def gaps(run: Run) -> Sequence[Figure]:
    """So much was said while the bot was away; nothing but its own cap may make it miss any."""
    async with stage() as ground:
        await ground.arrived()
        lost = {count: await _gap(ground, count) for count in (10, 200)}
        figures = [Figure(f"lost in a gap of {n} events", value, 0) for n, value in lost.items()]
        if not run.quick:
            early = await _gap(ground, 6000, patience=30)
            seen = await ground.witness()
            told = len(seen.said(_CONFESSION, ground.room))
            figures += [
                Figure("lost in a gap of 6,000 events (the cap is 5,000)", early, 2),
                Figure("and the room was told, times", told, 1, least=True),
                Figure("and no more often, times", told, 1),
            ]
        seen = await ground.quiet(lambda _: 0)
    return (*figures, Figure("answers and posts doubled", len(seen.doubled), 0))


async def _gap(ground: Ground, count: int, patience: float = PATIENCE) -> int:
    """Two commands before so many words of others, two after: how many are lost."""
    before = len((await ground.settled()).lost)
    ground.lotse.kill()
    for _ in range(2):
        await ground.say(ground.room, "!tagung")
    await chatter(ground, count)
    for _ in range(2):
        await ground.say(ground.room, "!tagung")
    ground.lotse.start()
    await ground.ready()
    return len((await ground.settled(seconds=patience)).lost) - before


SCENARIOS = (
    Scenario(
        "outage",
        "Answers wait, and then a gateway says 502 to everything for five minutes (a quick run: one).",
        outage,
    ),
    Scenario("gaps", "The bot was away while a room went on.", gaps),
)
