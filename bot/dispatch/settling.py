"""Brings one stored message to its one outcome, and stores it together with its answer."""

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass

from bot.dispatch.hearing.handling import Handling, refused
from bot.dispatch.saying.asked import Moment
from bot.dispatch.saying.wording import Wording
from bot.dispatch.turns.forming import asking_for
from bot.dispatch.turns.making import Turns
from bot.dispatch.turns.turn import Say, Turn
from bot.domain.dialogue.message import Message, Proof, Reply, Text
from bot.domain.dialogue.signals import EVERYTHING, QuestionChanged, Signal
from bot.domain.errors import Missing, Refusal
from bot.domain.journal import (
    Effect,
    InboxRow,
    InboxState,
    OutboxRow,
    OutboxState,
    Outgoing,
    Priority,
)
from bot.services.ports import Attention, Carrier
from bot.storage import acts, heard, inbox, outbox, questions
from bot.storage.database import Database, StorageFault, Transaction

_THERE = (OutboxState.NEW, OutboxState.SENDING, OutboxState.SENT)


class _Withdrawn(Exception):  # noqa: N818 -- rolls the work back
    """The message was taken back or settled while we worked on it."""


class _Edited(Exception):  # noqa: N818 -- rolls the work back
    """The message's text was changed while we worked on it."""


@dataclass(frozen=True, slots=True)
class _Settled:
    """What is stored: rows to carry, and what changed."""

    rows: tuple[OutboxRow, ...]
    signals: tuple[Signal, ...]


class Settling:
    """Everything between an inbox row and its outcome."""

    def __init__(
        self,
        database: Database,
        handling: Handling,
        wording: Wording,
        carrier: Carrier,
        attention: Attention,
    ) -> None:
        self._database = database
        self._handling = handling
        self._turns = Turns(handling)
        self._wording = wording
        self._carrier = carrier
        self._attention = attention
        self.stuck: str | None = None
        """The event at which an earlier run stood still: it is only answered."""

    async def settle(self, row: InboxRow, *, fresh: bool) -> Sequence[Signal]:
        """Store the outcome; returns what changed by it.

        A row that is not `fresh` is read anew first: its sender may have edited or withdrawn it,
        or a commit of unknown end may have settled it.

        Raises:
            StorageFault: the database failed; try again.
        """
        while True:
            current = (
                row if fresh else await self._database.read(lambda tx: inbox.waiting(tx, row.seq))
            )
            if current is None:
                return await self._carry_what_is_stored(row)
            try:
                async with self._attention.working(row.room_id):
                    return await self._once(current)
            except _Edited:
                fresh = False

    async def _carry_what_is_stored(self, row: InboxRow) -> Sequence[Signal]:
        """The message was withdrawn, or settled by a commit of which we did not hear."""
        rows = await self._database.read(lambda tx: outbox.by_cause(tx, row.event_id))
        self._carrier.carry([stored for stored in rows if stored.open])
        if not rows:
            return ()
        await self._handling.services.asking.refresh(self._handling.now())
        return EVERYTHING

    async def _once(self, row: InboxRow) -> Sequence[Signal]:
        message = row.message
        edits = await self._answer_to(message)
        try:
            # Only what can be broken off has a limit: a write that was begun may be stored.
            async with asyncio.timeout(self._handling.rules.patience):
                turn = await self._turn(row, edits)
            return await self._write_or_ask(row, turn)
        except (_Edited, StorageFault):
            raise
        except _Withdrawn:
            return ()
        except Refusal as refusal:
            reply = refused(refusal)
            if edits and await self._counts(edits):
                reply, edits = Reply(*reply.blocks, Text("edited-stays")), None
            said, state = self._said(row, reply, refusal, edits), InboxState.DONE
        except Exception as fault:  # noqa: BLE001 -- a poison message must not stop its room
            reply = self._handling.failed(message, fault)
            said, state = self._said(row, reply, fault, None), InboxState.FAILED
        try:
            return await self._write(row, said, state)
        except _Withdrawn:
            return ()

    async def _turn(self, row: InboxRow, edits: str | None) -> Turn:
        """The turn, ready to decide; what only looking finds missing is asked for."""
        if row.event_id == self.stuck:
            raise TimeoutError
        turn = await self._turns.of(row.message, edits)
        try:
            await turn.look()
        except Missing as missing:
            return asking_for(turn, missing)
        return turn

    def _said(self, row: InboxRow, reply: Reply, fault: Exception, edits: str | None) -> Say:
        language = self._handling.language(row.message)
        return Say(language=language, reply=reply, outcome=type(fault).__name__, edits=edits)

    async def _answer_to(self, message: Message) -> str | None:
        """The key of our answer to a message that was edited, if it can take the new one.

        Who edits in clear in an encrypted room may be anybody: what was answered there stays.
        """
        original = message.replaces
        if original is None or message.proof is Proof.NONE:
            return None

        def work(tx: Transaction) -> str | None:
            said = outbox.answer(tx, original)
            if said is None or said.state not in _THERE or said.target != message.room_id:
                return None
            own = said.effect is Effect.SEND and heard.is_of(tx, original, message.sender)
            return said.key if own else None

        return await self._database.read(work)

    async def _counts(self, key: str) -> bool:
        """Whether our message of that key told of something that still counts."""
        act = await self._database.read(lambda tx: acts.by_answer(tx, key))
        return act is not None and not act.undone

    async def _write_or_ask(self, row: InboxRow, turn: Turn) -> Sequence[Signal]:
        """Store the turn; what only the transaction finds missing is asked for."""
        try:
            return await self._write(row, turn, InboxState.DONE)
        except Missing as missing:
            return await self._write(row, asking_for(turn, missing), InboxState.DONE)

    async def _write(self, row: InboxRow, turn: Turn, state: InboxState) -> Sequence[Signal]:
        settled = await self._database.write(lambda tx: self._settle(tx, row, turn, state))
        self._carrier.carry(settled.rows, row.message.sender)
        return settled.signals

    def _settle(self, tx: Transaction, row: InboxRow, turn: Turn, state: InboxState) -> _Settled:
        reply = turn.decide(tx)
        now = self._handling.now()
        if not inbox.finish(tx, row, state, now, turn.outcome):
            raise _Edited if inbox.waiting(tx, row.seq) else _Withdrawn
        moment = Moment(now=now, today=self._handling.today().date())
        words = self._wording.reply(
            reply, row.message, turn.language, moment, edits=turn.edits, cause=turn.cause
        )
        asked = [questions.add(tx, one, now) for one in words.questions]
        changes = self._changes(tx, reply, row, turn.language)
        rows = (*words.rows, *changes)
        leaving = {
            word.key
            for word in words.rows
            if word.target == row.room_id
            and word.after is None
            and self._carrier.is_free(word.target, Priority.ANSWER)
        }
        stored = outbox.add(tx, rows, now, leaving=leaving, device=self._carrier.device)
        return _Settled(stored, (*reply.signals, *(QuestionChanged(one) for one in asked)))

    def _changes(
        self, tx: Transaction, reply: Reply, row: InboxRow, language: str
    ) -> list[Outgoing]:
        """What becomes of earlier messages of ours, as far as they are there."""
        rows = []
        for change in reply.changes:
            said = outbox.by_key(tx, change.key)
            if said is not None and said.state in _THERE:
                here = said.target == row.room_id
                spoken = language if here else self._wording.hosting.language(said.target)
                rows.append(self._wording.change(change, said, row.event_id, spoken))
        return rows
