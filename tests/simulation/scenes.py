"""Short plays, in each of which the bot may be killed at every single step."""

from __future__ import annotations

import asyncio
import random
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from tests.simulation.checker import faults
from tests.simulation.homeserver import Bucket
from tests.simulation.ledger import Ledger, Planned, Trouble
from tests.simulation.people import BERLIN, People
from tests.simulation.town import BOT
from tests.simulation.troubles import upgrade as move
from tests.simulation.week import last_questions
from tests.simulation.world import ANNA, BERND, BUERO, CARLA, World

_A_WHILE = 45.0
_SETTLED = 600.0


@dataclass(frozen=True, slots=True)
class Comeback:
    """What happens between the death and the next start."""

    name: str
    pause: float = 5.0
    new_device: bool = False


AT_ONCE = Comeback("at once")
LATER = Comeback("after three hours", pause=3 * 3600.0)
A_DAY_LATER = Comeback("after a day", pause=26 * 3600.0)
ELSEWHERE = Comeback("on a new device", new_device=True)


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """What came of it, and all steps that were taken since it began."""

    faults: list[str]
    steps: list[str]
    begun: int
    killed: bool


Scene = Callable[[People], Awaitable[None]]


async def query(people: People) -> None:
    people.say(people.world.community, CARLA, "!pate Pflege in Niedersachsen")


async def action(people: People) -> None:
    first, second = people.ledger.token("project"), people.ledger.token("project")
    asyncio.create_task(people.tell_project(people.world.community, ANNA, first))  # noqa: RUF006
    await people.tell_project(people.world.community, BERND, second)
    number = people.projects[-1] if people.projects else 1
    people.say(people.world.community, BERND, f"!projekt meldung {number} Auftakt ist getan")


async def request(people: People) -> None:
    """Reaches a person whose chat with the bot is opened for that."""
    token = people.ledger.token("request")
    text = f"!pate anfragen 4 {token} – können Sie helfen?"
    people.note(token, await people.ask(people.world.community, CARLA, text))


async def announcement(people: People) -> None:
    """Set, agreed to by a sign, due a minute later in two rooms."""
    await _announced(people, timedelta(minutes=5))
    await asyncio.sleep(300)


async def unheard(people: People) -> None:
    """Agreed to before the bot hears that its question arrived: no answer reaches it so long."""
    world, token = people.world, people.ledger.token("announcement")
    world.network.weather.lost = "/send/"
    draft = await people.ask(world.office, BUERO, f"!ansage neu 1.12.2026 9:00: {token}")
    agreed = asyncio.create_task(people.agree(draft, world.office, BUERO, by_word=True))
    await asyncio.sleep(30)
    world.network.weather.lost = ""
    people.note(token, await agreed)


async def form(people: People) -> None:
    await people.form()


async def slip(people: People) -> None:
    await people.edit()


async def regret(people: People) -> None:
    await people.withdraw()


async def undo(people: People) -> None:
    await people.undo()


async def stop(people: People) -> None:
    """An announcement is ended half an hour before it would come."""
    await _announced(people, timedelta(minutes=40))
    await people.stop()
    await asyncio.sleep(3600)


async def upgrade(people: People) -> None:
    """A room of announcements is replaced; what comes later comes in the new one."""
    await _announced(people, timedelta(minutes=40))
    await move(people, people.ledger)
    await asyncio.sleep(3600)


async def gap(people: People) -> None:
    """More is said than one answer of /sync holds, while the homeserver is away."""
    world = people.world
    world.homeserver.cap = 2
    world.network.weather.refused = True
    await asyncio.sleep(40)
    for number in range(4):
        people.say(world.community, (ANNA, BERND)[number % 2], "!tagung")
        world.town.say(world.community, CARLA, "Guten Morgen!")
        await asyncio.sleep(1)
    world.network.weather.refused = False
    await asyncio.sleep(90)


async def limit(people: People) -> None:
    """The account may say little just when much is to be said."""
    world = people.world
    world.homeserver.bucket = Bucket(0.2, burst=1.0, level=1.0, at=world.loop.time())
    world.homeserver.stretch = 2.0
    for who in (ANNA, BERND, CARLA, ANNA):
        people.say(world.community, who, "!tagung")
    await asyncio.sleep(120)
    world.homeserver.bucket = Bucket()


async def arrival(people: People) -> None:
    """A new room asks the bot in, and speaks to it at once."""
    room = people.world.town.create(ANNA, BOT, BERND, name="Neu")
    while room.membership(BOT) != "join":
        await asyncio.sleep(1)
    people.say(room, ANNA, "!tagung")


