"""SQLite's own driver, below SQLAlchemy, for what is done at every command."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy import Connection
from sqlalchemy.exc import DBAPIError


def driver(tx: Connection) -> sqlite3.Connection | None:
    """The driver's connection, if the database is SQLite."""
    raw = tx.connection.driver_connection
    return raw if isinstance(raw, sqlite3.Connection) else None


@contextmanager
def as_sqlalchemy(tx: Connection) -> Iterator[None]:
    """Faults look as if SQLAlchemy had asked; no value gets into them."""
    try:
        yield
    except sqlite3.Error as fault:
        raise DBAPIError.instance(
            None, None, fault, sqlite3.Error, hide_parameters=True, dialect=tx.dialect
        ) from fault


class Savepoint:
    """What comes after it can be undone without the rest of the transaction."""

    def __init__(self, tx: Connection) -> None:
        self._raw = driver(tx)
        self._tx = tx
        self._nested = tx.begin_nested() if self._raw is None else None
        self._say("SAVEPOINT unit")

    def keep(self) -> None:
        """It counts with the rest of the transaction."""
        if self._nested is not None:
            self._nested.commit()
        self._say("RELEASE unit")

    def undo(self) -> None:
        """As if it had never been."""
        if self._nested is not None:
            self._nested.rollback()
        self._say("ROLLBACK TO unit", "RELEASE unit")

    def _say(self, *statements: str) -> None:
        if self._raw is not None:
            with as_sqlalchemy(self._tx):
                for statement in statements:
                    self._raw.execute(statement)
