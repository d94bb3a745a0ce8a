"""What a handler is given besides its argument."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import Any, Protocol
from zoneinfo import ZoneInfo

from bot.domain.dialogue.message import Message, Reply
from bot.domain.dialogue.people import Person, Role
from bot.services import Services
from bot.storage.database import Transaction

Path = tuple[str, ...]


class Place(StrEnum):
    """Where a command may be used."""

    ANYWHERE = "anywhere"
    OFFICE_ROOM = "office-room"


class Known(Protocol):
    """A command as others see it: what it is called, who may use it, and how it is taken back."""

    @property
    def path(self) -> Path: ...
    @property
    def alias(self) -> Path: ...
    @property
    def permission(self) -> Role: ...
    @property
    def place(self) -> Place: ...
    @property
    def hidden(self) -> bool: ...
    @property
    def undo(self) -> Undo | None: ...
    @property
    def text_id(self) -> str: ...
    @property
    def root_id(self) -> str: ...


class Commands(Protocol):
    """All commands there are."""

    def __iter__(self) -> Iterator[Known]: ...

    def near(self, word: str, *, english: bool = False) -> tuple[str, ...]:
        """The words of commands that the word is, or nearly is."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Context:
    """The message, its sender as we know them, and the services; `now` is UTC."""

    message: Message
    person: Person
    services: Services
    commands: Commands
    now: datetime
    zone: str
    language: str
    path: Path = ()
    """The words of the command that runs."""
    line: str = ""
    """What was typed behind them."""
    former: Mapping[str, Any] | None = None
    """The memory of what the same command did before its message was edited; it is undone."""

    @property
    def local(self) -> ZoneInfo:
        """The zone in which moments are shown."""
        return ZoneInfo(self.zone)

    @property
    def today(self) -> date:
        """The local day."""
        return self.now.astimezone(self.local).date()


Undo = Callable[[Context, Transaction, Mapping[str, Any]], Reply]
"""Takes a command back, by the memory that its reply left."""
