"""Inserts what is not there yet, in one statement that both databases know."""

from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import Column, Table
from sqlalchemy.dialects import postgresql, sqlite

from bot.storage.database import Transaction


class InsertOnce:
    """An INSERT that leaves rows alone whose `key` is there already."""

    def __init__(self, table: Table, key: Column[str], seq: Column[int]) -> None:
        self._statements = {
            dialect.__name__.rsplit(".", 1)[-1]: dialect.insert(table)
            .on_conflict_do_nothing(index_elements=[key])
            .returning(key, seq)
            for dialect in (sqlite, postgresql)
        }

    def new(self, tx: Transaction, rows: Sequence[Mapping[str, Any]]) -> dict[str, int]:
        """Insert the rows; the keys of those that were new, with their sequence numbers."""
        return {row[0]: row[1] for row in tx.execute(self._statements[tx.dialect.name], rows)}
