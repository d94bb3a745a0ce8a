"""How a person or a room wants to be spoken to, and when not at all."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, time, timedelta

from bot.domain.calendar import to_local, to_utc
from bot.domain.dialogue.voice import Voice


@dataclass(frozen=True, slots=True)
class Calm:
    """Hours of every day in which nothing unasked arrives; they may lie across midnight."""

    start: time
    end: time

    def over(self, now: datetime, zone: str) -> datetime | None:
        """When the calm that reigns now is over, in UTC; None if none does."""
        local = to_local(now, zone).replace(tzinfo=None)
        for days in (-1, 0):
            day = local.date() + timedelta(days=days)
            start = datetime.combine(day, self.start)
            end = datetime.combine(day, self.end)
            if end <= start:
                end += timedelta(days=1)
            if start <= local < end:
                return to_utc(end, zone)
        return None

    def next(self, now: datetime, zone: str) -> datetime:
        """When the next calm begins, in UTC."""
        local = to_local(now, zone).replace(tzinfo=None)
        start = datetime.combine(local.date(), self.start)
        return to_utc(start if local < start else start + timedelta(days=1), zone)


@dataclass(frozen=True, slots=True, kw_only=True)
class Preference:
    """What a person (by Matrix id) or a room (by room id) chose; None where nothing."""

    target: str
    voice: Voice | None = None
    calm: Calm | None = None
