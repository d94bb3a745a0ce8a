"""The real SQLite engine, called in a fixed order by the loop itself, with a plug to pull at every statement."""

from __future__ import annotations

import asyncio
import sqlite3
from collections.abc import Awaitable, Callable, Generator, Iterable
from functools import partial
from pathlib import Path
from typing import Any, TypeVar

from sqlalchemy import Connection

from bot.storage.sqlite import Sqlite
from tests.simulation.loop import VirtualLoop
from tests.simulation.machine import Killed, Plug

T = TypeVar("T")


class Disk(Sqlite):
    """The Engine of one life. After the plug was pulled nothing ever comes back from it."""

    def __init__(self, path: Path, loop: VirtualLoop, plug: Plug, died: Callable[[], None]) -> None:
        super().__init__(path, partial(_InLoop, loop, _connections(plug)))
        self._plug = plug
        self._died = died
        self._order = asyncio.Lock()

    async def open(self) -> None:
        try:
            await super().open()
        except BaseException:
            await self._perish()
            raise

    async def read(self, work: Callable[[Connection], T]) -> T:
        return await self._call(super().read, work)

    async def write(self, work: Callable[[Connection], T]) -> T:
        before = self._plug.commits
        done = await self._call(super().write, work)
        if self._plug.commits != before:
            await self._step("durable")
        return done

    async def _call(self, how: Callable[..., Any], work: Callable[[Connection], T]) -> T:
        async with self._order:
            if self._plug.pulled:
                await asyncio.Event().wait()
            try:
                result: T = await how(work)
            except BaseException:
                await self._perish()
                raise
        return result

    async def _perish(self) -> None:
        """Never return if the plug is pulled, whatever the libraries made of that."""
        if self._plug.pulled:
            self._died()
            await asyncio.Event().wait()

    async def _step(self, label: str) -> None:
        try:
            self._plug.step(label)
        except Killed:
            await self._perish()


class _InLoop:
    """What aiosqlite's connection is to the engine, without a thread that the loop waits for."""

    def __init__(
        self,
        loop: VirtualLoop,
        factory: type[sqlite3.Connection],
        path: Path,
        *,
        isolation_level: None,
    ) -> None:
        self._loop = loop
        self._conn = sqlite3.connect(path, isolation_level=isolation_level, factory=factory)

    def __await__(self) -> Generator[Any, None, _InLoop]:
        yield from asyncio.sleep(0).__await__()
        return self

    def _execute(self, work: Callable[[], T]) -> Awaitable[T]:
        return self._loop.work(work)

    async def executescript(self, script: str) -> None:
        await self._execute(lambda: self._conn.executescript(script))

    async def close(self) -> None:
        self._conn.close()


def _connections(plug: Plug) -> type[sqlite3.Connection]:
    """Connections of the driver that tell the plug before something may become durable.

    Within a transaction that is its commit, if it changed anything: whoever dies between two of its
    statements leaves what whoever dies before its end leaves.
    """

    class Statements(sqlite3.Cursor):
        def execute(self, sql: str, parameters: Any = (), /) -> Any:
            if not sql.startswith(("ROLLBACK", "PRAGMA")):
                plug.step(sql)
            return super().execute(sql, parameters)

        def executemany(self, sql: str, parameters: Iterable[Any], /) -> Any:
            plug.step(sql)
            return super().executemany(sql, parameters)

    class Connections(sqlite3.Connection):
        changed = 0

        def cursor(self, factory: Any = Statements) -> Any:
            return super().cursor(factory)

        def execute(self, sql: str, parameters: Any = (), /) -> Any:
            if not self.in_transaction and not sql.startswith(("BEGIN", "PRAGMA")):
                plug.step(sql)
            return super().execute(sql, parameters)

        def commit(self) -> None:
            if self.total_changes != self.changed:
                plug.step("COMMIT")
                plug.commits += 1
                self.changed = self.total_changes
            super().commit()

    return Connections
