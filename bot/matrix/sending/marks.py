"""Notes in the outbox how far each row is; what happens in the same moment is noted together."""

from __future__ import annotations

import asyncio
import logging
import threading
from collections.abc import Callable, Coroutine
from datetime import datetime

from bot.storage import outbox, stale
from bot.storage.database import Database, Transaction

log = logging.getLogger(__name__)


class Marks:
    """`sending` is durable before the request leaves; `sent` rides in the next commit."""

    def __init__(self, database: Database, now: Callable[[], datetime]) -> None:
        self._database = database
        self._now = now
        self._leaving: list[int] = []
        self._noted: asyncio.Future[None] | None = None
        # Filled in the loop, emptied in the writer's thread.
        self._lock = threading.Lock()
        self._arrived: list[tuple[int, str]] = []
        self._noting = False
        self._tasks: set[asyncio.Task[None]] = set()

    async def sending(self, row: int, device: str) -> None:
        """Wait until it is durable that this row may reach the homeserver from now on."""
        self._leaving.append(row)
        if self._noted is None:
            self._noted = asyncio.get_running_loop().create_future()
            self._start(self._note_leaving(device, self._noted))
        await asyncio.shield(self._noted)

    async def put_back(self, row: int) -> None:
        """Store that this row has surely never reached the homeserver."""
        await self._database.write(lambda tx: stale.put_back(tx, row))

    def sent(self, row: int, event_id: str) -> None:
        """The homeserver has it. If this note gets lost, the row is found there at the start."""
        with self._lock:
            self._arrived.append((row, event_id))
            begun, self._noting = self._noting, True
        if not begun:
            self._start(self._note_arrived())

    async def close(self) -> None:
        """Wait for what is being noted, and try once more what could not be."""
        await self._quiet()
        if self._arrived:
            self._start(self._note_arrived())
            await self._quiet()

    async def _quiet(self) -> None:
        while self._tasks:
            await asyncio.gather(*self._tasks, return_exceptions=True)

    def _start(self, work: Coroutine[None, None, None]) -> None:
        task = asyncio.create_task(work)
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    async def _note_leaving(self, device: str, noted: asyncio.Future[None]) -> None:
        rows, self._leaving, self._noted = self._leaving, [], None
        now = self._now()
        try:
            await self._database.write(lambda tx: outbox.mark_sending(tx, rows, device, now))
        except asyncio.CancelledError:
            noted.cancel()
            raise
        except Exception as fault:  # noqa: BLE001 -- every waiting row must hear of it
            noted.set_exception(fault)
        else:
            noted.set_result(None)

    async def _note_arrived(self) -> None:
        taken: list[tuple[int, str]] = []

        def work(tx: Transaction) -> None:
            taken.extend(self._take_arrived())
            now = self._now()
            for row, event_id in taken:
                outbox.mark_sent(tx, row, event_id, now)

        try:
            await self._database.write(work, haste=False)
        except Exception:
            log.exception("cannot note what was sent")
            with self._lock:
                self._arrived[:0] = taken
                self._noting = False

    def _take_arrived(self) -> list[tuple[int, str]]:
        with self._lock:
            taken, self._arrived, self._noting = self._arrived, [], False
        return taken
