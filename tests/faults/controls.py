"""The same faults with a defect planted in the bot: what finds nothing here would prove nothing."""

from __future__ import annotations

import asyncio
import math
import time
from collections.abc import Sequence

from tests.faults.figures import Figure, Run, Scenario
from tests.faults.ground import Ground, chatter
from tests.faults.judging import impatient, per_second
from tests.faults.mishaps import UNSEEN, Hang, Limited, Page, Reset
from tests.faults.staging import stage
from tests.faults.storm import talk

_FEW = 12
_SOON = 20.0
"""Seconds without any progress after which a bot with a defect is given up."""


async def doubling(run: Run) -> Figure:
    """Answers get lost on their way back, and each attempt has another transaction id."""
    async with stage(defect="random-ids") as ground:
        await ground.arrived()
        ground.proxy.then("GET .*/sync", UNSEEN, times=math.inf)
        ground.proxy.then("PUT .*/send/", Reset(taken=True), times=_FEW)
        await talk(ground, run.seed, _FEW)
        await ground.settled(seconds=_SOON)
        doubled = len((await ground.quiet()).doubled)
    return Figure("random transaction ids: doubled", doubled, 1, least=True)


async def forgetting(_: Run) -> Figure:
    """More is said in its absence than one answer holds, and it does not ask for the rest."""
    async with stage(defect="no-back-fill") as ground:
        await ground.arrived()
        ground.lotse.kill()
        for _number in range(_FEW):
            await ground.say(ground.room, "!tagung")
        await chatter(ground, 150)
        ground.lotse.start()
        await ground.ready()
        lost = len((await ground.settled(seconds=_SOON)).lost)
    return Figure("no back-fill: lost", lost, 1, least=True)


async def not_looking(_: Run) -> Figure:
    """It comes back as another device and says again what it said, without a look."""
    async with stage(defect="no-look") as ground:
        await ground.arrived()
        ground.proxy.then("GET .*/sync", UNSEEN, times=math.inf)
        sent = ground.proxy.then("PUT .*/send/", Hang(taken=True))
        await ground.say(ground.room, "!tagung")
        await sent.done()
        await ground.settled()
        ground.lotse.kill()
        (ground.data / "session.json").unlink()
        ground.lotse.start()
        await ground.ready()
        await asyncio.sleep(_SOON)
        doubled = len((await ground.quiet()).doubled)
    return Figure("no look after a new login: doubled", doubled, 1, least=True)


async def hurrying(run: Run) -> Figure:
    """It does not wait as long as it is asked to."""
    async with stage(defect="no-patience") as ground:
        await ground.arrived()
        ground.proxy.then("PUT .*/send/", Limited(3000), times=3)
        await talk(ground, run.seed, _FEW)
        await ground.settled()
        violations = len(impatient(ground.proxy.seen))
    return Figure("deaf to 429: violations of retry_after", violations, 1, least=True)


async def insisting(_: Run) -> Figure:
    """It makes no pauses while the homeserver is gone."""
    async with stage(defect="no-pauses") as ground:
        await ground.arrived()
        await ground.proxy.then("", Page(502), times=math.inf).done(1)
        start = time.monotonic()
        await asyncio.sleep(_SOON)
        asked = _rate(ground, start)
    return Figure("no pauses: requests a second", asked, 1, least=True)


def _rate(ground: Ground, start: float) -> float:
    return per_second(ground.proxy.seen, start, time.monotonic())


async def controls(run: Run) -> Sequence[Figure]:
    return [await one(run) for one in (doubling, forgetting, not_looking, hurrying, insisting)]


SCENARIOS = (
    Scenario(
        "controls",
        "The bot with one planted defect each: reached means that the faults found it.",
        controls,
    ),
)
