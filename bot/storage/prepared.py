"""Statements that every command needs: compiled once, then run by SQLite's driver itself.

For each of them SQLAlchemy takes several times as long as the database. Other databases, which
wait for a network anyway, are asked in its usual way.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any, NamedTuple

from sqlalchemy import Insert, Select, Update
from sqlalchemy.engine import Dialect

from bot.storage.database import Transaction
from bot.storage.driver import as_sqlalchemy, driver

Values = Mapping[str, Any]
Convert = Callable[[Any], Any]


class _Place(NamedTuple):
    """One `?`: a value by its name, or one that stands in the statement."""

    name: str | None
    convert: Convert | None
    fixed: object = None


class Prepared:
    """A statement whose values are all bound by name. One statement knows one database only."""

    def __init__(self, statement: Select[Any] | Insert | Update) -> None:
        self._statement = statement
        self._sql = ""
        self._places: tuple[_Place, ...] = ()
        self._results: tuple[Convert | None, ...] = ()

    def change(self, tx: Transaction, values: Values) -> int:
        """Run it; how many rows it changed."""
        raw = driver(tx)
        if raw is None:
            return tx.execute(self._statement, values).rowcount
        with as_sqlalchemy(tx):
            return raw.execute(self._text(tx, values), self._bound(values)).rowcount

    def each(self, tx: Transaction, many: Iterable[Values]) -> None:
        """Run it with each of these."""
        for values in many:
            self.change(tx, values)

    def rows(self, tx: Transaction, values: Values) -> Sequence[Sequence[Any]]:
        """Run it; what it finds or returns."""
        raw = driver(tx)
        if raw is None:
            return tx.execute(self._statement, values).all()
        with as_sqlalchemy(tx):
            found = raw.execute(self._text(tx, values), self._bound(values)).fetchall()
        return [
            [
                value if convert is None else convert(value)
                for value, convert in zip(row, self._results, strict=True)
            ]
            for row in found
        ]

    def _bound(self, values: Values) -> list[object]:
        return [
            fixed if name is None else convert(values[name]) if convert else values[name]
            for name, convert, fixed in self._places
        ]

    def _text(self, tx: Transaction, values: Values) -> str:
        if not self._sql:
            self._compile(tx.dialect, values)
        return self._sql

    def _compile(self, dialect: Dialect, values: Values) -> None:
        compiled = self._statement.compile(dialect=dialect, column_keys=[*values])
        fixed, places = compiled.params, []
        for name in compiled.positiontup or ():
            convert = compiled.binds[name].type.dialect_impl(dialect).bind_processor(dialect)
            if name in values:
                places.append(_Place(name, convert))
            else:
                value = fixed[name]
                places.append(_Place(None, None, convert(value) if convert else value))
        self._places = tuple(places)
        self._results = tuple(
            column.type.dialect_impl(dialect).result_processor(dialect, None)
            for column in self._statement.exported_columns
        )
        self._sql = str(compiled)
