"""A room that the bot is or was in, and what it wants to hear."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from bot.domain.journal import Purpose


class PostKind(StrEnum):
    """Kinds of scheduled posts, which a room can switch off one by one."""

    MEETING = "meeting"
    ANNOUNCEMENT = "announcement"


@dataclass(frozen=True, slots=True, kw_only=True)
class Room:
    """`direct_with` is the person of a direct chat; `encrypted` never turns back."""

    room_id: str
    name: str = ""
    joined: bool = True
    joined_at: datetime | None = None
    encrypted: bool = False
    direct_with: str | None = None
    purpose: Purpose | None = None
    language: str | None = None
    greeted: bool = False
    successor: str | None = None
