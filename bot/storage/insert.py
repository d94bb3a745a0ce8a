"""Inserts what is not there yet, in one statement that both databases know."""

from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import Column, Table
from sqlalchemy.dialects import postgresql, sqlite

from bot.storage.database import Transaction
from bot.storage.prepared import Prepared


class InsertOnce:
    """An INSERT that leaves rows alone whose `key` is there already."""

    def __init__(self, table: Table, key: Column[str], seq: Column[int]) -> None:
        def once(dialect: Any) -> Any:  # noqa: ANN401 -- the two have no common type
            insert = dialect.insert(table).on_conflict_do_nothing(index_elements=[key])
            return insert.returning(key, seq)

        self._each = Prepared(once(sqlite))
        self._all = once(postgresql)

    def new(self, tx: Transaction, rows: Sequence[Mapping[str, Any]]) -> dict[str, int]:
        """Insert the rows; the keys of those that were new, with their sequence numbers."""
        found: Sequence[Sequence[Any]]
        if tx.dialect.name == "sqlite":
            found = [added for row in rows for added in self._each.rows(tx, row)]
        else:
            found = tx.execute(self._all, rows).all()
        return {row[0]: row[1] for row in found}
