"""A command: its words, how its argument is read, who may use it, and what it does."""

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Generic, TypeVar

from bot.dispatch.declaring.context import Context, Path, Place, Undo
from bot.dispatch.declaring.field import Field
from bot.domain.dialogue.message import Reply
from bot.domain.dialogue.people import Role
from bot.domain.dialogue.subject import Subject
from bot.storage.database import Transaction

_ASCII = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue"})
A = TypeVar("A")
Query = Callable[[Context, A], Awaitable[Reply]]
Action = Callable[[Context, Transaction, A], Reply]
Understood = Callable[[Context, Transaction, A], Sequence[tuple[str, object]]]


@dataclass(frozen=True, slots=True)
class Input:
    """What was typed behind the command's words, and the day and zone to read dates by.

    `about` is the object of the message of ours that the command replies to.
    """

    text: str
    today: date
    zone: str
    about: Subject | None = None


def nothing(_: Input) -> None:
    """The parser of a command without argument; whatever follows is overlooked."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Command(Generic[A]):
    """One declaration: parser, form, permission, help, reference and client menus follow from it.

    `path` is what people type in German, `alias` in English, `also` what else means the same; a `hidden` one is left out of the
    overview. Exactly one of `query` (reads, outside any transaction) and `action` (decides and
    writes inside one) is given. `confirm` says what an action would do, and makes a question of
    it; where `second` says so, another person with the same permission has to agree. `undo` takes
    an action back, by the `memory` that its reply left. `understood` are its fields by name with
    what they were taken to mean: a form shows them before they count.
    """

    path: Path
    alias: Path
    parse: Callable[[Input], A]
    permission: Role
    also: tuple[str, ...] = ()
    fields: tuple[Field, ...] = ()
    place: Place = Place.ANYWHERE
    hidden: bool = False
    query: Query[A] | None = None
    action: Action[A] | None = None
    confirm: Action[A] | None = None
    second: Callable[[Context], bool] | None = None
    undo: Undo | None = None
    understood: Understood[A] | None = None

    @property
    def text_id(self) -> str:
        """`pate-anfragen`: its help stands in `pate-anfragen-help`, `-usage` and `-examples`."""
        return "-".join(self.path).translate(_ASCII)

    @property
    def root_id(self) -> str:
        """`pate`: what the word is for, in a few words, stands in `pate-short`."""
        return self.path[0].translate(_ASCII)

    def field(self, name: str) -> Field | None:
        """The part of its argument that has this name."""
        return next((field for field in self.fields if field.name == name), None)


AnyCommand = Command[Any]
