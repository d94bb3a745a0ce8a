"""Dialogues: the real dispatcher, services, SQLite file and texts; doubles for the ports only."""

import itertools
import shutil
from collections.abc import AsyncIterator, Mapping, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path

import pytest

from bot.app.core import Community, Core
from bot.dispatch.hearing.addressing import Names
from bot.domain.dialogue.message import Message, MessageKind, Proof
from bot.domain.dialogue.people import Grant, Granted
from bot.domain.journal import Effect, InboxKind, OutboxRow, Priority
from bot.domain.plans.planning import PlanRules
from bot.matrix.content.reading import Draft
from bot.matrix.listening import entries
from bot.matrix.listening.inbound import Inbound
from bot.matrix.said.trail import Trail
from bot.services.hosting import ConfiguredRooms
from bot.storage import outbox, people, rooms
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
    held: set[str] = field(default_factory=set)
    """Keys of rows that are on their way."""

    def is_free(self, target: str, priority: Priority) -> bool:
        return True

    def holds(self, key: str) -> bool:
        return key in self.held

    def carry(self, rows: Sequence[OutboxRow], asker: str | None = None) -> None:
        self.rows += rows


class Quietly:
    """The attention port: shows nothing."""

    @asynccontextmanager
    async def working(self, room_id: str) -> AsyncIterator[None]:
        yield


class Everybody:
    """The members port: all but `gast`."""

    async def is_member(self, user_id: str) -> bool:
        return not user_id.startswith("@gast")


class Talk:
    """A conversation with the bot. What it says counts as delivered at once."""

    def __init__(
        self, core: Core, database: Database, clock: SettableClock, out: Collector
    ) -> None:
        self.core = core
        self.database = database
        self.clock = clock
        self.out = out
        self.posts: list[tuple[str, str]] = []
        self.html = ""
        self.event = ""
        """The event id of what was said last."""
        self.key = ""
        """The key of the bot's last answer; its event id is `$sent-` and the key."""
        self.rows: list[OutboxRow] = []
        """All that the bot did about it."""
        self.proof = Proof.ROOM
        """How sure it is that people wrote what they say from now on."""
        self.keeps = False
        """Whether what the bot says stays undelivered."""
        self.delay = timedelta(0)
        """How long a tap takes to reach the bot."""
        self._inbound = Inbound(database, core.handling.concerns_us, Trail())
        self._count = itertools.count(1)

    async def say(
        self,
        text: str,
        *,
        who: str = "anna",
        room: str = "community",
        reply_to: str | None = None,
        thread: str | None = None,
        age: timedelta = timedelta(0),
    ) -> str:
        """Say it as a person would; the plain answer, or "" where the bot stays silent."""
        sent_at = self.clock.now() - age
        draft = self._draft(InboxKind.COMMAND, text, who, room, reply_to, sent_at)
        if thread and draft.message:
            draft = replace(draft, message=replace(draft.message, thread=thread))
        return await self._take(draft, room)

    async def reply(self, text: str, *, who: str = "anna", room: str = "community") -> str:
        """Say it as a reply to the bot's last answer."""
        return await self.say(text, who=who, room=room, reply_to=f"$sent-{self.key}")

    async def react(
        self, emoji: str, *, who: str = "anna", room: str = "community", to: str | None = None
    ) -> str:
        """Tap a reaction on the bot's last answer."""
        target = to or f"$sent-{self.key}"
        sent_at = self.clock.now() - self.delay
        draft = self._draft(InboxKind.REACTION, emoji, who, room, target, sent_at)
        message = draft.message and replace(draft.message, kind=MessageKind.REACTION)
        return await self._take(replace(draft, message=message), room)

    async def edit(
        self, event: str, text: str, *, who: str = "anna", room: str = "community"
    ) -> str:
        """Change what was said before; the answer, be it new or in place of the old one."""
        draft = self._draft(InboxKind.EDIT, text, who, room, None, self.clock.now())
        message = draft.message and replace(draft.message, replaces=event)
        return await self._take(replace(draft, message=message, target=event), room)

    async def delete(self, event: str, *, who: str = "anna", room: str = "community") -> str:
        """Delete what was said before, or take a reaction away."""
        draft = self._draft(InboxKind.REDACTION, "", who, room, event, self.clock.now())
        message = draft.message and replace(draft.message, kind=MessageKind.WITHDRAWAL)
        return await self._take(replace(draft, message=message, target=event), room)

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

    async def said(self, key: str) -> str:
        """What the bot's message of that key says now, with all changes made to it."""
        rows = await self.database.read(lambda tx: outbox.changes_of(tx, key))
        return _body(rows[-1]) if rows else ""

    def _draft(
        self,
        kind: InboxKind,
        text: str,
        who: str,
        room: str,
        reply_to: str | None,
        sent_at: datetime,
    ) -> Draft:
        sender = PEOPLE.get(who, who)
        room_id = f"!direct-{who}:demo" if room == "direct" else ROOMS[room]
        self.event = f"$event{next(self._count)}"
        message = Message(
            event_id=self.event,
            room_id=room_id,
            sender=sender,
            text=text,
            sent_at=sent_at,
            reply_to=reply_to,
            proof=self.proof,
        )
        return Draft(self.event, room_id, sender, kind, message)

    async def _take(self, draft: Draft, room: str) -> str:
        self.out.rows.clear()
        arrivals = await self._inbound.consider([draft], lambda _: room == "direct")
        now = self.clock.now()
        rows = await self.database.write(lambda tx: entries.store(tx, arrivals, now))
        self.core.dispatcher.take(rows)
        await self.core.dispatcher.drain(20)
        return await self._heard(f"r-{draft.event_id}")

    async def _heard(self, key: str) -> str:
        answer = ""
        self.posts = []
        self.rows = list(self.out.rows)
        for row in self.rows:
            if row.key == key:
                answer, self.key = _body(row), key
                self.html = str(_new(row).get("formatted_body", ""))
            elif row.effect is Effect.SEND:
                self.posts.append((row.target, _body(row)))
        if not self.keeps:
            await self.deliver()
        return answer


def _new(row: OutboxRow) -> Mapping[str, object]:
    """The content that counts: that of an edit stands inside."""
    new = row.content.get("m.new_content")
    return new if isinstance(new, dict) else row.content


def _body(row: OutboxRow) -> str:
    return str(_new(row).get("body", ""))


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


async def build(
    database: Database,
    clock: SettableClock,
    out: Collector,
    admins: frozenset[str] = frozenset({PEOPLE["buero"]}),
) -> Core:
    """The core over a database, with the demo's people and rooms."""
    await database.write(_settle)
    core = await opened(database, clock, out, admins)
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


async def opened(
    database: Database,
    clock: SettableClock,
    out: Collector,
    admins: frozenset[str] = frozenset({PEOPLE["buero"]}),
) -> Core:
    """The core over whatever the database holds, as after a start."""
    core = Core.build(
        database,
        Community(
            names=Names("@lotse:demo", "Lotse"),
            admins=admins,
            rooms=ConfiguredRooms(office=ROOMS["office"], announcements=(ROOMS["announcements"],)),
            plan=PlanRules(),
        ),
        clock=clock,
        carrier=out,
        attention=Quietly(),
        members=Everybody(),
        plan_changed=lambda: None,
    )
    await core.open()
    return core


def _settle(tx: Transaction) -> None:
    for name, room_id in ROOMS.items():
        rooms.enter(tx, room_id, name=name, greeted=True)
    for name, user_id in PEOPLE.items():
        rooms.enter(tx, f"!direct-{name}:demo", direct_with=user_id, greeted=True)
