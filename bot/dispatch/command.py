"""A command: its words, how its argument is read, who may use it, and what it does."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any, Generic, TypeVar

from bot.dispatch.context import Context
from bot.domain.message import Reply
from bot.domain.people import Role
from bot.storage.database import Transaction

_ASCII = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue"})
A = TypeVar("A")
Path = tuple[str, ...]
Query = Callable[[Context, A], Awaitable[Reply]]
Action = Callable[[Context, Transaction, A], Reply]


@dataclass(frozen=True, slots=True)
class Input:
    """What was typed behind the command's words, and the day and zone to read dates by."""

    text: str
    today: date
    zone: str


def nothing(_: Input) -> None:
    """The parser of a command without argument; whatever follows is overlooked."""


class Place(StrEnum):
    """Where a command may be used."""

    ANYWHERE = "anywhere"
    OFFICE_ROOM = "office-room"


@dataclass(frozen=True, slots=True, kw_only=True)
class Command(Generic[A]):
    """One declaration: parser, permission, help and reference all follow from it.

    `path` is what people type in German, `alias` in English; a `hidden` one is left out of the
    overview. Exactly one of `query` (reads, outside any transaction) and `action` (decides and
    writes inside one) is given.
    """

    path: Path
    alias: Path
    parse: Callable[[Input], A]
    permission: Role
    place: Place = Place.ANYWHERE
    hidden: bool = False
    query: Query[A] | None = None
    action: Action[A] | None = None

    @property
    def text_id(self) -> str:
        """`pate-anfragen`: its help stands in `pate-anfragen-help`, `-usage` and `-examples`."""
        return "-".join(self.path).translate(_ASCII)


AnyCommand = Command[Any]
