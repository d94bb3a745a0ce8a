"""The column types that work alike in SQLite's STRICT tables and in PostgreSQL."""

import json
from collections.abc import Sequence
from datetime import UTC, datetime
from enum import StrEnum

from sqlalchemy import BigInteger, CheckConstraint, Column, Integer, Text, TypeDecorator
from sqlalchemy.engine import Dialect

Number = BigInteger().with_variant(Integer, "sqlite")


class Instant(TypeDecorator[datetime]):
    """A moment, stored as milliseconds since 1970 in UTC."""

    impl = Number
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> int | None:  # noqa: ARG002
        return None if value is None else round(value.timestamp() * 1000)

    def process_result_value(self, value: int | None, dialect: Dialect) -> datetime | None:  # noqa: ARG002
        return None if value is None else datetime.fromtimestamp(value / 1000, UTC)


class Json(TypeDecorator[object]):
    """Lists and objects as JSON text."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: object, dialect: Dialect) -> str | None:  # noqa: ARG002
        return None if value is None else json.dumps(value, ensure_ascii=False)

    def process_result_value(self, value: str | None, dialect: Dialect) -> object:  # noqa: ARG002
        return None if value is None else json.loads(value)


class Flag(TypeDecorator[bool]):
    """Yes or no as 1 or 0, since STRICT tables know no boolean."""

    impl = Number
    cache_ok = True

    def process_bind_param(self, value: bool | None, dialect: Dialect) -> int | None:  # noqa: ARG002
        return None if value is None else int(value)

    def process_result_value(self, value: int | None, dialect: Dialect) -> bool | None:  # noqa: ARG002
        return None if value is None else bool(value)


def one_of(column: str, choices: type[StrEnum] | Sequence[str]) -> CheckConstraint:
    """A CHECK that the column holds one of these words."""
    words = ", ".join(f"'{choice}'" for choice in choices)
    return CheckConstraint(f"{column} IN ({words})", name=f"{column}_known")


def short_number() -> Column[int]:
    """The primary key that people type as `#12`; never given twice."""
    return Column("number", Number, primary_key=True, autoincrement=True)
