"""A part of a transaction that happens whole or not at all, or is only tried."""

from collections.abc import Callable
from typing import TypeVar

from bot.storage.database import Transaction

T = TypeVar("T")


def whole(tx: Transaction, work: Callable[[Transaction], T]) -> T:
    """Run `work`; whatever it raises, nothing that it wrote stays."""
    savepoint = tx.begin_nested()
    try:
        result = work(tx)
    except BaseException:
        savepoint.rollback()
        raise
    savepoint.commit()
    return result


def rehearse(tx: Transaction, work: Callable[[Transaction], object]) -> None:
    """Run `work` to see whether it would raise; nothing that it wrote stays."""
    savepoint = tx.begin_nested()
    try:
        work(tx)
    finally:
        savepoint.rollback()
