"""Which rows are on their way, and under which event ids the latest ones arrived."""

from __future__ import annotations

from collections import OrderedDict

from bot.domain.journal import OutboxRow
from bot.matrix.content.effects import transaction_id
from bot.matrix.said.echoes import Echo

_MOST = 2000


class Trail:
    """For rows that need the event id of another one, and for people who answer a row."""

    def __init__(self) -> None:
        # By the transaction ids of their requests.
        self._open: dict[str, OutboxRow] = {}
        self._sent: OrderedDict[str, str] = OrderedDict()
        self._keys: dict[str, str] = {}

    def begin(self, row: OutboxRow) -> bool:
        """It is on its way; False if it was already."""
        if self.is_open(row.key):
            return False
        self._open[transaction_id(row.key)] = row
        return True

    def learn(self, key: str, event_id: str) -> None:
        """It arrived, although its request has not ended yet."""
        self._sent[key] = event_id
        self._keys[event_id] = key
        if len(self._sent) > _MOST:
            _, oldest = self._sent.popitem(last=False)
            self._keys.pop(oldest, None)

    def sent(self, key: str, event_id: str) -> None:
        """It arrived."""
        self.dead(key)
        self.learn(key, event_id)

    def dead(self, key: str) -> None:
        """It never will, or not before it was decided anew."""
        self._open.pop(transaction_id(key), None)

    @property
    def any_open(self) -> bool:
        """Whether anything is on its way."""
        return bool(self._open)

    def is_open(self, key: str) -> bool:
        """Whether it is on its way."""
        return transaction_id(key) in self._open

    def find(self, echo: Echo) -> OutboxRow | None:
        """The row on its way that this event of ours is."""
        names = (transaction_id(echo.key) if echo.key else None, echo.transaction)
        found = (self._open.get(name) for name in names if name)
        return next(filter(None, found), None)

    def event_id(self, key: str) -> str | None:
        """The event id, if it arrived lately."""
        return self._sent.get(key)

    def key_of(self, event_id: str) -> str | None:
        """The key of what arrived lately under that event id."""
        return self._keys.get(event_id)
