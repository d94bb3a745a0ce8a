"""What a handler is given besides its argument."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo

from bot.domain.dialogue.message import Message
from bot.domain.dialogue.people import Person
from bot.services import Services

if TYPE_CHECKING:  # the router holds commands, whose handlers are given a context
    from bot.dispatch.declaring.router import Router


@dataclass(frozen=True, slots=True, kw_only=True)
class Context:
    """The message, its sender as we know them, and the services; `now` is UTC."""

    message: Message
    person: Person
    services: Services
    commands: "Router"
    now: datetime
    zone: str
    language: str
    path: tuple[str, ...] = ()
    """The words of the command that runs."""
    line: str = ""
    """What was typed behind them."""
    former: Mapping[str, Any] | None = None
    """The memory of what the same command did before its message was edited; it is undone."""

    @property
    def local(self) -> ZoneInfo:
        """The zone in which moments are shown."""
        return ZoneInfo(self.zone)

    @property
    def today(self) -> date:
        """The local day."""
        return self.now.astimezone(self.local).date()
