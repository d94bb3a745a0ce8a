"""PostgreSQL, for large installations: the same functions on the same connection interface."""

import weakref
from collections.abc import Callable
from typing import Any, TypeVar

from sqlalchemy import Connection, event, text
from sqlalchemy.engine.interfaces import DBAPIConnection
from sqlalchemy.exc import DBAPIError
from sqlalchemy.ext.asyncio import AsyncConnection, create_async_engine

from bot.storage.units import Overtaken

T = TypeVar("T")


LEADER = "leader"
"""The marker that holds the number of whoever leads."""
PATIENCE = 5.0
"""Seconds for a connection to be made."""
_IDLE = "10s"
"""How long a transaction may stand still: its locks would keep the next leader waiting."""

_LEADS = text("SELECT value FROM marker WHERE name = :name FOR SHARE")


class Postgres:
    """The engine over `postgresql+asyncpg://…`."""

    def __init__(self, url: str) -> None:
        self._engine = create_async_engine(
            url,
            pool_size=4,
            pool_pre_ping=True,
            hide_parameters=True,
            connect_args={
                "timeout": PATIENCE,
                "server_settings": {"idle_in_transaction_session_timeout": _IDLE},
            },
        )
        self._open = weakref.WeakSet[Any]()
        self._dropped = False
        event.listen(self._engine.sync_engine, "connect", self._connected)
        self._writer: AsyncConnection | None = None
        self._number: str | None = None

    def _connected(self, connection: DBAPIConnection, _: object) -> None:
        self._open.add(connection.driver_connection)

    async def open(self) -> None:
        self._writer = await self._connect()

    async def close(self) -> None:
        if self._writer is not None:
            await self._writer.close()
            self._writer = None
        await self._engine.dispose()

    async def read(self, work: Callable[[Connection], T]) -> T:
        async with self._connect() as connection, connection.begin():
            return await connection.run_sync(work)

    def fence(self, number: str) -> None:
        """From now on refuse to write when another one has raised the number."""
        self._number = number

    async def write(self, work: Callable[[Connection], T]) -> T:
        """Work on the one writing connection; one that was lost meanwhile is opened anew.

        Raises:
            Overtaken: another one leads.
        """
        begun = False

        def watched(connection: Connection) -> T:
            nonlocal begun
            self._look(connection)
            begun = True
            return work(connection)

        try:
            return await self._write(watched)
        except DBAPIError:
            # Once the work has begun, only its caller knows whether it may be done again.
            if begun:
                raise
            return await self._write(watched)

    def _look(self, connection: Connection) -> None:
        """Whether the connection lives, and we still lead; nobody takes the lead before the end."""
        if self._number is None:
            connection.exec_driver_sql("SELECT 1")
        elif connection.execute(_LEADS, {"name": LEADER}).scalar() != self._number:
            raise Overtaken("another bot has taken the lead")

    async def _write(self, work: Callable[[Connection], T]) -> T:
        if self._writer is None or self._writer.invalidated or self._writer.closed:
            self._writer = await self._connect()
        async with self._writer.begin():
            return await self._writer.run_sync(work)

    def _connect(self) -> AsyncConnection:
        if self._dropped:
            raise ConnectionAbortedError
        return self._engine.connect()

    def drop(self) -> None:
        """Wait for the server no more, which may never answer; nobody asks it again."""
        self._dropped = True
        for connection in self._open:
            connection.terminate()

    async def reshape(self, work: Callable[[Connection], T]) -> T:
        return await self.write(work)

    async def examine(self) -> None:
        """PostgreSQL looks after its files itself."""

    def final(self, fault: Exception) -> Exception | None:
        """A server may always come back; the lead does not."""
        return fault if isinstance(fault, Overtaken) else None
