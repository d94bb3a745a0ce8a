"""A question gets its answer: the first valid one closes it, and everyone sees which it was."""

from dataclasses import dataclass, replace

from bot.dispatch.declaring.context import Context
from bot.dispatch.saying.asked import seed_key
from bot.dispatch.turns.turn import Turn
from bot.domain.dialogue.inline import Mention
from bot.domain.dialogue.message import MessageKind, Remove, Replace, Reply, Text, Worded
from bot.domain.dialogue.question import WAITING, Offered, Question, QuestionState
from bot.domain.dialogue.signals import QuestionChanged
from bot.storage import questions
from bot.storage.database import Transaction


@dataclass(slots=True, kw_only=True)
class Choose:
    """Closes a question and does what the choice stands for; `after` is None where that is all.

    `offered` is None if the answer was a form's words.
    """

    context: Context
    question: Question
    offered: Offered | None
    after: Turn | None
    edits: str | None = None

    @property
    def language(self) -> str:
        return self.context.language

    @property
    def outcome(self) -> str:
        return self.after.outcome if self.after else "answer"

    @property
    def cause(self) -> str | None:
        return self.question.cause

    async def look(self) -> None:
        if self.after:
            await self.after.look()

    def decide(self, tx: Transaction) -> Reply:
        closed = answered(tx, self.context, self.question, self.offered)
        if closed is None:
            return Reply(Text("asked-too-late"))
        reply = self.after.decide(tx) if self.after else self._nothing()
        return with_changes(reply, in_place(closed, self.offered, self.context), closed)

    def _nothing(self) -> Reply:
        """A reaction needs no answer besides the changed question."""
        if self.context.message.kind is MessageKind.REACTION:
            return Reply()
        return Reply(Text("asked-dropped"))


@dataclass(slots=True, kw_only=True)
class Park:
    """Puts a form aside until its asker comes back to it."""

    context: Context
    question: Question
    outcome: str = "parked"
    edits: str | None = None
    cause: str | None = None

    @property
    def language(self) -> str:
        return self.context.language

    async def look(self) -> None:
        """Nothing to read."""

    def decide(self, tx: Transaction) -> Reply:
        if not questions.park(tx, self.question, self.context.now):
            return Reply(Text("asked-too-late"))
        parked = replace(self.question, state=QuestionState.PARKED)
        return Reply(Text("form-parked"), signals=(QuestionChanged(parked),))


def answered(
    tx: Transaction, context: Context, question: Question, offered: Offered | None
) -> Question | None:
    """The question after this answer; None if another one was faster."""
    done = question.with_answer(offered, context.message.sender)
    return done if questions.answer(tx, question, done, context.now) else None


def in_place(
    question: Question, offered: Offered | None, context: Context
) -> tuple[Replace | Remove, ...]:
    """The question with its result, and without the reactions that offered choices."""
    seeds = tuple(
        Remove(seed_key(question.key, place))
        for place, one in enumerate(question.choices)
        if one == offered or question.state not in WAITING
    )
    if offered is None or question.is_light:
        return seeds
    said = Worded(question.plain, question.html)
    who = Mention(context.message.sender)
    result = Text("asked-answered", emoji=offered.emoji, choice=offered.label, who=who)
    return (Replace(question.key, (said, result)), *seeds)


def withdrawn(question: Question) -> tuple[Replace | Remove, ...]:
    """The question of a command that was deleted or changed."""
    seeds = tuple(Remove(seed_key(question.key, place)) for place in range(len(question.choices)))
    said = Worded(question.plain, question.html)
    return (Replace(question.key, (said, Text("asked-withdrawn"))), *seeds)


def with_changes(reply: Reply, changes: tuple[Replace | Remove, ...], *closed: Question) -> Reply:
    """The reply with more changes to earlier messages."""
    return reply.having(
        signals=(*reply.signals, *(QuestionChanged(question) for question in closed)),
        changes=(*reply.changes, *changes),
    )
