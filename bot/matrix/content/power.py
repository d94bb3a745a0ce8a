"""Power levels as a room's own state gives them, creators of version 12 rooms included. Pure."""

from __future__ import annotations

import math
from dataclasses import dataclass

from bot.matrix.content.reading import Raw, mapping

_ENDLESS_SINCE = 12
_LARGEST = 2**53
_DIGITS = 4


@dataclass(frozen=True, slots=True)
class Powers:
    """The content of `m.room.power_levels` (empty if there is none) and the creation event."""

    levels: Raw
    creation: Raw

    def of(self, user_id: str) -> float:
        """What that person may do; infinite for creators from version 12 on."""
        creators = self._creators()
        if user_id in creators and self._version() >= _ENDLESS_SINCE:
            return math.inf
        if not self.levels:
            return 100.0 if user_id in creators else 0.0
        default = _level(self.levels.get("users_default"), 0.0)
        return _level(mapping(self.levels.get("users")).get(user_id), default)

    def needed(self, kind: str, *, state: bool) -> float:
        """What sending an event of that type takes."""
        default = _level(self.levels.get("state_default"), 50.0 if self.levels else 0.0)
        if not state:
            default = _level(self.levels.get("events_default"), 0.0)
        return _level(mapping(self.levels.get("events")).get(kind), default)

    def needed_to_ping(self) -> float:
        """What `@room` takes."""
        return _level(mapping(self.levels.get("notifications")).get("room"), 50.0)

    def _creators(self) -> tuple[object, ...]:
        content = mapping(self.creation.get("content"))
        more = content.get("additional_creators")
        named = (content.get("creator"), self.creation.get("sender"))
        return (*named, *more) if isinstance(more, list) else named

    def _version(self) -> int:
        version = mapping(self.creation.get("content")).get("room_version")
        if not isinstance(version, str) or not version.isdecimal() or len(version) > _DIGITS:
            return 1
        return int(version)


def _level(value: object, default: float) -> float:
    """Old rooms hold levels as text; what is no number of Matrix is as if it were not there."""
    try:
        number = int(value) if isinstance(value, str | int | float) else None
    except (ValueError, OverflowError):
        return default
    return default if number is None or abs(number) > _LARGEST else float(number)
