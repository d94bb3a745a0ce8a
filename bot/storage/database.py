"""One door to the database: `read` and `write`, where writes that wait share one durable commit."""

import asyncio
from collections.abc import Callable
from pathlib import Path
from typing import Any, Protocol, TypeVar

from sqlalchemy import Connection
from sqlalchemy.exc import InterfaceError, OperationalError

from bot.storage.driver import Savepoint

Transaction = Connection
"""What a repository works on; only `Database` opens and ends one."""

T = TypeVar("T")
Work = Callable[[Transaction], T]

# A full disk, a lost server: nothing that the statement itself is to blame for.
_ENGINE_FAULTS = (OperationalError, InterfaceError, OSError)


class Engine(Protocol):
    """A database product: runs a function on a connection, inside one transaction."""

    async def open(self) -> None: ...
    async def close(self) -> None: ...
    async def read(self, work: Work[T]) -> T: ...
    async def write(self, work: Work[T]) -> T: ...
    async def reshape(self, work: Work[T]) -> T: ...
    async def backup(self, to: Path) -> None: ...


class DatabaseClosed(Exception):  # noqa: N818 -- says what is wrong
    """Work came after `close`; it was not done."""


class StorageFault(Exception):  # noqa: N818 -- says what is wrong
    """The database itself failed, not the work: it may succeed when it is tried again.

    Whether it was stored is not known.
    """


class _Unit:
    """One caller's work and the future that it waits for."""

    __slots__ = ("done", "work")

    def __init__(self, work: Work[Any]) -> None:
        self.work = work
        self.done: asyncio.Future[Any] = asyncio.get_running_loop().create_future()


class Database:
    """Serialises all writes; those that arrive during a commit go together into the next one.

    Each unit of work runs in a SAVEPOINT of its own: it either happens whole or raises to its
    caller, whatever its neighbours do. `write` returns after the durable commit.
    """

    def __init__(self, engine: Engine, *, linger: float = 0.05) -> None:
        """`linger`: seconds that work without haste may wait for a commit to ride in."""
        self._engine = engine
        self._linger = linger
        self._waiting: list[_Unit] = []
        self._wake = asyncio.Event()
        self._task: asyncio.Task[None] | None = None
        self._closing = False

    async def open(self) -> None:
        await self._engine.open()
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
        except _ENGINE_FAULTS as fault:
            raise _blamed(fault) from fault

    async def write(self, work: Work[T], *, haste: bool = True) -> T:
        """Run `work` in a transaction and return its result once it is durable.

        Raises:
            StorageFault: the database failed, not the work; whether it was stored is not known.

        A caller that is cancelled before its turn leaves nothing behind; later, its work is done.
        Without haste the commit may wait a moment for others to share it with.
        """
        if self._closing:
            raise DatabaseClosed
        unit = _Unit(work)
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

    async def backup(self, to: Path) -> None:
        """Write a consistent copy of the whole database (SQLite only)."""
        await self._engine.backup(to)

    async def _commit_forever(self) -> None:
        while self._waiting or not self._closing:
            await self._wake.wait()
            self._wake.clear()
            units, self._waiting = self._waiting, []
            if units:
                await self._commit(units)

    async def _commit(self, units: list[_Unit]) -> None:
        try:
            outcomes = await self._engine.write(lambda tx: _run(tx, units))
        except _Undone as undone:
            outcomes = [(None, undone.refusal)]
        except Exception as fault:  # noqa: BLE001 -- every waiting caller must hear of it
            outcomes = [(None, _blamed(fault))] * len(units)
        for unit, (result, failure) in zip(units, outcomes, strict=True):
            if unit.done.done():
                continue
            if failure is None:
                unit.done.set_result(result)
            else:
                unit.done.set_exception(failure)


def _blamed(fault: Exception) -> StorageFault:
    blamed = StorageFault(type(fault).__name__)
    blamed.__cause__ = fault
    return blamed


class _Undone(Exception):  # noqa: N818 -- rolls the transaction back
    """The only work in a transaction refused."""

    def __init__(self, refusal: Exception) -> None:
        super().__init__()
        self.refusal = refusal


def _run(tx: Transaction, units: list[_Unit]) -> list[tuple[Any, BaseException | None]]:
    if len(units) == 1 and not units[0].done.cancelled():
        return [(_only(tx, units[0].work), None)]
    return [(None, None) if unit.done.cancelled() else _alone(tx, unit.work) for unit in units]


def _only(tx: Transaction, work: Work[T]) -> T:
    """Work that has its transaction for itself needs no savepoint."""
    try:
        return work(tx)
    except StopIteration as fault:
        # A future cannot carry it.
        raise _Undone(RuntimeError(repr(fault))) from fault
    except _ENGINE_FAULTS:
        raise
    except Exception as refusal:
        raise _Undone(refusal) from refusal


def _alone(tx: Transaction, work: Work[Any]) -> tuple[Any, BaseException | None]:
    savepoint = Savepoint(tx)
    try:
        result = work(tx)
    except StopIteration as fault:
        savepoint.undo()
        # A future cannot carry it.
        return None, RuntimeError(repr(fault))
    except _ENGINE_FAULTS as fault:
        savepoint.undo()
        return None, _blamed(fault)
    except Exception as refusal:  # noqa: BLE001 -- raised again to the one who asked
        savepoint.undo()
        return None, refusal
    savepoint.keep()
    return result, None
