"""What the Matrix part is told by the configuration, and what it needs from the other parts."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, tzinfo
from pathlib import Path
from typing import Protocol

from bot.dispatch.declaring.describing import Menu
from bot.domain.dialogue.message import Message, Text
from bot.domain.dialogue.question import Question
from bot.domain.flooding import Limits
from bot.domain.journal import InboxRow, Outgoing
from bot.matrix.door.wire import Wire
from bot.services.ports import Machine
from bot.storage.pins import Pin

RETRY_PAUSE = 2.0
"""Of /sync, an answer and the question about its room, tried side by side: once a second at most."""


@dataclass(frozen=True, slots=True, kw_only=True)
class MatrixConfig:
    """The account, and who may invite it.

    A password (used for the first login only), an access token with its device id, or OAuth.
    """

    homeserver: str | None
    """Its address; None: what the server in the user id names."""
    user_id: str
    password: str | None = field(default=None, repr=False)
    access_token: str | None = field(default=None, repr=False)
    device_id: str | None = None
    oauth: bool = False
    """Whether people log us in on a page of the server's."""
    device_name: str = "Netzwerklotse"
    display_name: str = "Lotse"
    data_dir: Path
    zone: tzinfo = UTC
    """Of the moments that people are told."""
    invite_servers: frozenset[str] = frozenset()
    invite_people: frozenset[str] = frozenset()
    admins: frozenset[str] = frozenset()
    retry_pause: float = RETRY_PAUSE
    """Seconds before the second try of whatever failed; each further one waits longer."""
    menu_pause: float = 10.0
    """Seconds before each state event that describes a command."""
    limits: Limits = field(default_factory=Limits)
    share_with: str | None = None
    """Whose devices get room keys: `cross-signed` or `all`; None where nothing is encrypted."""
    recovery_key: str | None = field(default=None, repr=False)
    """Recovery key or passphrase of the account's secret storage, if our identity is not here."""


class Words(Protocol):
    """Words what the Matrix part itself has to say; called inside transactions, so pure."""

    def aside(self, message: Message, text: Text) -> Outgoing:
        """A word to whoever wrote a message that is not handled."""
        ...

    def room(self, key: str, target: str, text: Text, reader: str | None = None) -> Outgoing:
        """A message to a room, under that key; in the voice of whom it is for, if it is for one."""
        ...

    def office(self, name: str, text: Text) -> Sequence[Outgoing]:
        """Messages to wherever the office is; the same name is told only once, ever."""
        ...


class Rights(Protocol):
    """Who has rights, and by which cryptographic identity we know a person."""

    def has_rights(self, user_id: str) -> bool:
        """Whether the person has more to lose than a membership."""
        ...

    def pinned(self, user_id: str) -> Pin | None:
        """How we know the person, if we do."""
        ...

    def note(self, changed: Iterable[Pin]) -> None:
        """These pins are stored now."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Ports:
    """The other parts, as far as the Matrix part needs them."""

    now: Callable[[], datetime]
    """Wall time, aware, in UTC."""
    words: Words
    concerns_us: Callable[[Message], bool]
    """Pure; decides whether the text of a message may be stored."""
    answers: Callable[[Message], bool]
    """Pure; whether the message answers a question of ours."""
    take: Callable[[Sequence[InboxRow]], None]
    """Handles messages that are durably stored."""
    rooms_changed: Callable[[], Awaitable[None]]
    """Told after the commit that changed the rooms."""
    question_changed: Callable[[Question], None]
    """Told after the commit that closed a question whose message will never be seen."""
    space: Callable[[], str | None]
    """The space whose members are the community, if there is one."""
    rights: Callable[[], Rights]
    """Asked for when it is needed: it is made later than this."""
    machine: Machine | None = None
    wire: Wire | None = None
    """How requests travel, and the clocks that their answers are compared with; None: the usual."""
    leads: Callable[[], bool] = lambda: True
    """Whether no other bot can speak for the account at this moment."""
    menus: Callable[[Iterable[str]], Mapping[str, Menu]] = lambda rooms: dict.fromkeys(
        rooms, Menu()
    )
    """The descriptions of commands that each of these rooms should have; pure and quick."""
