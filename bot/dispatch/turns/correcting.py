"""Edits and deletions: what a message did is corrected or taken back, as far as that is safe."""

from collections.abc import Container, Sequence
from dataclasses import dataclass, replace

from bot.dispatch.declaring.context import Context
from bot.dispatch.declaring.refusals import NotUndoable, lacking
from bot.dispatch.saying.asked import is_light
from bot.dispatch.turns.choosing import with_changes, withdrawn
from bot.dispatch.turns.turn import Turn
from bot.domain.dialogue.act import Act
from bot.domain.dialogue.message import Block, Remove, Replace, Reply, Text
from bot.domain.dialogue.people import Role
from bot.domain.dialogue.question import Question, QuestionState
from bot.domain.journal import Effect
from bot.storage import acts, heard, outbox, questions
from bot.storage.database import Transaction


@dataclass(slots=True, kw_only=True)
class Correct:
    """An edited command: its earlier effect goes, and it is done anew."""

    context: Context
    original: str
    """The event id of the message that was edited."""
    again: Turn
    edits: str | None = None

    @property
    def language(self) -> str:
        return self.again.language

    @property
    def outcome(self) -> str:
        return self.again.outcome

    @property
    def cause(self) -> str | None:
        return self.original

    async def look(self) -> None:
        await self.again.look()

    def decide(self, tx: Transaction) -> Reply:
        if not heard.is_of(tx, self.original, self.context.message.sender):
            self.edits = None
            return Reply()
        done = [act for act in acts.by_event(tx, self.original) if not act.undone]
        if not all(act.undoable(self.context.now) and is_own(act, self.context) for act in done):
            self.edits = None
            return Reply(Text("edited-too-late"))
        undone = [undo(tx, self.context, act) for act in done]
        closed, changes = take_questions_back(tx, self.context, self.original)
        reply = self.again.decide(tx)
        if undone and reply.ask:
            changes = (*_crossed_out(done, undone), *changes)
        signals = tuple(signal for one in undone for signal in one.signals)
        posts = tuple(post for one in undone for post in one.posts)
        corrected = (Text("edited-done"),) if undone and not reply.ask else ()
        whole = Reply(
            *corrected,
            *reply.blocks,
            posts=(*posts, *reply.posts),
            signals=(*signals, *reply.signals),
            ask=reply.ask,
            about=reply.about,
            memory=reply.memory,
            file=reply.file,
            changes=reply.changes,
        )
        return with_changes(whole, (*_changes(undone), *changes), *closed)


@dataclass(slots=True, kw_only=True)
class Withdraw:
    """A deleted message, or a reaction that was taken away."""

    context: Context
    original: str
    outcome: str = "withdrawn"
    edits: str | None = None
    cause: str | None = None

    @property
    def language(self) -> str:
        return self.context.language

    async def look(self) -> None:
        """Everything is looked up where it is decided."""

    def decide(self, tx: Transaction) -> Reply:
        if heard.was_reaction(tx, self.original):
            return self._reaction(tx)
        closed, changes = take_questions_back(tx, self.context, self.original)
        reply = self._acts(tx, {question.key for question in closed if not is_light(question)})
        gone = {change.key for change in reply.changes if isinstance(change, Remove)}
        kept = (one for one in changes if isinstance(one, Remove) or one.key not in gone)
        return with_changes(reply, tuple(kept), *closed)

    def _reaction(self, tx: Transaction) -> Reply:
        """The decision stands; if it can be taken back, the person is told how."""
        act = acts.by_answer(tx, f"r-{self.original}")
        if act and act.undoable(self.context.now) and is_own(act, self.context):
            return Reply(Text("reaction-withdrawn"))
        return Reply()

    def _acts(self, tx: Transaction, asked: Container[str]) -> Reply:
        done = [act for act in acts.by_event(tx, self.original) if not act.undone]
        done = [act for act in done if is_own(act, self.context)]
        if not done:
            return self._tidied(tx, asked)
        if not all(act.undoable(self.context.now) for act in done):
            return Reply(Text("withdrawn-too-late"))
        if self._may_be_forged(done):
            return Reply(Text("withdrawn-type-it"))
        undone = [undo(tx, self.context, act) for act in done]
        return Reply(
            posts=tuple(post for one in undone for post in one.posts),
            signals=tuple(signal for one in undone for signal in one.signals),
            changes=(*_changes(undone), *_crossed_out(done, undone)),
        )

    def _may_be_forged(self, done: Sequence[Act]) -> bool:
        """In an encrypted room a server could delete in somebody's name, and so use their rights."""
        room = self.context.services.hosting.room(self.context.message.room_id)
        if room is None or not room.encrypted:
            return False
        commands = {one.path: one for one in self.context.commands}
        found = (commands.get(act.path) for act in done)
        return any(command is None or command.permission > Role.MEMBER for command in found)

    def _tidied(self, tx: Transaction, asked: Container[str]) -> Reply:
        """The answer to what is no longer there goes too.

        A question that was `asked` says that it was withdrawn; what goes on, or counts, stays.
        """
        answer = outbox.by_key(tx, f"r-{self.original}")
        if answer is None or answer.target != self.context.message.room_id:
            return Reply()
        if answer.effect is not Effect.SEND or answer.key in asked:
            return Reply()
        if questions.is_waiting(tx, answer.key):
            return Reply()
        if acts.by_answer(tx, answer.key) is not None:
            return self._reaction(tx)
        return Reply(changes=(Remove(answer.key),))


def _crossed_out(done: Sequence[Act], undone: Sequence[Reply]) -> tuple[Replace, ...]:
    """What said that something was done says that it was taken back; each message once."""
    said: dict[str, list[Block]] = {}
    for act, reply in zip(done, undone, strict=True):
        said.setdefault(act.answer, [Text("withdrawn-done")]).extend(reply.blocks)
    return tuple(Replace(key, tuple(blocks)) for key, blocks in said.items())


def _changes(undone: Sequence[Reply]) -> tuple[Replace | Remove, ...]:
    """What taking steps back changes about other messages of ours."""
    return tuple(change for one in undone for change in one.changes)


def is_own(act: Act, context: Context) -> bool:
    """Whether the person who changes a message is the one whose act it led to."""
    return act.user_id == context.message.sender


def undo(tx: Transaction, context: Context, act: Act) -> Reply:
    """Take an act back by its command's own means.

    Raises:
        Refusal: it can no longer be.
    """
    command = next((one for one in context.commands if one.path == act.path), None)
    if command is None or command.undo is None or act.memory is None:
        raise NotUndoable(command=" ".join(act.path))
    person = context.services.appointing.person_in(tx, context.person)
    if not person.may(command.permission):
        raise lacking(person, command.permission, command.path)
    reply = command.undo(replace(context, path=act.path, person=person), tx, act.memory)
    acts.undo(tx, act)
    return reply


def take_questions_back(
    tx: Transaction, context: Context, original: str
) -> tuple[Sequence[Question], tuple[Replace | Remove, ...]]:
    """Close the questions that a message's command led to, if the person is its sender."""
    closed: list[Question] = []
    changes: list[Replace | Remove] = []
    for question in questions.of_cause(tx, original):
        if question.asker != context.message.sender:
            continue
        if questions.close(tx, question, QuestionState.WITHDRAWN, context.now):
            closed.append(replace(question, state=QuestionState.WITHDRAWN))
            changes += withdrawn(question)
    return closed, tuple(changes)
