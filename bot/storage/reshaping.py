"""What a revision may change of a table's rules; SQLite puts a new table in the old one's place."""

import re
from collections.abc import Mapping, Sequence

from alembic import op
from sqlalchemy import CheckConstraint, inspect, text

from bot.storage.columns import one_of
from bot.storage.database import Transaction


def allow(table: str, **columns: Sequence[str]) -> None:
    """Let each of these columns hold these words only; all other rules stay.

    Call it in a revision whenever a word joins an enumeration or leaves it.
    """
    tx = op.get_bind()
    checks = {f"{table}_{column}_known": _rule(column, words) for column, words in columns.items()}
    present = {str(check["name"]): check["sqltext"] for check in _checks(tx, table)}
    if all(_words(rule) == _words(present.get(name, "")) for name, rule in checks.items()):
        return
    if tx.dialect.name == "sqlite":
        _anew(tx, table, {**present, **checks})
        return
    for name, rule in checks.items():
        if name in present:
            op.drop_constraint(op.f(name), table, type_="check")
        op.create_check_constraint(op.f(name), table, text(rule))


def _rule(column: str, words: Sequence[str]) -> str:
    return str(one_of(column, words).sqltext)


def _words(rule: str) -> frozenset[str]:
    """What a rule lets through; PostgreSQL words it in its own way."""
    return frozenset(re.findall(r"'([^']*)'", rule))


def _checks(tx: Transaction, table: str) -> Sequence[Mapping[str, str]]:
    return inspect(tx).get_check_constraints(table)  # type: ignore[return-value]


def _anew(tx: Transaction, table: str, checks: Mapping[str, str]) -> None:
    """The same table with these checks. Reflection knows neither them nor STRICT."""
    made = str(tx.scalar(text("SELECT sql FROM sqlite_master WHERE name = :name"), {"name": table}))
    counted = "AUTOINCREMENT" in made.upper()
    highest = text("SELECT seq FROM sqlite_sequence WHERE name = :name")
    given = tx.scalar(highest, {"name": table}) if counted else None
    with op.batch_alter_table(
        table,
        recreate="always",
        table_args=tuple(CheckConstraint(r, name=op.f(n)) for n, r in checks.items()),
        table_kwargs={"sqlite_strict": True, "sqlite_autoincrement": counted},
    ):
        pass
    if given is not None:
        # A number that was given to something deleted is never given again.
        values = {"name": table, "given": given}
        tx.execute(text("DELETE FROM sqlite_sequence WHERE name = :name"), values)
        tx.execute(text("INSERT INTO sqlite_sequence VALUES (:name, :given)"), values)
