"""Units of work that share one transaction: each happens whole, or raises to its own caller."""

import asyncio
from collections.abc import Callable
from typing import Any, TypeVar

from sqlalchemy import Connection
from sqlalchemy.exc import InterfaceError, OperationalError

from bot.storage.driver import Savepoint

Transaction = Connection
"""What a repository works on; only `Database` opens and ends one."""

T = TypeVar("T")
Work = Callable[[Transaction], T]

ENGINE_FAULTS = (OperationalError, InterfaceError, OSError)
"""A full disk, a lost server: nothing that the statement itself is to blame for."""


class Overtaken(Exception):  # noqa: N818 -- says what is wrong
    """Another bot leads, or may lead: nothing may be stored or sent."""


class StorageFault(Exception):  # noqa: N818 -- says what is wrong
    """The database itself failed, not the work: it may succeed when it is tried again.

    Whether it was stored is not known.
    """


class Unit:
    """One caller's work and the future that it waits for."""

    __slots__ = ("done", "work")

    def __init__(self, work: Work[Any]) -> None:
        self.work = work
        self.done: asyncio.Future[Any] = asyncio.get_running_loop().create_future()


def blamed(fault: Exception) -> StorageFault:
    """The fault as callers know it."""
    blamed = StorageFault(type(fault).__name__)
    blamed.__cause__ = fault
    return blamed


class Undone(Exception):  # noqa: N818 -- rolls the transaction back
    """The only work in a transaction refused."""

    def __init__(self, refusal: Exception) -> None:
        super().__init__()
        self.refusal = refusal


def run(tx: Transaction, units: list[Unit]) -> list[tuple[Any, BaseException | None]]:
    """The outcome of each: its result, or what it raised.

    Raises:
        Undone: the only one refused.
    """
    if len(units) == 1 and not units[0].done.cancelled():
        return [(_only(tx, units[0].work), None)]
    return [(None, None) if unit.done.cancelled() else _alone(tx, unit.work) for unit in units]


def _only(tx: Transaction, work: Work[T]) -> T:
    """Work that has its transaction for itself needs no savepoint."""
    try:
        return work(tx)
    except StopIteration as fault:
        # A future cannot carry it.
        raise Undone(RuntimeError(repr(fault))) from fault
    except ENGINE_FAULTS:
        raise
    except Exception as refusal:
        raise Undone(refusal) from refusal


def _alone(tx: Transaction, work: Work[Any]) -> tuple[Any, BaseException | None]:
    savepoint = Savepoint(tx)
    try:
        result = work(tx)
    except StopIteration as fault:
        savepoint.undo()
        # A future cannot carry it.
        return None, RuntimeError(repr(fault))
    except ENGINE_FAULTS as fault:
        savepoint.undo()
        return None, blamed(fault)
    except Exception as refusal:  # noqa: BLE001 -- raised again to the one who asked
        savepoint.undo()
        return None, refusal
    savepoint.keep()
    return result, None
