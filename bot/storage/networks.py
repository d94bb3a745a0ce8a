"""The networks; their short number stays, whatever an import changes."""

from dataclasses import fields
from typing import Any

from sqlalchemy import Row, func, insert, select, update

from bot.domain.community.network import Network
from bot.storage.database import Transaction
from bot.storage.schema import network

_LISTS = ("states", "topics", "aliases", "awards")
_VALUES = tuple(field.name for field in fields(Network) if field.name != "number")


def count(tx: Transaction) -> int:
    """How many networks there are."""
    return tx.scalar(select(func.count()).select_from(network)) or 0


def every(tx: Transaction) -> tuple[Network, ...]:
    """All networks by number."""
    return tuple(map(_network, tx.execute(select(network).order_by(network.c.number))))


def get(tx: Transaction, number: int) -> Network | None:
    """The network of that number."""
    row = tx.execute(select(network).where(network.c.number == number)).first()
    return _network(row) if row else None


def add(tx: Transaction, new: Network) -> Network:
    """Store a network under the next free number, whatever its own says; returns it so."""
    number = tx.execute(insert(network).values(_row(new)).returning(network.c.number))
    return Network(number=number.scalar_one(), **{name: getattr(new, name) for name in _VALUES})


def change(tx: Transaction, changed: Network) -> None:
    """Put these values in place of those of the network with that number."""
    tx.execute(update(network).where(network.c.number == changed.number).values(_row(changed)))


def _row(value: Network) -> dict[str, object]:
    row = {name: getattr(value, name) for name in _VALUES}
    return row | {name: list(row[name]) for name in _LISTS}


def _network(row: Row[*tuple[Any, ...]]) -> Network:
    values = row._asdict()
    return Network(**(values | {name: tuple(values[name]) for name in _LISTS}))
