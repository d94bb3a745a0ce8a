"""Whose turn it is: everybody who waits for something has one, however much others asked for."""

from __future__ import annotations

from collections import OrderedDict, deque
from typing import Generic, TypeVar

T = TypeVar("T")


class FairQueue(Generic[T]):
    """First in, first out for each asker; the askers take turns."""

    def __init__(self) -> None:
        self._askers: OrderedDict[str, deque[T]] = OrderedDict()

    def __bool__(self) -> bool:
        return bool(self._askers)

    def append(self, asker: str, item: T) -> None:
        """Put it behind all that the asker waits for."""
        self._askers.setdefault(asker, deque()).append(item)

    def appendleft(self, asker: str, item: T) -> None:
        """Make it the next of all."""
        self._askers.setdefault(asker, deque()).appendleft(item)
        self._askers.move_to_end(asker, last=False)

    def popleft(self) -> T:
        """Take what is next; the same asker's next one comes after everybody else's.

        Raises:
            StopIteration: nobody waits.
        """
        asker = next(iter(self._askers))
        waiting = self._askers[asker]
        item = waiting.popleft()
        if waiting:
            self._askers.move_to_end(asker)
        else:
            del self._askers[asker]
        return item
