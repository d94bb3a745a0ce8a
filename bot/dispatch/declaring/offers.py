"""What is offered to somebody who nearly typed a command of ours."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum, auto

from bot.dispatch.declaring.command import AnyCommand
from bot.dispatch.declaring.context import Path


@dataclass(frozen=True, slots=True)
class Offer:
    """Words of ours that were nearly typed, and what follows them.

    Those that do not `run` are the first word of several commands.
    """

    words: str
    rest: str = ""
    runs: bool = True

    @property
    def line(self) -> str:
        """The whole command line."""
        return f"{self.words} {self.rest}".rstrip()


@dataclass(frozen=True, slots=True)
class Meant:
    """A command as one of its two languages calls it."""

    command: AnyCommand
    english: bool

    @property
    def path(self) -> Path:
        """Its words."""
        return self.command.alias if self.english else self.command.path


class Part(Enum):
    """How much of a command's words came near."""

    WHOLE = auto()
    ROOT = auto()
    SECOND = auto()


@dataclass(frozen=True, slots=True)
class Near:
    """A command that may be meant, or its first word, or its second one alone."""

    meant: Meant
    rest: str = ""
    kind: Part = Part.WHOLE

    @property
    def key(self) -> Path:
        """What it is, whatever the language."""
        path = self.meant.command.path
        return path[:1] if self.kind is Part.ROOT else path

    @property
    def words(self) -> Path:
        """How it is shown."""
        if self.kind is Part.ROOT:
            return self.meant.path[:1]
        return self.meant.path[1:] if self.kind is Part.SECOND else self.meant.path


def once(found: Sequence[Near], *, english: bool) -> tuple[Offer, ...]:
    """One offer for each command, in the language that was typed, else in the room's."""
    kinds: dict[Path, list[Near]] = {}
    for one in found:
        kinds.setdefault(one.key, []).append(one)
    chosen = (
        next((one for one in same if one.meant.english is english), same[0])
        for same in kinds.values()
    )
    return tuple(Offer(" ".join(one.words), one.rest, one.kind is Part.WHOLE) for one in chosen)
