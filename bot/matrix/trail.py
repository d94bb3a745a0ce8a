"""Which rows are on their way, and under which event ids the latest ones arrived."""

from __future__ import annotations

import asyncio
from collections import OrderedDict
from collections.abc import Iterable

_MOST = 2000


class Trail:
    """For rows that need the event id of another one, by its key."""

    def __init__(self) -> None:
        self._open: set[str] = set()
        self._sent: OrderedDict[str, str] = OrderedDict()
        self._ended = asyncio.Event()

    def begin(self, key: str) -> bool:
        """It is on its way; False if it was already."""
        if key in self._open:
            return False
        self._open.add(key)
        return True

    def sent(self, key: str, event_id: str) -> None:
        """It arrived."""
        self.dead(key)
        self._sent[key] = event_id
        if len(self._sent) > _MOST:
            self._sent.popitem(last=False)

    def dead(self, key: str) -> None:
        """It never will."""
        self._open.discard(key)
        self._ended.set()

    async def ended(self, keys: Iterable[str]) -> None:
        """Wait until none of them is on its way."""
        while any(map(self.is_open, keys)):
            self._ended.clear()
            await self._ended.wait()

    def is_open(self, key: str) -> bool:
        """Whether it is on its way."""
        return key in self._open

    def event_id(self, key: str) -> str | None:
        """The event id, if it arrived lately."""
        return self._sent.get(key)
