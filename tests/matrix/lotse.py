"""The Matrix part on a real database file, with plain parts where the other packages would be."""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any, ClassVar, Protocol

from bot.dispatch.declaring.describing import Menu
from bot.domain.dialogue.message import Message, Text
from bot.domain.dialogue.question import Question
from bot.domain.journal import InboxRow, OutboxRow, Outgoing, Priority
from bot.matrix import Matrix, MatrixConfig, Ports
from bot.storage import outbox
from bot.storage.database import Database
from bot.storage.migrate import migrate
from bot.storage.pins import Pin
from bot.storage.sqlite import Sqlite
from tests.matrix.fake_homeserver import ANNA, BOT, until

OFFICE = "!office:hs.example"


class PlainWords:
    """Says the id of the text and the data in it."""

    def room(self, key: str, target: str, text: Text, reader: str | None = None) -> Outgoing:
        return say(key, target, f"{text.id} {dict(text.args)}" if text.args else text.id)

    def aside(self, message: Message, text: Text) -> Outgoing:
        return self.room(f"r-{message.event_id}", message.room_id, text)

    def office(self, name: str, text: Text) -> Sequence[Outgoing]:
        return (self.room(f"office-{name}", OFFICE, text),)


class PlainRights:
    """The rights port: those in `people` have some."""

    def __init__(self, *people: str) -> None:
        self.people = people
        self.pins: dict[str, Pin] = {}

    def has_rights(self, user_id: str) -> bool:
        return user_id in self.people

    def pinned(self, user_id: str) -> Pin | None:
        return self.pins.get(user_id)

    def note(self, changed: Iterable[Pin]) -> None:
        self.pins.update((pin.user_id, pin) for pin in changed)


class Addressed(Protocol):
    @property
    def address(self) -> str: ...


class Lotse:
    """One run of the bot's Matrix part; a second one on the same folder is a restart."""

    alive: ClassVar[list[Lotse]] = []
    """Those that a failing test may leave behind: an open database keeps Python from ending."""

    def __init__(self, homeserver: Addressed, folder: Path, **settings: Any) -> None:
        self.database = Database(Sqlite(folder / "lotse.db"), linger=0.01)
        self.taken: list[InboxRow] = []
        self.changes = 0
        self.questions: list[Question] = []
        self.breaks = False
        self.space: str | None = None
        self.rights = PlainRights(ANNA)
        self.offset = timedelta()
        plain = MatrixConfig(
            homeserver=homeserver.address,
            user_id=BOT,
            password="secret",
            data_dir=folder,
            retry_pause=0.05,
            admins=frozenset({ANNA}),
        )
        self.config = replace(plain, **settings)
        self._task: asyncio.Task[None] | None = None

    def now(self) -> datetime:
        return datetime.now(UTC) + self.offset

    async def open(self) -> None:
        """As far as before anything is heard or said."""
        self.alive.append(self)
        await self.database.open()
        await migrate(self.database)
        ports = Ports(
            now=self.now,
            words=PlainWords(),
            concerns_us=concerns_us,
            answers=lambda message: message.answers is not None,
            take=self.taken.extend,
            rooms_changed=self._changed,
            question_changed=self.questions.append,
            space=lambda: self.space,
            rights=lambda: self.rights,
            menus=self.menus,
        )
        self.matrix = Matrix(self.config, self.database, ports)
        await self.matrix.open()

    def menus(self, rooms: Iterable[str]) -> dict[str, Menu]:
        """What rooms are told of the commands."""
        return dict.fromkeys(rooms, Menu())

    async def start(self) -> None:
        await self.open()
        self.begin()

    def begin(self) -> None:
        self._task = asyncio.create_task(self.matrix.run())

    async def heard(self, *texts: str, seconds: float = 5.0) -> None:
        """Wait until these texts were handed on, in this order."""
        await until(lambda: len(self.taken) >= len(texts), seconds)
        assert list(texts) == self.texts

    @property
    def texts(self) -> list[str]:
        return [row.message.text for row in self.taken]

    async def post(self, *rows: Outgoing, asker: str | None = None) -> tuple[OutboxRow, ...]:
        """Store and hand over, as the dispatcher does."""
        stored = await self.database.write(lambda tx: outbox.add(tx, rows, self.now()))
        self.matrix.carrier.carry(stored, asker)
        return stored

    async def ended(self) -> None:
        """Wait until it ends by itself, and raise what ended it."""
        assert self._task
        async with asyncio.timeout(5):
            await self._task

    async def stop(self) -> None:
        if self in self.alive:
            await self.matrix.stop_listening()
            await self.kill(patience=2)

    async def kill(self, patience: float = 0) -> None:
        """End at once, as far as that is possible inside one process."""
        self.alive.remove(self)
        if self._task:
            self._task.cancel()
            with contextlib.suppress(BaseException):
                await self._task
        await self.matrix.close(patience)
        await self.database.close()

    async def _changed(self) -> None:
        self.changes += 1
        if self.breaks:
            raise OSError("no space left")


def concerns_us(message: Message) -> bool:
    ours = message.answers is not None
    return message.direct or ours or message.text.startswith(("!", "/", BOT))


def say(
    key: str,
    target: str = "!room:hs.example",
    body: str = "Hallo",
    priority: Priority = Priority.ANSWER,
    *,
    cause: str | None = None,
) -> Outgoing:
    content = {"msgtype": "m.notice", "body": body, "org.netzwerklotse.key": key}
    return Outgoing(key=key, target=target, content=content, cause=cause or key, priority=priority)
