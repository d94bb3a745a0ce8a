"""SQLite: one writing and one reading connection, each in its thread, a transaction in one hop."""

import sqlite3
from collections.abc import Awaitable, Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any, TypeVar, cast

import aiosqlite
from sqlalchemy import Connection, create_engine
from sqlalchemy.exc import DBAPIError
from sqlalchemy.pool import StaticPool

from bot.storage.driver import as_sqlalchemy, driver
from bot.storage.faults import Damaged, final, is_full, said_of

T = TypeVar("T")
_Connect = Callable[..., Awaitable[Any]]

# WAL with FULL: what is committed survives power loss. The other lines distrust a damaged file.
PRAGMAS = (
    "PRAGMA journal_mode = WAL",
    "PRAGMA synchronous = FULL",
    "PRAGMA foreign_keys = ON",
    "PRAGMA busy_timeout = 5000",
    "PRAGMA trusted_schema = OFF",
    "PRAGMA cell_size_check = ON",
    "PRAGMA journal_size_limit = 67108864",
)
APPLICATION_ID = 0x4C6F7473  # "Lots"


class NotOurDatabase(Exception):  # noqa: N818 -- says what is wrong
    """The file is a SQLite database of another program."""

    def __str__(self) -> str:
        return "the database is another program's; database.url or data_dir names the wrong file"


class _Thread:
    """A SQLAlchemy connection that lives in the thread of an aiosqlite one.

    SQLAlchemy's own aiosqlite dialect hops to that thread for every statement (1.7 ms a
    transaction); a whole function in one hop takes 0.8 ms.
    """

    def __init__(self, path: Path, begin: str, connect: _Connect) -> None:
        self._path = path
        self._connect = connect
        self._begin = begin
        self._aio: aiosqlite.Connection | None = None
        self._connection: Connection | None = None

    async def open(self) -> None:
        aio = await self._connect(self._path, isolation_level=None)
        self._aio = aio
        raw = aio._conn  # noqa: SLF001 -- see the class
        await self.hop(lambda: _recognise(raw))
        await aio.executescript(";".join(PRAGMAS))
        engine = create_engine(
            "sqlite://",
            creator=lambda: raw,
            poolclass=StaticPool,
            pool_reset_on_return=None,
            hide_parameters=True,
        )
        self._connection = await self.hop(engine.connect)

    async def hop(self, function: Callable[[], T]) -> T:
        if self._aio is None:
            raise RuntimeError("the database is not open")
        result: T = await self._aio._execute(function)  # type: ignore[no-untyped-call]  # noqa: SLF001 -- see the class
        return result

    async def run(self, work: Callable[[Connection], T]) -> T:
        def whole() -> T:
            connection = self._opened()
            with self._transaction(connection):
                return work(connection)

        return await self.hop(whole)

    async def reshape(self, work: Callable[[Connection], T]) -> T:
        """As `run`; what refers to a table outlives that table, as long as it fits the new one."""

        def whole() -> T:
            connection = self._opened()
            raw = cast("sqlite3.Connection", driver(connection))
            raw.execute("PRAGMA foreign_keys = OFF")
            try:
                with self._transaction(connection):
                    result = work(connection)
                    if raw.execute("PRAGMA foreign_key_check").fetchall():
                        raise sqlite3.IntegrityError("a row refers to nothing")
                    return result
            finally:
                raw.execute("PRAGMA foreign_keys = ON")

        return await self.hop(whole)

    @contextmanager
    def _transaction(self, connection: Connection) -> Iterator[None]:
        """Begun and ended by the driver: SQLAlchemy would take longer than a short work."""
        raw = cast("sqlite3.Connection", driver(connection))
        with as_sqlalchemy(connection):
            raw.execute(self._begin)
        try:
            yield
            connection.commit()
            with as_sqlalchemy(connection):
                raw.commit()
        except BaseException:
            connection.rollback()
            raw.rollback()
            raise

    def make_room(self) -> None:
        """Take over what the journal holds, so that its room serves again: it may have filled the disk."""
        raw = cast("sqlite3.Connection", driver(self._opened()))
        with suppress(sqlite3.Error):
            raw.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()

    def _opened(self) -> Connection:
        if self._connection is None:
            raise RuntimeError("the database is not open")
        return self._connection

    async def close(self) -> None:
        if self._aio is None:
            return
        if self._connection is not None:
            await self.hop(self._connection.close)
        aio, self._aio, self._connection = self._aio, None, None
        await aio.close()


class Sqlite:
    """The engine over one file; `path`'s folder must exist."""

    def __init__(self, path: Path, connect: _Connect = aiosqlite.connect) -> None:
        """`connect` makes a connection and its thread: one that fails on demand, for instance."""
        self.path = path
        self._writer = _Thread(path, "BEGIN IMMEDIATE", connect)
        self._reader = _Thread(path, "BEGIN", connect)

    async def open(self) -> None:
        """Open the file.

        Raises:
            NotOurDatabase: another program's; it is left as it was.
            DiskFault, OSError: it is damaged, read-only, out of space.
        """
        with said_of(self.path):
            await self._writer.open()
            await self._writer.run(_claim)
            await self._reader.open()

    async def examine(self) -> None:
        """Look through the whole file.

        Raises:
            Damaged: something in it is broken.
        """
        with said_of(self.path):
            found = await self._writer.run(_quick_check)
        if found != "ok":
            raise Damaged(self.path, found)

    def final(self, fault: Exception) -> Exception | None:
        return final(fault, self.path)

    def fence(self, number: str) -> None:
        """Needed by nobody: the folder's lock ends with the process."""

    async def close(self) -> None:
        """Let go of the file, which then holds everything by itself."""
        # Only the last to go empties the journal into the file; of two at once, neither may be it.
        await self._reader.close()
        await self._writer.close()

    async def read(self, work: Callable[[Connection], T]) -> T:
        return await self._reader.run(work)

    async def write(self, work: Callable[[Connection], T]) -> T:
        try:
            return await self._writer.run(work)
        except DBAPIError as fault:
            if is_full(fault):
                await self._writer.hop(self._writer.make_room)
            raise

    async def reshape(self, work: Callable[[Connection], T]) -> T:
        return await self._writer.reshape(work)


def _recognise(raw: sqlite3.Connection) -> None:
    """Before anything is written, even the journal's mode."""
    (owner,) = raw.execute("PRAGMA application_id").fetchone()
    (tables,) = raw.execute("SELECT count(*) FROM sqlite_master").fetchone()
    if owner != APPLICATION_ID and (owner, tables) != (0, 0):
        raise NotOurDatabase


def _claim(connection: Connection) -> None:
    connection.exec_driver_sql(f"PRAGMA application_id = {APPLICATION_ID}")


def _quick_check(connection: Connection) -> str:
    return str(connection.exec_driver_sql("PRAGMA quick_check(1)").scalar_one())
