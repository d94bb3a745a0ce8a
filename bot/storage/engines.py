"""Chooses the database product by its URL."""

from pathlib import Path

from sqlalchemy import make_url

from bot.storage.database import Engine


def engine(url: str) -> Engine:
    """The engine for `sqlite+aiosqlite:///…` or `postgresql+asyncpg://…`."""
    parsed = make_url(url)
    if parsed.drivername == "sqlite+aiosqlite" and parsed.database:
        from bot.storage.sqlite import Sqlite  # noqa: PLC0415 -- load one product only

        return Sqlite(Path(parsed.database))
    from bot.storage.postgres import Postgres  # noqa: PLC0415 -- asyncpg is an extra

    return Postgres(url)
