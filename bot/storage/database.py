"""One door to the database: `read` and `write`, where writes that wait share one durable commit."""

import asyncio
from collections.abc import Callable
from typing import Protocol, TypeVar

from bot.storage.units import (
    ENGINE_FAULTS,
    StorageFault,
    Transaction,
    Undone,
    Unit,
    Work,
    blamed,
    run,
)

__all__ = ["Database", "DatabaseClosed", "Engine", "StorageFault", "Transaction", "Work"]

T = TypeVar("T")


class Engine(Protocol):
    """A database product: runs a function on a connection, inside one transaction."""

    async def open(self) -> None: ...
    async def close(self) -> None: ...
    async def read(self, work: Work[T]) -> T: ...
    async def write(self, work: Work[T]) -> T: ...
    async def reshape(self, work: Work[T]) -> T: ...
    async def examine(self) -> None: ...
    def final(self, fault: Exception) -> Exception | None: ...
    def fence(self, number: str) -> None: ...


class DatabaseClosed(Exception):  # noqa: N818 -- says what is wrong
    """Work came after `close`; it was not done."""


class Database:
    """Serialises all writes; those that arrive during a commit go together into the next one.

    Each unit of work runs in a SAVEPOINT of its own: it either happens whole or raises to its
    caller, whatever its neighbours do. `write` returns after the durable commit.
    """

    def __init__(self, engine: Engine, *, linger: float = 0.05) -> None:
        """`linger`: seconds that work without haste may wait for a commit to ride in."""
        self._engine = engine
        self._linger = linger
        self._waiting: list[Unit] = []
        self._wake = asyncio.Event()
        self._task: asyncio.Task[None] | None = None
        self._closing = False
        self._gone: asyncio.Future[Exception] | None = None
        self.fails = asyncio.Event()
        """Set by a fault of the database, until somebody saw it work again and clears it."""
        self.leads: Callable[[], bool] = lambda: True
        """Whether no other bot can have taken it over at this moment."""

    async def open(self) -> None:
        await self._engine.open()
        self._gone = asyncio.get_running_loop().create_future()
        self._task = asyncio.create_task(self._commit_forever(), name="commits")

    async def close(self) -> None:
        """Commit what waits, then let go of the file."""
        if self._task:
            self._closing = True
            self._wake.set()
            await self._task
            self._task = None
        await self._engine.close()

    async def read(self, work: Work[T]) -> T:
        """Run on a snapshot of what is committed.

        Raises:
            StorageFault: the database failed, not the work.
        """
        try:
            return await self._engine.read(work)
        except ENGINE_FAULTS as fault:
            raise self._blamed(fault) from fault

    async def write(self, work: Work[T], *, haste: bool = True) -> T:
        """Run `work` in a transaction and return its result once it is durable.

        Raises:
            StorageFault: the database failed, not the work; whether it was stored is not known.

        A caller that is cancelled before its turn leaves nothing behind; later, its work is done.
        Without haste the commit may wait a moment for others to share it with.
        """
        if self._closing:
            raise DatabaseClosed
        unit = Unit(work)
        self._waiting.append(unit)
        if haste:
            self._wake.set()
        elif len(self._waiting) == 1:
            asyncio.get_running_loop().call_later(self._linger, self._wake.set)
        result: T = await unit.done
        return result

    async def reshape(self, work: Work[T]) -> T:
        """Run work that may put new tables in place of old ones, before any other write."""
        return await self._engine.reshape(work)

    async def examine(self) -> None:
        """Look whether what is stored is sound.

        Raises:
            Damaged: it is not.
        """
        await self._engine.examine()

    def end(self, why: Exception) -> None:
        """Going on has no sense any more."""
        if self._gone is not None and not self._gone.done():
            self._gone.set_result(why)

    async def gone(self) -> None:
        """Wait, for ever if all goes well, until going on has no sense.

        Raises:
            DiskFault: the file is damaged, read-only or not there.
            Overtaken: another bot leads.
        """
        if self._gone is not None:
            raise await asyncio.shield(self._gone)

    async def _commit_forever(self) -> None:
        while self._waiting or not self._closing:
            await self._wake.wait()
            self._wake.clear()
            units, self._waiting = self._waiting, []
            if units:
                await self._commit(units)

    async def _commit(self, units: list[Unit]) -> None:
        try:
            outcomes = await self._engine.write(lambda tx: run(tx, units))
        except Undone as undone:
            outcomes = [(None, undone.refusal)]
        except Exception as fault:  # noqa: BLE001 -- every waiting caller must hear of it
            outcomes = [(None, self._blamed(fault))] * len(units)
        for unit, (result, failure) in zip(units, outcomes, strict=True):
            if unit.done.done():
                continue
            if isinstance(failure, StorageFault):
                self.fails.set()
            if failure is None:
                unit.done.set_result(result)
            else:
                unit.done.set_exception(failure)

    def _blamed(self, fault: Exception) -> StorageFault:
        """A fault of the database, which is noted; it may be one after which nothing works."""
        self.fails.set()
        final = self._engine.final(fault)
        if final is not None:
            self.end(final)
        return blamed(fault)
