"""Takes stored messages room by room, in order, and stores each one's outcome with its answer."""

import asyncio
import logging
from collections import deque
from collections.abc import Awaitable, Callable, Mapping, Sequence

from bot.dispatch.handling import Handling, Prepared, refused
from bot.dispatch.wording import Wording
from bot.domain.errors import Refusal
from bot.domain.journal import InboxRow, InboxState, OutboxRow, Outgoing, Priority
from bot.domain.message import Reply, Text
from bot.domain.signals import Signal
from bot.services.ports import Carrier
from bot.storage import inbox, outbox
from bot.storage.database import Database, Transaction

log = logging.getLogger(__name__)

Listener = Callable[[Signal], Awaitable[None]]


class _Withdrawn(Exception):  # noqa: N818 -- rolls the work back
    """The message was taken back or handled while we worked on it."""


class Dispatcher:
    """One lane per room: its messages are handled one after the other, rooms side by side."""

    def __init__(
        self,
        database: Database,
        handling: Handling,
        wording: Wording,
        carrier: Carrier,
        listeners: Mapping[type[Signal], Listener],
    ) -> None:
        self._database = database
        self._handling = handling
        self._wording = wording
        self._carrier = carrier
        self._listeners = listeners
        self._lanes: dict[str, deque[InboxRow]] = {}
        self._tasks: set[asyncio.Task[None]] = set()

    async def resume(self) -> None:
        """Take up what an earlier run stored and did not finish."""
        self.take(await self._database.read(inbox.unfinished))

    def take(self, rows: Sequence[InboxRow]) -> None:
        """Handle rows that are durably stored."""
        for row in rows:
            lane = self._lanes.get(row.room_id)
            if lane is not None:
                lane.append(row)
                continue
            self._lanes[row.room_id] = deque([row])
            task = asyncio.create_task(self._work(row.room_id))
            self._tasks.add(task)
            task.add_done_callback(self._tasks.discard)

    async def drain(self, patience: float) -> None:
        """Wait for what is being handled, at most that many seconds; the rest waits stored."""
        if self._tasks:
            _, late = await asyncio.wait(self._tasks, timeout=patience)
            for task in late:
                task.cancel()
            await asyncio.gather(*late, return_exceptions=True)

    async def _work(self, room_id: str) -> None:
        lane = self._lanes[room_id]
        try:
            await self._handle(lane.popleft())
            while lane:
                await self._handle_later(lane.popleft().seq)
        finally:
            del self._lanes[room_id]

    async def _handle_later(self, seq: int) -> None:
        """Handle a row that had to wait, as its sender has left it."""
        row = await self._database.read(lambda tx: inbox.waiting(tx, seq))
        if row is not None:
            await self._handle(row)

    async def _handle(self, row: InboxRow) -> None:
        try:
            signals = await self._outcome(row)
        except Exception as fault:  # noqa: BLE001 -- a poison message must not stop its room
            await self._fail(row, fault)
        else:
            for signal in signals:
                await self._listeners[type(signal)](signal)

    async def _outcome(self, row: InboxRow) -> Sequence[Signal]:
        try:
            return (await self._answer(row)).signals
        except _Withdrawn:
            return ()
        except Refusal as refusal:
            await self._close(row, refused(refusal), outcome=type(refusal).__name__)
            return ()

    async def _fail(self, row: InboxRow, fault: Exception) -> None:
        reply = self._handling.failed(row.message, fault)
        try:
            await self._close(row, reply, state=InboxState.FAILED, outcome=type(fault).__name__)
        except Exception:  # it stays in the inbox and is taken up at the next start
            log.exception("cannot store the outcome event=%s", row.event_id)

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
        services = self._handling.services

        def work(tx: Transaction) -> tuple[Reply, tuple[OutboxRow, ...]]:
            person = services.appointing.person_in(tx, prepared.context.person)
            reply = prepared.act(tx, person)
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
        if not inbox.finish(tx, row.seq, state, now, outcome):
            raise _Withdrawn
        leaving = {
            word.key
            for word in words
            if word.target == row.room_id and self._carrier.is_free(word.target, Priority.ANSWER)
        }
        return outbox.add(tx, words, now, leaving=leaving, device=self._carrier.device)