async def crowd(people: People) -> None:
    """Of two in the same room the first takes longer: nobody knows yet whether she belongs."""
    world = people.world
    world.network.weather.slow = 10.0
    for who in (CARLA, ANNA, CARLA, ANNA):
        text = f"!pate anfragen 4 {people.ledger.token('request')} – können Sie helfen?"
        people.say(world.community, who, text)
    await asyncio.sleep(60)
    world.network.weather.slow = 1.0


async def outage(people: People) -> None:
    """Nobody is there for a quarter of an hour, and something is to be said."""
    world = people.world
    people.say(world.community, ANNA, "!tagung")
    start = world.loop.time()
    world.network.weather.refused = True
    await asyncio.sleep(900)
    world.network.weather.refused = False
    end = world.loop.time()
    people.ledger.troubles.append(Trouble(name="outage refused", start=start, end=end))
    await asyncio.sleep(120)


async def jump(people: People) -> None:
    """The clock is set six hours ahead for a while; an announcement is due in five."""
    world, start = people.world, people.world.loop.time()
    await _announced(people, timedelta(hours=5))
    world.machine.error = timedelta(hours=6)
    await asyncio.sleep(1200)
    world.machine.error = timedelta()
    people.ledger.troubles.append(Trouble(name="clock jump", start=start, end=world.loop.time()))
    await asyncio.sleep(5 * 3600)


async def fold(people: People) -> None:
    """Through the night in which the clocks go back, with a post at the hour that comes twice."""
    world = people.world
    token = people.ledger.token("announcement")
    draft = await people.ask(world.office, BUERO, f"!ansage neu täglich 2:30 Uhr: {token}")
    if people.note(token, await people.agree(draft, world.office, BUERO)) is not None:
        # With a day's absence it lasts longer than two days.
        due = tuple(datetime(2026, 10, day, 2, 30, tzinfo=BERLIN) for day in range(25, 30))
        people.ledger.planned.append(Planned(token=token, due=due))
        world.stay_awake(due)
    await asyncio.sleep(32 * 3600)


async def _announced(people: People, ahead: timedelta) -> None:
    world, token = people.world, people.ledger.token("announcement")
    due = (world.machine.truth().astimezone(BERLIN) + ahead).replace(second=0, microsecond=0)
    draft = await people.ask(world.office, BUERO, f"!ansage neu {due:%d.%m.%Y %H:%M}: {token}")
    number = people.note(token, await people.agree(draft, world.office, BUERO))
    if number is not None:
        plan = Planned(token=token, due=(due,))
        people.ledger.planned.append(plan)
        people.announcements.append((number, plan))
        world.stay_awake((due,))


BEFORE_THE_FOLD = datetime(2026, 10, 24, 20, 0, tzinfo=UTC)
SCENES: dict[str, Scene] = {
    one.__name__: one
    for one in (
        *(query, action, request, announcement, unheard, form),
        *(slip, regret, undo, stop, upgrade, gap, limit, arrival, crowd, outage, jump, fold),
    )
}


async def played(
    world: World,
    scene: Scene,
    *,
    at: int | None = None,
    comeback: Comeback = AT_ONCE,
) -> Run:
    """Play it once, dying at that step of the life in which it begins."""
    ledger = Ledger(world.town, world.began)
    people = People(world, ledger, random.Random(1))
    supervisor = asyncio.create_task(world.live(), name="supervisor")
    await world.until_ready()
    await asyncio.sleep(_A_WHILE)
    assert world.life
    life, plug = world.life, world.life.plug
    world.pause, begun, plug.labels = comeback.pause, plug.steps, []
    if at is not None:
        plug.at = begun + at
    dying = asyncio.create_task(_meanwhile(world, life.over, comeback))
    await _or_fault(supervisor, scene(people))
    await asyncio.sleep(_SETTLED)
    if plug.pulled:
        await asyncio.sleep(comeback.pause + _SETTLED)
    steps = list(plug.labels)
    plug.at = None
    now = world.machine.truth() + timedelta(hours=1)
    await _or_fault(supervisor, last_questions(people))
    dying.cancel()
    supervisor.cancel()
    found = faults(world, ledger, now)
    return Run(faults=found, steps=steps, begun=begun, killed=plug.pulled)


async def _meanwhile(world: World, over: asyncio.Event, comeback: Comeback) -> None:
    await over.wait()
    if comeback.new_device:
        world.homeserver.log_out()
        (world.folder / "session.json").unlink(missing_ok=True)


async def _or_fault(supervisor: asyncio.Task[None], work: Awaitable[None]) -> None:
    """Wait for the work, unless the bot ends by a fault."""
    task = asyncio.ensure_future(work)
    await asyncio.wait((supervisor, task), return_when=asyncio.FIRST_COMPLETED)
    if supervisor.done():
        task.cancel()
        supervisor.result()
    await task
