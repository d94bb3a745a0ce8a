"""The metadata that every table belongs to, and how each is created."""

from typing import Any

from sqlalchemy import MetaData, Table
from sqlalchemy.schema import SchemaItem

metadata = MetaData(
    naming_convention={
        "pk": "%(table_name)s_pk",
        "uq": "%(table_name)s_%(column_0_N_name)s_once",
        "ck": "%(table_name)s_%(constraint_name)s",
        "fk": "%(table_name)s_%(column_0_name)s_refers",
        "ix": "%(table_name)s_%(column_0_N_name)s",
    }
)


def table(name: str, *items: SchemaItem, **more: Any) -> Table:  # noqa: ANN401 -- dialect options
    """A table, STRICT in SQLite."""
    return Table(name, metadata, *items, sqlite_strict=True, **more)
