"""What the services and the dispatcher need from outside, named after the need."""

from collections.abc import Sequence
from contextlib import AbstractAsyncContextManager
from datetime import datetime, timedelta
from typing import Protocol

from bot.domain.journal import OutboxRow, Priority


class Clock(Protocol):
    """Wall time."""

    def now(self) -> datetime:
        """This moment, aware, in UTC."""
        ...


class Machine(Clock, Protocol):
    """The clocks of a machine: the wall clock, which may be set, and one that nobody sets."""

    def boot(self) -> timedelta:
        """Time since the machine started, with the time that it slept."""
        ...


class Members(Protocol):
    """Who belongs to the community."""

    async def is_member(self, user_id: str) -> bool:
        """Whether the person is joined in the space (else in any room that the bot serves)."""
        ...


class Carrier(Protocol):
    """Carries outbox rows to the homeserver, each lane in its order."""

    @property
    def device(self) -> str:
        """The device that sends; transaction ids count for it alone."""
        ...

    def is_free(self, target: str, priority: Priority) -> bool:
        """Whether nothing waits in that lane, so that a row may leave with its own commit."""
        ...

    def holds(self, key: str) -> bool:
        """Whether the row of that key is on its way just now; may be asked by any thread."""
        ...

    def carry(self, rows: Sequence[OutboxRow], asker: str | None = None) -> None:
        """Take over rows that are durably stored; `asker` is the person who caused them."""
        ...


class Attention(Protocol):
    """Shows the people in a room that somebody is at work for them."""

    def working(self, room_id: str) -> AbstractAsyncContextManager[None]:
        """Entered when the work begins, left when it has ended; never waits for the network."""
        ...
