"""Puts a question: its message says how to answer, its choices are one tap away."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from bot.domain.community.room import Room
from bot.domain.dialogue.ask import Ask, Choice
from bot.domain.dialogue.message import Block, Text
from bot.domain.dialogue.option import DIGITS
from bot.domain.dialogue.question import Offered, Question, QuestionState
from bot.domain.journal import Effect, Outgoing, Priority
from bot.text import Catalogue
from bot.text.relations import reaction

_HEARD = timedelta(minutes=5)


@dataclass(frozen=True, slots=True, kw_only=True)
class Moment:
    """When something is said: UTC, and the local day."""

    now: datetime
    today: date


def hint(ask: Ask, room: Room | None, *, direct: bool) -> tuple[Block, ...]:
    """How to answer; a form's free words need no explanation."""
    if not ask.choices:
        return ()
    typed = ask.rights and room is not None and room.encrypted
    how = "typed" if typed else "direct" if direct else "room"
    if ask.choices[0].emoji in DIGITS:
        return (Text("ask-number", how=how),)
    offered = tuple(Text("ask-choice", emoji=one.emoji, label=one.label) for one in ask.choices)
    if len(offered) == 1 or ask.is_light:
        return (Text("ask-light", choices=offered),)
    second = (Text("ask-second"),) if ask.but else ()
    return (*second, Text("ask-hint", choices=offered, how=how))


def question(
    ask: Ask, blocks: Sequence[Block], row: Outgoing, catalogue: Catalogue, moment: Moment
) -> Question:
    """The question that the row puts, before it has a number."""
    said = catalogue.body(blocks)
    return Question(
        number=0,
        key=row.key,
        target=row.target,
        cause=row.cause,
        asker="",
        people=ask.people,
        role=ask.role,
        but=ask.but,
        choices=tuple(
            Offered(c.word, _label(c, catalogue), c.emoji, c.line, c.sure) for c in ask.choices
        ),
        filling=ask.filling,
        rights=ask.rights,
        today=ask.today or moment.today,
        language="de",
        thread=None,
        plain=said.plain,
        html=said.html,
        heard_until=moment.now + _HEARD if ask.plain else None,
        until=moment.now + ask.lasts,
        state=QuestionState.OPEN,
    )


def _label(choice: Choice, catalogue: Catalogue) -> str:
    return choice.label if isinstance(choice.label, str) else catalogue.line(choice.label)


def seeds(put: Question, not_before: datetime | None = None) -> list[Outgoing]:
    """Reactions of our own, so that one tap is enough."""
    return [
        Outgoing(
            key=seed_key(put.key, place),
            target=put.target,
            cause=put.cause,
            content=reaction(choice.emoji),
            effect=Effect.REACT,
            priority=Priority.TRIMMING,
            after=put.key,
            not_before=not_before,
        )
        for place, choice in enumerate(put.choices)
    ]


def seed_key(key: str, place: int) -> str:
    """The key of the reaction that offers the choice at that place."""
    return f"{key}-c{place + 1}"
