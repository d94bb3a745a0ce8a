"""What changed, told after the commit to those who hold something in memory."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

if TYPE_CHECKING:  # a question's texts stand beside the messages that tell signals
    from bot.domain.dialogue.question import Question


@dataclass(frozen=True, slots=True)
class BackupDue:
    """This day has no backup yet."""

    now: datetime


@dataclass(frozen=True, slots=True)
class NetworkChanged:
    """A network, its offers or its needs."""

    number: int


@dataclass(frozen=True, slots=True)
class NetworksImported:
    """A file of networks, offers or needs was read, perhaps by another process."""


@dataclass(frozen=True, slots=True)
class RolesChanged:
    """Somebody was given or lost a role."""


@dataclass(frozen=True, slots=True)
class RoomsChanged:
    """A room's purpose, language or membership."""


@dataclass(frozen=True, slots=True)
class PlanChanged:
    """A scheduled post was added, moved or dropped: look when to wake next."""


@dataclass(frozen=True, slots=True)
class QuestionChanged:
    """A question was put, or has its answer."""

    question: Question


@dataclass(frozen=True, slots=True)
class PreferencesChanged:
    """How a person wants to be spoken to, or when a room wants quiet."""


Signal = (
    BackupDue
    | NetworkChanged
    | NetworksImported
    | RolesChanged
    | RoomsChanged
    | PlanChanged
    | QuestionChanged
    | PreferencesChanged
)

EVERYTHING: tuple[Signal, ...] = (
    NetworksImported(),
    RolesChanged(),
    RoomsChanged(),
    PlanChanged(),
    PreferencesChanged(),
)
"""All that is held in memory except questions, for when nobody knows what changed."""
