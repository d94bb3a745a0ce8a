"""Dialogues: the real dispatcher, services, SQLite file and texts; doubles for the ports only."""

import itertools
import shutil
from collections.abc import AsyncIterator, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path

import pytest

from bot.app.core import Community, Core
from bot.dispatch.addressing import Names
from bot.domain.journal import InboxKind, Incoming, OutboxRow, Priority
from bot.domain.message import Message
from bot.domain.people import Grant, Granted
from bot.domain.planning import PlanRules
from bot.services.hosting import ConfiguredRooms
from bot.storage import inbox, outbox, people, rooms
from bot.storage.database import Database, Transaction
from bot.storage.sqlite import Sqlite

PEOPLE = {name: f"@{name}:demo" for name in ("anna", "bernd", "buero", "gast", "mitglied")}
ROOMS = {
    "community": "!community:demo",
    "office": "!office:demo",
    "announcements": "!announcements:demo",
}
START = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)


@dataclass
class SettableClock:
    """The clock port, moved by hand."""

    moment: datetime = START

    def now(self) -> datetime:
        return self.moment

    def now_is(self, moment: datetime) -> None:
        self.moment = moment


@dataclass
class Collector:
    """The carrier port: keeps what would leave."""

    rows: list[OutboxRow] = field(default_factory=list)
    device: str = "DEVICE"

    def is_free(self, target: str, priority: Priority) -> bool:
        return True

    def carry(self, rows: Sequence[OutboxRow]) -> None:
        self.rows += rows


class Everybody:
    """The members port: all but `gast`."""

    async def is_member(self, user_id: str) -> bool:
        return not user_id.startswith("@gast")


class Talk:
    """A conversation with the bot."""

    def __init__(
        self, core: Core, database: Database, clock: SettableClock, out: Collector
    ) -> None:
        self.core = core
        self.database = database
        self.clock = clock
        self.out = out
        self.posts: list[tuple[str, str]] = []
        self.html = ""
        self._count = itertools.count(1)

    async def say(
        self,
        text: str,
        *,
        who: str = "anna",
        room: str = "community",
        reply_to: str | None = None,
        age: timedelta = timedelta(0),
    ) -> str:
        """Say it as a person would; the plain answer, or "" where the bot stays silent."""
        self.out.rows.clear()
        message = self._message(text, who, room, reply_to, age)
        if not self.core.handling.concerns_us(message):
            return ""
        incoming = Incoming(
            event_id=message.event_id,
            room_id=message.room_id,
            kind=InboxKind.COMMAND,
            message=message,
        )
        now = self.clock.now()
        rows = await self.database.write(lambda tx: inbox.add(tx, [incoming], now))
        self.core.dispatcher.take(rows)
        await self.core.dispatcher.drain(20)
        return await self._heard(f"r-{message.event_id}")

    async def tick(self) -> list[tuple[str, str]]:
        """Run all jobs once; what was posted."""
        self.out.rows.clear()
        for job in self.core.jobs:
            await self.core.ticking.run(job)
        await self._heard("")
        return self.posts

    async def deliver(self) -> None:
        """Note everything as sent, as the outbound part would, under ids made of the keys."""
        now = self.clock.now()
        for row in await self.database.read(outbox.unfinished):
            await self.database.write(
                partial(outbox.mark_sent, row=row.seq, event_id=f"$sent-{row.key}", now=now)
            )

    def _message(
        self, text: str, who: str, room: str, reply_to: str | None, age: timedelta
    ) -> Message:
        sender = PEOPLE.get(who, who)
        return Message(
            event_id=f"$event{next(self._count)}",
            room_id=f"!direct-{who}:demo" if room == "direct" else ROOMS[room],
            sender=sender,
            text=text,
            sent_at=self.clock.now() - age,
            direct=room == "direct",
            reply_to=reply_to,
            replies_to_us=bool(reply_to and reply_to.startswith("$sent-")),
        )

    async def _heard(self, key: str) -> str:
        answer = ""
        self.posts = []
        for row in self.out.rows:
            if row.key == key:
                answer = str(row.content["body"])
                self.html = str(row.content.get("formatted_body", ""))
            else:
                self.posts.append((row.target, str(row.content["body"])))
        return answer


@pytest.fixture
def clock() -> SettableClock:
    return SettableClock()


@pytest.fixture
async def database(migrated: Path, tmp_path: Path) -> AsyncIterator[Database]:
    database = Database(Sqlite(Path(shutil.copy(migrated, tmp_path))))
    await database.open()
    yield database
    await database.close()


@pytest.fixture
async def talk(database: Database, clock: SettableClock) -> Talk:
    out = Collector()
    core = await build(database, clock, out)
    return Talk(core, database, clock, out)


async def build(database: Database, clock: SettableClock, out: Collector) -> Core:
    """The core over a database, with the demo's people and rooms."""
    await database.write(_settle)
    core = Core.build(
        database,
        Community(
            names=Names("@lotse:demo", "Lotse"),
            admins=frozenset({PEOPLE["buero"]}),
            rooms=ConfiguredRooms(office=ROOMS["office"], announcements=(ROOMS["announcements"],)),
            plan=PlanRules(),
        ),
        clock=clock,
        carrier=out,
        members=Everybody(),
        plan_changed=lambda: None,
    )
    await core.open()
    directory = core.services.directory
    given = [
        Grant(
            user_id=PEOPLE[name], role=Granted.COORDINATOR, network=directory.find(network).number
        )
        for name, network in (("anna", "FKB OWL"), ("bernd", "Ems-Achse"))
    ]
    for grant in given:
        await database.write(partial(people.give, given=grant, by=PEOPLE["buero"], now=clock.now()))
    await core.services.appointing.refresh()
    return core


def _settle(tx: Transaction) -> None:
    for name, room_id in ROOMS.items():
        rooms.enter(tx, room_id, name=name, greeted=True)
    for name, user_id in PEOPLE.items():
        rooms.enter(tx, f"!direct-{name}:demo", direct_with=user_id, greeted=True)
