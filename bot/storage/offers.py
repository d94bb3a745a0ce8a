"""What networks offer: one offer per network and topic."""

from dataclasses import asdict
from datetime import datetime
from typing import Any

from sqlalchemy import Row, delete, insert, select, update

from bot.domain.network import Level, Offer
from bot.storage.database import Transaction
from bot.storage.schema import offer

_COLUMNS = (
    offer.c.number,
    offer.c.network,
    offer.c.topic,
    offer.c.level,
    offer.c.note,
    offer.c.example,
)


def every(tx: Transaction, network: int | None = None) -> tuple[Offer, ...]:
    """All offers, or those of one network, by number."""
    wanted = select(*_COLUMNS).order_by(offer.c.number)
    if network is not None:
        wanted = wanted.where(offer.c.network == network)
    return tuple(map(_offer, tx.execute(wanted)))


def get(tx: Transaction, number: int) -> Offer | None:
    """The offer of that number."""
    row = tx.execute(select(*_COLUMNS).where(offer.c.number == number)).first()
    return _offer(row) if row else None


def about(tx: Transaction, network: int, topic: str) -> Offer | None:
    """The network's offer for that topic."""
    wanted = select(*_COLUMNS).where(offer.c.network == network, offer.c.topic == topic)
    row = tx.execute(wanted).first()
    return _offer(row) if row else None


def add(tx: Transaction, new: Offer, by: str, now: datetime) -> int:
    """Store an offer under the next free number, which is returned."""
    values = asdict(new) | {"created_by": by, "created_at": now}
    del values["number"]
    number: int = tx.execute(insert(offer).values(values).returning(offer.c.number)).scalar_one()
    return number


def change(tx: Transaction, changed: Offer) -> None:
    """Put level, note and example mark in place of the earlier ones."""
    tx.execute(
        update(offer)
        .where(offer.c.number == changed.number)
        .values(level=changed.level, note=changed.note, example=changed.example)
    )


def remove(tx: Transaction, number: int) -> None:
    """Forget the offer."""
    tx.execute(delete(offer).where(offer.c.number == number))


def _offer(row: Row[*tuple[Any, ...]]) -> Offer:
    values = row._asdict()
    return Offer(**(values | {"level": Level(values["level"])}))
