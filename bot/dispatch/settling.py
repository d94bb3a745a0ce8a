"""Brings one stored message to its one outcome, and stores it together with its answer."""

import asyncio
from collections.abc import Sequence

from bot.dispatch.handling import Handling, Prepared, refused
from bot.dispatch.wording import Wording
from bot.domain.errors import Refusal
from bot.domain.journal import InboxRow, InboxState, OutboxRow, Outgoing, Priority
from bot.domain.message import Reply, Text
from bot.domain.signals import Signal
from bot.services.ports import Carrier
from bot.storage import inbox, outbox
from bot.storage.database import Database, StorageFault, Transaction


class _Withdrawn(Exception):  # noqa: N818 -- rolls the work back
    """The message was taken back or settled while we worked on it."""


class _Edited(Exception):  # noqa: N818 -- rolls the work back
    """The message's text was changed while we worked on it."""


class Settling:
    """Everything between an inbox row and its outcome."""

    def __init__(
        self, database: Database, handling: Handling, wording: Wording, carrier: Carrier
    ) -> None:
        self._database = database
        self._handling = handling
        self._wording = wording
        self._carrier = carrier

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
                await self._carry_what_is_stored(row)
                return ()
            try:
                return await self._once(current)
            except _Edited:
                fresh = False

    async def _carry_what_is_stored(self, row: InboxRow) -> None:
        rows = await self._database.read(lambda tx: outbox.by_cause(tx, row.event_id))
        self._carrier.carry([stored for stored in rows if stored.open])

    async def _once(self, row: InboxRow) -> Sequence[Signal]:
        try:
            return (await self._answer(row)).signals
        except (_Edited, StorageFault):
            raise
        except _Withdrawn:
            return ()
        except Refusal as refusal:
            reply = refused(refusal)
            await self._close(row, reply, outcome=type(refusal).__name__)
        except Exception as fault:  # noqa: BLE001 -- a poison message must not stop its room
            reply = self._handling.failed(row.message, fault)
            await self._close(row, reply, state=InboxState.FAILED, outcome=type(fault).__name__)
        return ()

    async def _answer(self, row: InboxRow) -> Reply:
        if row.message.replaces and await self._was_command(row.message.replaces):
            hint = Reply(Text("edited-too-late"))
            await self._close(row, hint, outcome="edit")
            return hint
        # Only what can be broken off has a limit: a write that was begun may be stored.
        async with asyncio.timeout(self._handling.rules.patience):
            prepared = await self._handling.prepare(row.message)
            reply = await prepared.ask() if prepared.command.query else None
        if reply is None:
            return await self._act(row, prepared)
        await self._close(row, reply, outcome=prepared.command.text_id, prepared=prepared)
        return reply

    async def _was_command(self, event_id: str) -> bool:
        return await self._database.read(lambda tx: inbox.was_command(tx, event_id))

    async def _act(self, row: InboxRow, prepared: Prepared) -> Reply:
        appointing = self._handling.services.appointing

        def work(tx: Transaction) -> tuple[Reply, tuple[OutboxRow, ...]]:
            reply = prepared.act(tx, appointing.person_in(tx, prepared.context.person))
            words = self._wording.reply(reply, row.message, prepared.context.language)
            rows = self._store(tx, row, words, InboxState.DONE, prepared.command.text_id)
            return reply, rows

        reply, rows = await self._database.write(work)
        self._carrier.carry(rows)
        return reply

    async def _close(
        self,
        row: InboxRow,
        reply: Reply,
        *,
        state: InboxState = InboxState.DONE,
        outcome: str,
        prepared: Prepared | None = None,
    ) -> None:
        language = prepared.context.language if prepared else self._handling.language(row.message)
        words = self._wording.reply(reply, row.message, language)
        try:
            rows = await self._database.write(
                lambda tx: self._store(tx, row, words, state, outcome)
            )
        except _Withdrawn:
            return
        self._carrier.carry(rows)

    def _store(
        self,
        tx: Transaction,
        row: InboxRow,
        words: Sequence[Outgoing],
        state: InboxState,
        outcome: str,
    ) -> tuple[OutboxRow, ...]:
        now = self._handling.now()
        if not inbox.finish(tx, row, state, now, outcome):
            raise _Edited if inbox.waiting(tx, row.seq) else _Withdrawn
        leaving = {
            word.key
            for word in words
            if word.target == row.room_id and self._carrier.is_free(word.target, Priority.ANSWER)
        }
        return outbox.add(tx, words, now, leaving=leaving, device=self._carrier.device)
