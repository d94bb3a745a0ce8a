"""One bot per account where several machines share a PostgreSQL: who holds the lock leads.

The lock lives as long as its connection, and the server ends that when it hears nothing for the
span of a lease: a machine that is gone, and a process that stands still, keep nobody waiting. Who
loses the lock may not know it yet. So each leader raises a number in the database, and a write that
comes with an earlier one is refused there; and once its lease may be over, nothing leaves it.
"""

import asyncio
import logging
import os
import socket
import time
from collections.abc import Callable
from typing import Any

from sqlalchemy import bindparam, text
from sqlalchemy.exc import DBAPIError
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine, create_async_engine
from sqlalchemy.pool import NullPool

from bot.storage import markers
from bot.storage.database import Transaction
from bot.storage.lock import AlreadyRunning
from bot.storage.postgres import LEADER, PATIENCE
from bot.storage.units import Overtaken

log = logging.getLogger(__name__)

# Seconds. A leader that lives finds out before its lease is over: a beat, and no answer to the next.
_BEAT, _SILENCE, _LEASE, _LOOK = 5.0, 5.0, 15.0, 0.25
# Only Linux has a clock that nobody sets and that goes on while the machine sleeps.
_CLOCK = getattr(time, "CLOCK_BOOTTIME", time.CLOCK_MONOTONIC)
_KEY = "hashtextextended(:account, 0)"
_TAKE = text(f"SELECT pg_try_advisory_lock({_KEY})")
_HOLDER = text(
    "SELECT application_name FROM pg_locks JOIN pg_stat_activity USING (pid)"  # noqa: S608 -- constants
    " WHERE locktype = 'advisory' AND granted"
    f" AND (classid::bigint << 32 | objid::bigint) = {_KEY}"
).bindparams(bindparam("account"))


class Leadership:
    """Held from `take` until `release`, or until its connection is lost."""

    def __init__(self, url: str, account: str, *, beat: float = _BEAT) -> None:
        """`beat`: seconds between two looks whether the connection lives."""
        self._account = account
        self._beat = beat
        self._engine: AsyncEngine = create_async_engine(
            url,
            poolclass=NullPool,
            isolation_level="AUTOCOMMIT",
            hide_parameters=True,
            connect_args={
                "timeout": PATIENCE,
                "server_settings": {
                    "application_name": _name(),
                    "idle_session_timeout": f"{_LEASE}s",
                },
            },
        )
        self._connection: AsyncConnection | None = None
        self._watching: asyncio.Task[None] | None = None
        self._lost: asyncio.Future[Overtaken] | None = None
        self._heard = 0.0

    async def take(self, *, wait: bool) -> None:
        """Take the lock, or `wait` until whoever holds it lets go.

        Raises:
            AlreadyRunning: another one holds it, and we do not wait.
        """
        connection = self._connection = await self._engine.connect()
        if not await self._taken(connection):
            holder = str(
                await connection.scalar(_HOLDER, {"account": self._account}) or "elsewhere"
            )
            if not wait:
                raise AlreadyRunning(holder)
            log.info("another bot leads (%s): waiting until it ends", holder)
            while not await self._taken(connection):  # noqa: ASYNC110 -- a lock tells nobody
                await asyncio.sleep(_LOOK)
        self._lost = asyncio.get_running_loop().create_future()
        self._watching = asyncio.create_task(self._watch(connection, self._lost), name="leading")

    def holds(self) -> bool:
        """Whether nobody else can lead at this moment."""
        return self._lost is not None and not self._lost.done() and _now() < self._heard + _LEASE

    def watch(self, lost: Callable[[Exception], None]) -> None:
        """Tell as soon as the lock is lost."""
        if self._lost is not None:
            self._lost.add_done_callback(lambda why: lost(why.result()))

    async def release(self) -> None:
        """Let another one lead, at once."""
        if self._watching is not None:
            self._watching.cancel()
            await asyncio.wait([self._watching])
        if self._connection is not None:
            await self._connection.close()
        await self._engine.dispose()

    async def _taken(self, connection: AsyncConnection) -> bool:
        asked = _now()
        taken = bool(await connection.scalar(_TAKE, {"account": self._account}))
        self._heard = asked
        return taken

    async def _watch(self, connection: AsyncConnection, lost: asyncio.Future[Overtaken]) -> None:
        raw: Any = (await connection.get_raw_connection()).driver_connection
        try:
            while True:
                await asyncio.sleep(self._beat)
                asked = _now()
                async with asyncio.timeout(_SILENCE):
                    await connection.execute(text("SELECT 1"))
                self._heard = asked
        except (DBAPIError, OSError, TimeoutError):
            # It may never answer, not even to a farewell.
            raw.terminate()
            lost.set_result(Overtaken("the lock in the database is lost; another bot may lead now"))


def raise_number(tx: Transaction) -> str:
    """From now on only writes that come with this number count."""
    number = str(int(markers.get(tx, LEADER) or "0") + 1)
    markers.put(tx, LEADER, number)
    return number


def _now() -> float:
    return time.clock_gettime(_CLOCK)


def _name() -> str:
    """What the others read about us, as far as PostgreSQL keeps it."""
    return f"pid {os.getpid()} on {socket.gethostname()}"[:63]
