"""A week in the life of the community, or a year: people, troubles, and a quiet end."""

from __future__ import annotations

import asyncio
import random
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import timedelta

from tests.simulation.checker import faults
from tests.simulation.homeserver import Bucket
from tests.simulation.ledger import CALM, Ledger
from tests.simulation.people import BERLIN, People
from tests.simulation.troubles import Troubles
from tests.simulation.wire import Weather
from tests.simulation.world import ANNA, World

_HOUR = 3600.0
_SETTLE = 3 * _HOUR


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What a run came to."""

    faults: list[str]
    trace: list[str]
    history: list[str]
    asked: int
    troubles: list[str]
    lives: int


async def lived(
    world: World, *, days: float = 7, acts: int = 60, troubles: int = 14, wild: bool = True
) -> Outcome:
    """So many days in which so much is said and goes wrong; then the judge's verdict."""
    dice = random.Random(world.dice.random())
    ledger = Ledger(world.town, world.began)
    people = People(world, ledger, dice)
    trouble = Troubles(world, ledger, people, dice)
    supervisor = asyncio.create_task(world.live())
    await world.until_ready()
    span = days * 24 * _HOUR
    doings = [
        *_at(dice, span, acts, lambda: _act(people, dice)),
        *_at(dice, span, troubles, lambda: _fault(trouble, dice)),
        *_at(dice, span / 6, 1, lambda: people.meet),
    ]
    running = [asyncio.create_task(_later(when, what)) for when, what in doings]
    await asyncio.sleep(span)
    await _failing_early(supervisor, asyncio.gather(*running))
    _all_is_well(world)
    await asyncio.sleep(_SETTLE)
    await _until_morning(world)
    now = world.machine.truth()
    await _failing_early(supervisor, last_questions(people))
    supervisor.cancel()
    return Outcome(
        faults=faults(world, ledger, now - timedelta(seconds=_SETTLE)),
        trace=world.network.trace,
        history=[f"{room} {event}" for room, event in world.town.log],
        asked=len(ledger.asked),
        troubles=[one.name for one in ledger.troubles],
        lives=world.lives,
    )


async def _failing_early(supervisor: asyncio.Task[None], work: Awaitable[object]) -> None:
    """Wait for the work, but not when the bot has ended by a fault."""
    task = asyncio.ensure_future(work)
    await asyncio.wait((supervisor, task), return_when=asyncio.FIRST_COMPLETED)
    if supervisor.done():
        task.cancel()
        supervisor.result()
    await task


Doing = Callable[[], Awaitable[None]]


def _at(
    dice: random.Random, span: float, count: int, which: Callable[[], Doing]
) -> list[tuple[float, Doing]]:
    return [(dice.uniform(0, span), which()) for _ in range(count)]


async def _later(when: float, what: Doing) -> None:
    await asyncio.sleep(when)
    await what()


def _act(people: People, dice: random.Random) -> Doing:
    acts = {
        people.query: 4,
        people.talk: 4,
        people.project: 4,
        people.update: 3,
        people.several: 1,
        people.request: 3,
        people.form: 2,
        people.announce: 3,
        people.stop: 1,
        people.edit: 2,
        people.withdraw: 2,
        people.calm: 1,
    }
    return dice.choices(list(acts), list(acts.values()))[0]


def _fault(trouble: Troubles, dice: random.Random) -> Doing:
    name = dice.choice(list(trouble.all()))
    return lambda: trouble.one(name)


async def _until_morning(world: World) -> None:
    """What calm hours hold back comes when they are over."""
    local = world.machine.truth().astimezone(BERLIN)
    if local.hour >= CALM[0] or local.hour <= CALM[1]:
        morning = local.replace(hour=CALM[1] + 1, minute=0)
        days = 1 if local.hour >= CALM[0] else 0
        await asyncio.sleep((morning - local).total_seconds() + days * 24 * _HOUR)


def _all_is_well(world: World) -> None:
    world.network.weather = Weather()
    world.machine.error = timedelta()
    world.homeserver.bucket = Bucket()
    world.homeserver.cap, world.homeserver.stretch = 100, 1.0
    world.chance, world.pause = 0.0, None
    if world.life:
        world.life.plug.at, world.life.plug.chance = None, 0.0


async def last_questions(people: People) -> None:
    """What is there now; the blank at the end tells these questions from others."""
    # And none beyond those that were told of.
    for number in range(1, max(people.projects, default=0) + 3):
        room = people.world.community
        await people.ask(room, ANNA, f"!projekt zeige {number} ")
        # Not faster than a person may.
        await asyncio.sleep(30)
