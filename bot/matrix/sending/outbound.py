"""Carries the outbox to the homeserver: each lane in order, each row exactly once.

A row becomes `sending` in the database before its request leaves, and its key is the request's
transaction id; so whatever happens in between, it is known later whether it may have arrived.
"""

from __future__ import annotations

import asyncio
import logging
import math
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import datetime

from bot.domain.journal import OutboxRow, Priority
from bot.matrix.door.errors import POISON, Limited, Permanent, Temporary, Unauthorised, as_temporary
from bot.matrix.door.patience import finish
from bot.matrix.login.session import Session
from bot.matrix.said.trail import Trail
from bot.matrix.sending.burial import Burial
from bot.matrix.sending.delivery import Delivery
from bot.matrix.sending.lanes import Lane, Lanes, Load, NotNow
from bot.matrix.sending.marks import Marks
from bot.matrix.sending.pace import Pace
from bot.matrix.sending.refusals import Refusals
from bot.storage import outbox
from bot.storage.database import Database

log = logging.getLogger(__name__)


class Outbound:
    """The Carrier. Rows may be handed over at any time; they leave while it runs."""

    def __init__(
        self,
        database: Database,
        session: Session,
        delivery: Delivery,
        marks: Marks,
        trail: Trail,
        burial: Burial,
        *,
        refusals: Refusals,
        now: Callable[[], datetime],
    ) -> None:
        self._database = database
        self._session = session
        self.delivery = delivery
        self._marks = marks
        self._trail = trail
        self._burial = burial
        self._refusals = refusals
        self._now = now
        self.lanes = Lanes()
        self._pace = Pace()
        self._flying: set[asyncio.Task[None]] = set()
        self._timer: asyncio.TimerHandle | None = None
        self._open = False
        self._broken: asyncio.Future[None] | None = None

    @property
    def device(self) -> str:
        """The device that sends; transaction ids count for it alone."""
        return self._session.device_id

    def is_free(self, target: str, priority: Priority) -> bool:  # noqa: ARG002 -- any target
        """Whether a row would leave at once, so that it may do so with its own commit."""
        return len(self._flying) < self._pace.width and self.lanes.is_quiet(priority)

    def holds(self, key: str) -> bool:
        """Whether the row of that key was taken over and has not ended."""
        return self._trail.is_open(key)

    def hearten(self) -> None:
        """The homeserver answered somebody else: whoever waits for its return may try at once."""
        self._pace.heard()
        self._pump()

    def carry(self, rows: Sequence[OutboxRow], asker: str | None = None) -> None:
        """Take over rows that are durably stored; those taken over before stay as they are."""
        for row in rows:
            if self._trail.begin(row):
                self.lanes.add(Load.of(row, self._session.homeserver.backoff(), asker))
        self._pump()

    async def resume(self) -> None:
        """Take over all that earlier runs left, and what calm hours held back until now."""
        now = self._now()
        rows = await self._database.read(lambda tx: outbox.unfinished(tx, now))
        if self._session.renewed:
            # After a new login not even the same device's transaction ids are remembered.
            rows = tuple(replace(row, device_id=None) for row in rows)
        self.carry(rows)

    async def run(self) -> None:
        """Let rows leave, for ever.

        Raises:
            Unauthorised: the homeserver no longer knows us; the rows stay stored.
        """
        self._broken = asyncio.get_running_loop().create_future()
        left = await self._refusals.left()
        if left > 0:
            self._pace.hold(left)
        self._open = True
        self._pump()
        try:
            await self._broken
        finally:
            self._open = False

    async def close(self, patience: float) -> None:
        """Let what is under way end, at most that many seconds; the rest waits stored."""
        self._open = False
        if self._timer:
            self._timer.cancel()
        await finish(self._flying, patience)
        await self._marks.close()

    def _pump(self) -> None:
        while self._open and len(self._flying) < self._pace.width:
            wait = self._pace.wait()
            lane = None if wait > 0 else self.lanes.next()
            if lane is None:
                if self._timer:
                    self._timer.cancel()
                if 0 < wait < math.inf:
                    self._timer = asyncio.get_running_loop().call_later(wait, self._pump)
                return
            task = asyncio.create_task(self._carry_head(lane, self._pace.leave()))
            self._flying.add(task)
            task.add_done_callback(self._landed)

    def _landed(self, task: asyncio.Task[None]) -> None:
        self._flying.discard(task)
        self._pump()

    async def _carry_head(self, lane: Lane, left: float) -> None:
        load = lane.head
        try:
            event_id = await self.delivery.attempt(load, lambda: self._pace.closed_since(left))
        except NotNow as why:
            self.lanes.put_off(lane, why)
        except Limited as fault:
            await self._slow_down(lane, left, fault)
        except Temporary as fault:
            await self._failed(lane, left, fault)
        except Permanent as refused:
            await self._bury(lane, refused.errcode)
        except Unauthorised as fault:
            self.lanes.again(lane)
            self._open = False
            if self._broken and not self._broken.done():
                self._broken.set_exception(fault)
        except Exception as fault:
            # The database may be full or locked: the row stays as it is stored.
            log.exception("key=%s could not be sent", load.row.key)
            self.lanes.pause(lane, load.backoff.next(as_temporary(fault)), self._pump)
        else:
            self._arrived(lane, event_id, left)
        finally:
            self._pace.ended(left)

    def _arrived(self, lane: Lane, event_id: str, left: float) -> None:
        row = lane.head.row
        if lane.head.counted:
            self._pace.passed(left)
        self._pace.heard()
        self._burial.passed()
        self._trail.sent(row.key, event_id)
        self._marks.sent(row.seq, event_id)
        self.lanes.done(lane)

    async def _slow_down(self, lane: Lane, left: float, fault: Limited) -> None:
        self._pace.heard()
        load = lane.head
        if load.counted:
            self._pace.refused(left, fault.retry_after)
            self.lanes.again(lane)
            await self._refusals.keep(fault.retry_after)
        else:
            self.lanes.pause(lane, load.backoff.next(fault), self._pump)

    async def _failed(self, lane: Lane, left: float, fault: Temporary) -> None:
        load = lane.head
        if fault.nobody_there:
            self._pace.lost(left)
        if self._burial.is_poison(load, fault):
            await self._bury(lane, POISON)
            return
        pause = load.backoff.next(fault)
        log.warning("key=%s failed, next try in %.1f s: %s", load.row.key, pause, fault)
        self.lanes.pause(lane, pause, self._pump)

    async def _bury(self, lane: Lane, reason: str) -> None:
        load = lane.head
        try:
            told = await self._burial.bury(load.row, reason)
        except Exception:
            log.exception("key=%s cannot be noted as dead", load.row.key)
            self.lanes.pause(lane, load.backoff.next(), self._pump)
            return
        self._trail.dead(load.row.key)
        self.lanes.done(lane)
        self.carry(told)
