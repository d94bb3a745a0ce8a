"""Several commands in one message: done one after the other, answered together."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from bot.dispatch.turns.turn import Turn
from bot.domain.dialogue.message import Block, Reply, Text
from bot.domain.errors import Refusal
from bot.storage.database import Transaction
from bot.storage.savepoint import whole

MOST = 5


@dataclass(slots=True, kw_only=True)
class Several:
    """Each is done or refused by itself; only the first question among them is asked.

    One that decides nothing, such as whether to go on with a list, gives way to one that does.
    """

    turns: Sequence[Turn | Refusal]
    language: str
    refused: Callable[[Refusal], Reply]
    outcome: str = "several"
    edits: str | None = None
    cause: str | None = None

    async def look(self) -> None:
        self.turns = [await self._looked(turn) for turn in self.turns]

    @staticmethod
    async def _looked(turn: Turn | Refusal) -> Turn | Refusal:
        if isinstance(turn, Refusal):
            return turn
        try:
            await turn.look()
        except Refusal as refusal:
            return refusal
        return turn

    def decide(self, tx: Transaction) -> Reply:
        replies = [self._one(tx, turn) for turn in self.turns]
        asks = sorted((reply.ask for reply in replies if reply.ask), key=lambda ask: ask.is_light)
        blocks: list[Block] = []
        for reply in replies:
            if reply.ask and reply.ask is not asks[0] and not reply.ask.is_light:
                blocks.append(Text("several-later"))
            else:
                blocks += reply.blocks
        return Reply(
            *blocks,
            posts=tuple(
                replace(post, name=f"{place}-{post.name}")
                for place, reply in enumerate(replies)
                for post in reply.posts
            ),
            signals=tuple(signal for reply in replies for signal in reply.signals),
            ask=asks[0] if asks else None,
            file=next((reply.file for reply in replies if reply.file), None),
            changes=tuple(change for reply in replies for change in reply.changes),
        )

    def _one(self, tx: Transaction, turn: Turn | Refusal) -> Reply:
        if isinstance(turn, Refusal):
            return self.refused(turn)
        try:
            return whole(tx, turn.decide)
        except Refusal as refusal:
            return self.refused(refusal)
