"""Deletions: what a message did is taken back, as far as that is safe."""

from collections.abc import Container, Sequence
from dataclasses import dataclass

from bot.dispatch.declaring.context import Context
from bot.dispatch.turns.choosing import with_changes
from bot.dispatch.turns.undoing import changes_of, crossed_out, is_own, take_questions_back, undo
from bot.domain.dialogue.act import Act
from bot.domain.dialogue.message import Remove, Reply, Text
from bot.domain.dialogue.people import Role
from bot.domain.journal import Effect
from bot.storage import acts, heard, outbox, questions
from bot.storage.database import Transaction


@dataclass(slots=True, kw_only=True)
class Withdraw:
    """A deleted message, one that was edited into ordinary talk, or a reaction taken away."""

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
        reply = self._acts(tx, {question.key for question in closed if not question.is_light})
        gone = {change.key for change in reply.changes if isinstance(change, Remove)}
        kept = (one for one in changes if isinstance(one, Remove) or one.key not in gone)
        return with_changes(reply, tuple(kept), *closed)

    @property
    def _is_edit(self) -> bool:
        """Whether the message is still there: what only was said about it stays, too."""
        return self.context.message.replaces is not None

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
            return Reply() if self._is_edit else self._tidied(tx, asked)
        if not all(act.undoable(self.context.now) for act in done):
            return Reply(Text("withdrawn-too-late"))
        if not self._is_edit and self._may_be_forged(done):
            return Reply(Text("withdrawn-type-it"))
        undone = [undo(tx, self.context, act) for act in done]
        return Reply(
            posts=tuple(post for one in undone for post in one.posts),
            signals=tuple(signal for one in undone for signal in one.signals),
            changes=(*changes_of(undone), *crossed_out(done, undone)),
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
        answer = outbox.answer(tx, self.original)
        if answer is None or answer.target != self.context.message.room_id:
            return Reply()
        if answer.effect is not Effect.SEND or answer.key in asked:
            return Reply()
        if questions.is_waiting(tx, answer.key):
            return Reply()
        if acts.by_answer(tx, answer.key) is not None:
            return self._reaction(tx)
        return Reply(changes=(Remove(answer.key),))
