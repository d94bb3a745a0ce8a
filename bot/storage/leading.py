"""One bot per account where several machines share a PostgreSQL: who holds the lock leads.

The lock lives as long as its connection. Who loses that may not know it yet; so each leader raises
a number in the database, and a write that comes with an earlier one is refused there.
"""

import asyncio
import os
import socket
from collections.abc import Callable

from sqlalchemy import bindparam, text
from sqlalchemy.exc import DBAPIError
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine, create_async_engine
from sqlalchemy.pool import NullPool

from bot.storage import markers
from bot.storage.database import Transaction
from bot.storage.lock import AlreadyRunning
from bot.storage.postgres import LEADER
from bot.storage.units import Overtaken

_BEAT, _SILENCE, _LOOK = 5.0, 5.0, 0.25  # seconds
# A machine that is gone does not end its connections: the server has to notice.
_KEEPALIVE = {
    "tcp_keepalives_idle": "5",
    "tcp_keepalives_interval": "5",
    "tcp_keepalives_count": "3",
}
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
            connect_args={"server_settings": {"application_name": _name(), **_KEEPALIVE}},
        )
        self._connection: AsyncConnection | None = None
        self._watching: asyncio.Task[None] | None = None

    async def take(self, *, wait: bool) -> None:
        """Take the lock, or `wait` until whoever holds it lets go.

        Raises:
            AlreadyRunning: another one holds it, and we do not wait.
        """
        connection = self._connection = await self._engine.connect()
        while not await connection.scalar(_TAKE, {"account": self._account}):
            if not wait:
                holder = await connection.scalar(_HOLDER, {"account": self._account})
                raise AlreadyRunning(str(holder or "elsewhere"))
            await asyncio.sleep(_LOOK)

    def watch(self, lost: Callable[[Exception], None]) -> None:
        """Tell as soon as the lock is lost."""
        self._watching = asyncio.create_task(self._watch(lost), name="leading")

    async def release(self) -> None:
        """Let another one lead, at once."""
        if self._watching is not None:
            self._watching.cancel()
            await asyncio.wait([self._watching])
        if self._connection is not None:
            await self._connection.close()
        await self._engine.dispose()

    async def _watch(self, lost: Callable[[Exception], None]) -> None:
        try:
            while True:
                await asyncio.sleep(self._beat)
                async with asyncio.timeout(_SILENCE):
                    await self._lives()
        except (DBAPIError, OSError, TimeoutError):
            lost(Overtaken("the lock in the database is lost; another bot may lead now"))

    async def _lives(self) -> None:
        if self._connection is not None:
            await self._connection.execute(text("SELECT 1"))


def raise_number(tx: Transaction) -> str:
    """From now on only writes that come with this number count."""
    number = str(int(markers.get(tx, LEADER) or "0") + 1)
    markers.put(tx, LEADER, number)
    return number


def _name() -> str:
    """What the others read about us, as far as PostgreSQL keeps it."""
    return f"pid {os.getpid()} on {socket.gethostname()}"[:63]
