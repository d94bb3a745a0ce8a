"""What a question asks: its choices, the form that it goes on with, and who may answer."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING, Protocol

from bot.domain.dialogue.option import EMOJI, LIGHT, Option
from bot.domain.dialogue.people import Role

if TYPE_CHECKING:  # a message may be a question, whose choices are texts
    from bot.domain.dialogue.message import Text


@dataclass(frozen=True, slots=True)
class Choice:
    """One answer: the command line that it stands for, None where nothing more happens.

    `word` names it in the database; `sure` means that the line needs no further confirmation.
    """

    word: str
    label: Text | str
    """A string was worded earlier."""
    emoji: str
    line: str | None = None
    sure: bool = False

    @classmethod
    def of(
        cls, option: Option, label: Text, line: str | None = None, *, sure: bool = False
    ) -> Choice:
        """One of the choices that every question knows."""
        return cls(option.value, label, EMOJI[option], line, sure)


@dataclass(frozen=True, slots=True)
class Filling:
    """A form on its way: a command that still lacks the field `missing`.

    `typed` is what was typed behind the command's words, `values` are the answers so far, in the
    order in which they were given.
    """

    path: tuple[str, ...]
    typed: str
    values: tuple[tuple[str, str], ...]
    missing: str

    def without_last(self) -> Filling:
        """One answer back."""
        if not self.values:
            return self
        return self.without(self.values[-1][0])

    def without(self, name: str) -> Filling:
        """The same without that answer, which is asked for again."""
        kept = tuple(pair for pair in self.values if pair[0] != name)
        return Filling(self.path, self.typed, kept, name)


@dataclass(frozen=True, slots=True, kw_only=True)
class Ask:
    """A question to be put together with an answer or a post.

    `people` may answer, or everyone with `role` but for `but`. `rights` says that an answer acts by
    somebody's rights; then a reaction in an encrypted room does not count, for anyone at the
    homeserver could forge it. `plain` lets the asker answer without addressing the bot for a while.
    """

    choices: tuple[Choice, ...] = ()
    people: tuple[str, ...] = ()
    role: Role | None = None
    but: str | None = None
    lasts: timedelta = timedelta(days=1)
    rights: bool = False
    filling: Filling | None = None
    plain: bool = False
    today: date | None = None
    """The day by which the dates in it were read, if it was put before."""

    @property
    def is_light(self) -> bool:
        """Whether no answer decides anything."""
        return is_light(self.choices)


class Named(Protocol):
    """A choice, as far as its word tells what it does."""

    @property
    def word(self) -> str: ...


def is_light(choices: Sequence[Named]) -> bool:
    """Whether there are choices, and none of them decides anything."""
    return bool(choices) and all(one.word in LIGHT for one in choices)
