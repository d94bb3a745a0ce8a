"""Questions that wait for an answer: by reaction, or by a typed word, number or reply."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime
from enum import StrEnum

from bot.domain.dialogue.ask import Ask, Choice, Filling, is_light
from bot.domain.dialogue.option import DIGITS, IN_REPLY, WORDS, bare, folded
from bot.domain.dialogue.people import Person, Role

_TELLING = 4  # letters


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
    """The word of the choice; of one that decides nothing, all that were taken so far."""
    answered_by: str | None = None

    @property
    def is_light(self) -> bool:
        """Whether no answer decides anything."""
        return is_light(self.choices)

    def is_used(self, offered: Offered | None) -> bool:
        """Whether the choice was taken before, while others are still to be had."""
        taken = (self.chosen or "").split() if self.is_light else ()
        return offered is not None and offered.word in taken

    def with_answer(self, offered: Offered | None, by: str) -> Question:
        """The question after that answer: over, unless more that decides nothing is to be had."""
        word = offered.word if offered else ""
        if not self.is_light:
            return replace(self, state=QuestionState.ANSWERED, chosen=word, answered_by=by)
        taken = f"{self.chosen or ''} {word}".strip()
        over = set(taken.split()) >= {one.word for one in self.choices}
        state = QuestionState.ANSWERED if over else self.state
        return replace(self, state=state, chosen=taken, answered_by=by)

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
        return self._begun(said) or self.reacted(text)

    def _begun(self, said: str) -> Offered | None:
        """The only numbered choice whose words begin so: nobody types all of them."""
        if len(said) < _TELLING or not self.choices or self.choices[0].emoji not in DIGITS:
            return None
        found = [one for one in self.choices if folded(one.label).startswith(said)]
        return found[0] if len(found) == 1 else None

    def word_for(self, offered: Offered) -> str:
        """What to type, addressed to the bot, for one of the choices."""
        if offered.word in WORDS:
            return folded(offered.label)
        return str(self.choices.index(offered) + 1)

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
