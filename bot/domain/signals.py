"""What changed, told after the commit to those who hold something in memory."""

from __future__ import annotations

from dataclasses import dataclass


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


Signal = NetworkChanged | NetworksImported | RolesChanged | RoomsChanged | PlanChanged
