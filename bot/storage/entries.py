"""Offers and needs alike: one entry per network and topic, under a number that stays its own."""

from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass
from datetime import datetime
from typing import Any, Generic, TypeVar

from sqlalchemy import Table, delete, insert, select, update

from bot.domain.community.network import Need, Offer
from bot.storage.database import Transaction

Entry = TypeVar("Entry", Offer, Need)
Values = Mapping[str, Any]
_FIXED = ("number", "network", "topic", "created_by", "created_at")


@dataclass(frozen=True, slots=True)
class Entries(Generic[Entry]):
    """A table of entries; `read` makes one of a row's values, `written` says how they are kept."""

    table: Table
    read: Callable[[Values], Entry]
    written: Callable[[Values], dict[str, Any]] = dict

    def every(self, tx: Transaction, network: int | None = None) -> tuple[Entry, ...]:
        """All entries, expired needs too, or those of one network, by number."""
        wanted = select(self.table).order_by(self.table.c.number)
        if network is not None:
            wanted = wanted.where(self.table.c.network == network)
        return tuple(self._entry(row._asdict()) for row in tx.execute(wanted))

    def get(self, tx: Transaction, number: int) -> Entry | None:
        """The entry of that number."""
        row = tx.execute(select(self.table).where(self.table.c.number == number)).first()
        return self._entry(row._asdict()) if row else None

    def about(self, tx: Transaction, network: int, topic: str) -> Entry | None:
        """The network's entry for that topic."""
        of = (self.table.c.network == network, self.table.c.topic == topic)
        row = tx.execute(select(self.table).where(*of)).first()
        return self._entry(row._asdict()) if row else None

    def add(self, tx: Transaction, new: Entry, by: str, now: datetime) -> int:
        """Store an entry under the next free number, which is returned."""
        values = self.written(asdict(new)) | {"created_by": by, "created_at": now}
        del values["number"]
        number: int = tx.execute(
            insert(self.table).values(values).returning(self.table.c.number)
        ).scalar_one()
        return number

    def put_back(self, tx: Transaction, gone: Entry, by: str, now: datetime) -> None:
        """Store an entry that was removed, under the number that it had."""
        values = self.written(asdict(gone)) | {"created_by": by, "created_at": now}
        tx.execute(insert(self.table).values(values))

    def change(self, tx: Transaction, changed: Entry) -> None:
        """Put all that an entry says in place of what it said."""
        values = self.written(asdict(changed))
        tx.execute(
            update(self.table)
            .where(self.table.c.number == changed.number)
            .values({name: value for name, value in values.items() if name not in _FIXED})
        )

    def remove(self, tx: Transaction, number: int) -> None:
        """Forget the entry."""
        tx.execute(delete(self.table).where(self.table.c.number == number))

    def _entry(self, values: dict[str, Any]) -> Entry:
        return self.read({n: v for n, v in values.items() if not n.startswith("created_")})
