"""What keeps a database quick over the years."""

from bot.storage.database import Transaction


def optimise(tx: Transaction) -> None:
    """Renew what the planner knows of the tables, where they changed much; PostgreSQL does it itself."""
    if tx.dialect.name == "sqlite":
        tx.exec_driver_sql("PRAGMA optimize")
