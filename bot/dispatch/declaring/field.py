"""The parts of a command's argument: what a form asks for, and what clients are told of them."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from bot.dispatch.declaring.context import Context
from bot.domain.dialogue.ask import Filling
from bot.domain.dialogue.message import Text
from bot.domain.dialogue.subject import SubjectKind
from bot.storage.database import Transaction


class FieldKind(StrEnum):
    """What a value looks like."""

    TEXT = "text"
    NUMBER = "number"
    PERSON = "person"
    DAY = "day"
    MOMENT = "moment"


@dataclass(frozen=True, slots=True)
class Proposed:
    """A value that a form offers as a choice."""

    label: Text
    value: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Field:
    """One part of an argument, as it is asked for and as it is written into the command's line.

    The command's parser says that it is missing by a `Missing` refusal whose `field` is this name.
    `form` is how the value stands in the line; `first` puts it before what was typed. A reply to a
    message about a `subject` fills it. What is `personal` is asked for in the direct chat.
    `check` refuses a value that can be read but not be meant, so that a form asks again at once;
    `exists` does so for what only the database knows. An answer that begins with one of `labels`
    and a colon is of this field, whatever was asked.
    Its texts are `field-NAME` (what it is called) and `field-NAME-ask` (the question).
    """

    name: str
    kind: FieldKind = FieldKind.TEXT
    form: str = "{}"
    first: bool = False
    required: bool = True
    subject: SubjectKind | None = None
    personal: bool = False
    propose: Callable[[Context, Transaction], Sequence[Proposed]] | None = None
    check: Callable[[Context, str], object] | None = None
    exists: Callable[[Context, Transaction, str], object] | None = None
    labels: tuple[str, ...] = ()

    @property
    def text_id(self) -> str:
        return f"field-{self.name}"

    def is_called(self, label: str) -> bool:
        """Whether people mean it by that label."""
        start = self.form.partition("{}")[0].strip().rstrip(":")
        return bool(label) and label.casefold() in (start.casefold(), *self.labels)

    def written(self, value: str) -> str:
        """The value as a part of the line."""
        return self.form.replace("{}", value.strip())


def composed(fields: Sequence[Field], filling: Filling) -> str:
    """The line that somebody would have typed who knew all that a form has asked so far."""
    values = dict(filling.values)
    known = [field for field in fields if field.name in values]
    head = [field.written(values[field.name]) for field in known if field.first]
    tail = [field.written(values[field.name]) for field in known if not field.first]
    start = " ".join(part for part in (*head, filling.typed.strip()) if part)
    return "\n".join(part for part in (start, *tail) if part)


def from_values(fields: Sequence[Field], values: dict[str, str]) -> str:
    """The line for arguments that a client sent by name; unknown names are left out."""
    given = tuple((f.name, values[f.name]) for f in fields if values.get(f.name, "").strip())
    return composed(fields, Filling((), "", given, ""))
