"""Questions that wait for an answer: by reaction, or by a typed word, number or reply."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum
from typing import TYPE_CHECKING

from bot.domain.dialogue.option import (
    DIGITS,
    EMOJI,
    IN_REPLY,
    MOST_CHOICES,
    WORDS,
    Option,
    bare,
    folded,
)
from bot.domain.dialogue.people import Person, Role

if TYPE_CHECKING:  # a message may be a question, whose choices are texts
    from bot.domain.dialogue.message import Text

__all__ = ("DIGITS", "EMOJI", "MOST_CHOICES", "Option")


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


class QuestionState(StrEnum):
    """A parked question waits for its asker to come back to it."""

    OPEN = "open"
    PARKED = "parked"
    ANSWERED = "answered"
    WITHDRAWN = "withdrawn"


WAITING = (QuestionState.OPEN, QuestionState.PARKED)


@dataclass(frozen=True, slots=True)
class Offered:
    """A choice as it was put: worded, with what it does."""

    word: str
    label: str
    emoji: str
    line: str | None
    sure: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """A question as it is stored.

    `key` is that of our message; `target` the room, or the person whose direct chat it went to;
    `cause` the event whose command led to it; `asker` that command's sender; `today` the local day
    on which the command was typed; `plain` and `html` what the question said, without its choices.
    """

    number: int
    key: str
    target: str
    cause: str
    asker: str
    people: tuple[str, ...]
    role: Role | None
    but: str | None
    choices: tuple[Offered, ...]
    filling: Filling | None
    rights: bool
    today: date
    language: str
    thread: str | None
    plain: str
    html: str
    heard_until: datetime | None
    """Until then the asker's next words in the room are taken as the answer."""
    until: datetime
    state: QuestionState
    chosen: str | None = None
    answered_by: str | None = None

    def open_at(self, now: datetime) -> bool:
        """Whether an answer still counts."""
        return self.state is QuestionState.OPEN and now < self.until

    def answerable_at(self, now: datetime) -> bool:
        """Whether an answer that names this question counts; a parked one waits for such."""
        return self.state in WAITING and now < self.until

    def may_answer(self, person: Person) -> bool:
        """Whether it is for them to answer."""
        if person.user_id == self.but:
            return False
        if person.user_id in self.people:
            return True
        return self.role is not None and person.may(self.role)

    def reacted(self, emoji: str) -> Offered | None:
        """The choice that a reaction means; skin tones and emoji style do not matter."""
        wanted = bare(emoji)
        return next((one for one in self.choices if bare(one.emoji) == wanted), None)

    def typed(self, text: str, *, replied: bool = False, addressed: bool = False) -> Offered | None:
        """The choice that a word, its label or its number means; a reply may say less.

        In a form, `#12` is what bears that number, not the choice at that place.
        """
        said = folded(text)
        if not said:
            return None
        if said.startswith("#") and self.filling and self.filling.missing:
            return next((one for one in self.choices if one.word.lstrip("#") == said[1:]), None)
        for place, one in enumerate(self.choices, start=1):
            words = (*WORDS.get(one.word, ()), folded(one.label))
            words += IN_REPLY.get(one.word, ()) if replied else ()
            if said in words or (
                said.removeprefix("#") == str(place) and self._counts(replied or addressed)
            ):
                return one
        return self.reacted(text)

    def again(self) -> Ask:
        """The same question, to be put once more to the same people."""
        choices = tuple(Choice(c.word, c.label, c.emoji, c.line, c.sure) for c in self.choices)
        return Ask(
            choices=choices,
            people=self.people,
            role=self.role,
            but=self.but,
            rights=self.rights,
            filling=self.filling,
            plain=self.filling is not None,
            today=self.today,
        )

    def _counts(self, clear: bool) -> bool:
        """Whether a number means a choice; in a form's free field it is the answer.

        A stray number in a direct chat must not decide what is shown without numbers.
        """
        return self.choices[0].emoji in DIGITS or (clear and self.filling is None)
