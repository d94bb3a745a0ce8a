"""How late posts become outbox rows with 10,000 pending, and what looking for them costs."""

from __future__ import annotations

import asyncio
import random
import time
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from datetime import UTC, datetime, timedelta

from bot.app.core import Community, Core
from bot.dispatch.hearing.addressing import Names
from bot.domain.journal import OutboxRow, Priority
from bot.domain.plans.announcement import Repeat, Rule
from bot.domain.plans.occurrence import Occurrence, StepName
from bot.scheduling import Scheduler
from bot.services.hosting import ConfiguredRooms
from bot.storage import announcements, occurrences
from bot.storage.database import Database, Transaction
from bot.storage.engines import engine
from bot.storage.migrate import migrate
from tests.benchmarks.bench import scratch
from tests.benchmarks.figures import OURS, percentile
from tests.benchmarks.session import Scenario, Session
from tests.benchmarks.tables import Column, Table

_PENDING = 10_000
_DUE = 1_000
_SPAN = 10.0
_LEAD = 4.0
_ZONE = "Europe/Berlin"
_DAY = 86_400.0


class Recording:
    """Stands where the Matrix part stands, notes when rows come, and knows the time."""

    device = "BENCH"

    def __init__(self) -> None:
        self.taken: dict[str, float] = {}

    def is_free(self, target: str, priority: Priority) -> bool:
        return True

    def holds(self, key: str) -> bool:
        return False

    def carry(self, rows: Sequence[OutboxRow], asker: str | None = None) -> None:
        now = time.time()
        self.taken |= {row.cause: now for row in rows}

    async def is_member(self, user_id: str) -> bool:
        return True

    @asynccontextmanager
    async def working(self, room_id: str) -> AsyncIterator[None]:
        yield

    def now(self) -> datetime:
        return datetime.now(UTC)


async def schedule(session: Session) -> None:
    """The whole way from the clock to the outbox, without sending."""
    async with scratch() as folder:
        database = Database(engine(f"sqlite+aiosqlite:///{folder / 'lotse.db'}"))
        await database.open()
        try:
            await migrate(database)
            await _schedule(session, database)
        finally:
            await database.close()


async def _schedule(session: Session, database: Database) -> None:
    carrier, due = Recording(), _DUE
    community = Community(
        names=Names("@bot:stub.localhost"),
        admins=frozenset({"@office:stub.localhost"}),
        rooms=ConfiguredRooms(announcements=("!room:stub.localhost",)),
    )
    core = Core.build(
        database,
        community,
        clock=carrier,
        carrier=carrier,
        attention=carrier,
        members=carrier,
        plan_changed=lambda: None,
    )
    await core.open()
    chance = random.Random(1)
    far = [time.time() + _DAY * chance.uniform(1, 30) for _ in range(_PENDING - due)]
    began = time.perf_counter()
    await database.write(lambda tx: _plan(tx, far))
    add = (time.perf_counter() - began) / len(far)
    start = time.time() + _LEAD
    near = [round(start + chance.uniform(0, _SPAN), 3) for _ in range(due)]
    moments = await database.write(lambda tx: _plan(tx, near))
    figures = session.figures
    figures.add("schedule-add", OURS, 0, add * 1000)
    figures.add("schedule-next", OURS, 0, await _time_next(core))
    cpu = await _run(core)
    late = [(carrier.taken[key] - moments[key]) * 1000 for key in moments if key in carrier.taken]
    figures.add("schedule-missed", OURS, 0, due - len(late))
    for name, part in (("p50", 0.5), ("p99", 0.99), ("max", 1)):
        figures.add(f"schedule-{name}", OURS, 0, percentile(late, part))
    figures.add("schedule-cpu", OURS, 0, cpu / len(late) * 1000)


async def _run(core: Core) -> float:
    """Let the clock drive it as the running bot does; seconds of CPU from the first due post."""
    scheduler = Scheduler(core.ticking.run, core.jobs)
    scheduler.start()
    await asyncio.sleep(_LEAD / 2)
    cpu = time.process_time()
    await asyncio.sleep(_LEAD / 2 + _SPAN + 1)
    used = time.process_time() - cpu
    await scheduler.stop()
    return used


async def _time_next(core: Core) -> float:
    """Milliseconds to find the next due moment."""
    began = time.perf_counter()
    for _ in range(20):
        await core.services.announcing.next_due(datetime.now(UTC))
    return (time.perf_counter() - began) / 20 * 1000


def _plan(tx: Transaction, moments: Sequence[float]) -> dict[str, float]:
    """Announcements that come once, each at its moment; the moments by the posts' keys."""
    now, known = datetime.now(UTC), {}
    for moment in moments:
        due = datetime.fromtimestamp(moment, UTC)
        rule = Rule(repeat=Repeat.ONCE, start=due.date(), at=due.time(), zone=_ZONE)
        new = announcements.add(tx, rule, "Guten Morgen", (), "@office:stub.localhost", now)
        post = Occurrence(
            key=f"ansage-{new.number}/{due.date()}",
            step=StepName.ANNOUNCEMENT,
            due_local=due.replace(tzinfo=None),
            zone=_ZONE,
            due_utc=due,
            not_after=due + timedelta(hours=24),
            late_limit=timedelta(hours=24),
            announcement=new.number,
        )
        occurrences.add(tx, [post])
        known[post.key] = moment
    return known


SCENARIOS = (
    Scenario(
        "schedule",
        schedule,
        (
            Table(
                "Announcements: 10,000 pending, 1,000 of them due within 10 s",
                (
                    Column("late p50 ms", "schedule-p50", ratio=False),
                    Column("p99 ms", "schedule-p99", ratio=False),
                    Column("max ms", "schedule-max", ratio=False),
                    Column("CPU ms per post", "schedule-cpu", ratio=False),
                    Column("add one, ms", "schedule-add", ratio=False),
                    Column("find the next, ms", "schedule-next", ratio=False),
                    Column("missed", "schedule-missed", ratio=False),
                ),
                note=(
                    "Late is from the due moment to the durable outbox row with its words. "
                    "Added in one transaction."
                ),
            ),
        ),
    ),
)
