"""PostgreSQL, for large installations: the same functions on the same connection interface."""

from collections.abc import Callable
from typing import TypeVar

from sqlalchemy import Connection
from sqlalchemy.exc import DBAPIError
from sqlalchemy.ext.asyncio import AsyncConnection, create_async_engine

T = TypeVar("T")


class Postgres:
    """The engine over `postgresql+asyncpg://…`."""

    def __init__(self, url: str) -> None:
        self._engine = create_async_engine(
            url, pool_size=4, pool_pre_ping=True, hide_parameters=True
        )
        self._writer: AsyncConnection | None = None

    async def open(self) -> None:
        self._writer = await self._engine.connect()

    async def close(self) -> None:
        if self._writer is not None:
            await self._writer.close()
            self._writer = None
        await self._engine.dispose()

    async def read(self, work: Callable[[Connection], T]) -> T:
        async with self._engine.connect() as connection, connection.begin():
            return await connection.run_sync(work)

    async def write(self, work: Callable[[Connection], T]) -> T:
        """Work on the one writing connection; one that was lost meanwhile is opened anew."""
        begun = False

        def watched(connection: Connection) -> T:
            nonlocal begun
            connection.exec_driver_sql("SELECT 1")
            begun = True
            return work(connection)

        try:
            return await self._write(watched)
        except DBAPIError:
            # Once the work has begun, only its caller knows whether it may be done again.
            if begun:
                raise
            return await self._write(work)

    async def _write(self, work: Callable[[Connection], T]) -> T:
        if self._writer is None or self._writer.invalidated or self._writer.closed:
            self._writer = await self._engine.connect()
        async with self._writer.begin():
            return await self._writer.run_sync(work)

    async def reshape(self, work: Callable[[Connection], T]) -> T:
        return await self.write(work)

    async def examine(self) -> None:
        """PostgreSQL looks after its files itself."""

    def final(self, fault: Exception) -> Exception | None:  # noqa: ARG002 -- it may always come back
        return None
