"""The real SQLite engine, called in a fixed order, with a plug to pull at every statement."""

from __future__ import annotations

import asyncio
import sqlite3
import threading
from collections.abc import Callable, Iterable
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
        super().__init__(path, _connections(plug, loop.turn))
        self._loop = loop
        self._plug = plug
        self._died = died
        self._order = asyncio.Lock()

    async def open(self) -> None:
        try:
            with self._loop.outside():
                await super().open()
        except BaseException:
            await self._perish()
            raise

    async def close(self) -> None:
        """Let go of the file: what a process that ended, however it did, leaves open."""
        with self._loop.outside():
            await super().close()

    async def read(self, work: Callable[[Connection], T]) -> T:
        return await self._call(super().read, work)

    async def write(self, work: Callable[[Connection], T]) -> T:
        done = await self._call(super().write, work)
        await self._step("durable")
        return done

    async def _call(self, how: Callable[..., Any], work: Callable[[Connection], T]) -> T:
        async with self._order:
            if self._plug.pulled:
                await asyncio.Event().wait()
            try:
                with self._loop.outside():
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


def _connections(plug: Plug, turn: threading.Event) -> type[sqlite3.Connection]:
    """Connections of the driver that tell the plug of each statement before it runs."""

    def step(sql: str) -> None:
        turn.wait()
        plug.step(sql)

    class Statements(sqlite3.Cursor):
        def execute(self, sql: str, parameters: Any = (), /) -> Any:
            if not sql.startswith(("ROLLBACK", "PRAGMA")):
                step(sql)
            return super().execute(sql, parameters)

        def executemany(self, sql: str, parameters: Iterable[Any], /) -> Any:
            step(sql)
            return super().executemany(sql, parameters)

    class Connections(sqlite3.Connection):
        def cursor(self, factory: Any = Statements) -> Any:
            return super().cursor(factory)

        def commit(self) -> None:
            step("COMMIT")
            super().commit()

    return Connections
