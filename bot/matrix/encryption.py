"""Encryption as the rest of the Matrix part sees it: hear, open, seal; or refuse, never in clear."""

from __future__ import annotations

from collections.abc import Awaitable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol

from bot.domain.dialogue.message import Proof
from bot.matrix.content.batch import News
from bot.matrix.content.effects import Unsendable
from bot.matrix.content.reading import Raw


class Obstacle(StrEnum):
    """Why we can say nothing in encrypted rooms, until somebody does something about it."""

    OFF = "off"
    LIBRARIES = "no-libraries"
    STORE = "store-unusable"
    DEVICE = "device-taken"
    """The homeserver knows other keys for our device, and we cannot log in as a new one."""
    KEYS = "keys-refused"
    UNSIGNED = "unsigned"


class Sealed(StrEnum):
    """Why an event stays closed."""

    NO_KEY = "no-key"
    """Its key has not come, or only for later messages: it may still come."""
    STRANGER = "stranger"
    """Its key is not of a device of its sender that we know: we may not know it yet."""
    FALSE = "false"
    """It is none that can be opened, a copy of another one, or not what it claims to be."""


@dataclass(frozen=True, slots=True)
class Opened:
    """An event as if it had never been encrypted."""

    event: Raw
    proof: Proof


class Encryption(Protocol):
    """`open`, `run` in a task, cancel it, `close`."""

    @property
    def obstacle(self) -> Obstacle | None:
        """What keeps us from speaking in encrypted rooms, if more than patience is needed."""
        ...

    async def open(self) -> None:
        """Be ready to be reached, after the login; an obstacle is noted and not raised.

        Raises:
            Unauthorised: the homeserver no longer knows us.
        """
        ...

    def run(self) -> Awaitable[None]:
        """Tend our keys, for ever.

        Raises:
            Unauthorised: the homeserver no longer knows us.
        """
        ...

    async def close(self) -> None:
        """Let go of the key store."""
        ...

    async def hear(self, answer: Raw, *, first: bool) -> None:
        """Take what an answer of /sync brought to our device; durable on return.

        `first` says that it was asked for without a token.
        """
        ...

    def rooms_changed(self, news: Iterable[News]) -> None:
        """Who is in these rooms may have changed."""
        ...

    async def open_all(self, events: Sequence[tuple[str, Raw]]) -> Sequence[Opened | Sealed]:
        """Events of type `m.room.encrypted` with their rooms, each opened if it can be."""
        ...

    async def seal(self, room_id: str, kind: str, content: Mapping[str, object]) -> Raw:
        """The content for `m.room.encrypted` that stands for it.

        Raises:
            Temporary: not everybody who should read it can be given the key now.
            Unsendable: an obstacle is in the way.
        """
        ...

    def verify(self, event: Raw, room_id: str) -> None:
        """An event of a verification in a room, opened if it was encrypted."""
        ...


class NoEncryption:
    """Reads and writes nothing in encrypted rooms."""

    def __init__(self, obstacle: Obstacle) -> None:
        self._obstacle = obstacle

    @property
    def obstacle(self) -> Obstacle:
        return self._obstacle

    async def open(self) -> None:
        """Nothing to open."""

    async def run(self) -> None:
        """Nothing to tend."""

    async def close(self) -> None:
        """Nothing to close."""

    async def hear(self, answer: Raw, *, first: bool) -> None:
        """Keys that come are for nobody."""

    def rooms_changed(self, news: Iterable[News]) -> None:
        """Nobody is told anything there."""

    async def open_all(self, events: Sequence[tuple[str, Raw]]) -> Sequence[Opened | Sealed]:
        """None can be."""
        return [Sealed.FALSE] * len(events)

    async def seal(
        self,
        room_id: str,  # noqa: ARG002 -- an Encryption
        kind: str,  # noqa: ARG002
        content: Mapping[str, object],  # noqa: ARG002
    ) -> Raw:
        """Refuses; see `Encryption`."""
        raise refusal(self.obstacle)

    def verify(self, event: Raw, room_id: str) -> None:
        """Nobody can verify us."""


def refusal(obstacle: Obstacle) -> Unsendable:
    """Why nothing can be sent."""
    return Unsendable("encrypted" if obstacle is Obstacle.OFF else f"encryption-{obstacle}")
