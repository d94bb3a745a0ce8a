"""Edits: what a message did is taken back and done anew, as far as that is safe."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from bot.dispatch.declaring.context import Context
from bot.dispatch.turns.choosing import with_changes
from bot.dispatch.turns.several import Several
from bot.dispatch.turns.turn import Run, Turn
from bot.dispatch.turns.undoing import changes_of, crossed_out, is_own, take_questions_back, undo
from bot.domain.dialogue.act import Act
from bot.domain.dialogue.message import Reply, Text
from bot.domain.errors import Refusal
from bot.storage import acts, heard
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
        _remind(self.again, done)
        reply = self.again.decide(tx)
        if undone and reply.ask:
            changes = (*crossed_out(done, undone), *changes)
        signals = tuple(signal for one in undone for signal in one.signals)
        posts = tuple(post for one in undone for post in one.posts)
        corrected = (Text("edited-done"),) if undone and not reply.ask else ()
        whole = reply.having(
            blocks=(*corrected, *reply.blocks),
            posts=(*posts, *reply.posts),
            signals=(*signals, *reply.signals),
        )
        return with_changes(whole, (*changes_of(undone), *changes), *closed)


def _remind(turn: Turn | Refusal, undone: Sequence[Act]) -> None:
    """Tell a command what it did before, so that it need not take a new number for it."""
    if isinstance(turn, Several):
        for one in turn.turns:
            _remind(one, undone)
    if isinstance(turn, Run):
        mine = (act for act in undone if (act.path, act.place) == (turn.command.path, turn.place))
        turn.context = replace(turn.context, former=next((act.memory for act in mine), None))
