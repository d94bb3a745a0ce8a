"""Why a day or a time of day that somebody typed cannot count as it stands."""

from __future__ import annotations

from datetime import date

from bot.domain.errors import WrongInput


class UnreadableDay(WrongInput):
    """Not a day in any form we know; `text`."""


class VagueDay(UnreadableDay):
    """Many days, such as "Anfang Mai"; `text`, and `day` is one of them."""

    def __init__(self, *, text: str, day: date) -> None:
        super().__init__(text=text, day=day)
        self.text, self.day = text, day

    @property
    def days(self) -> tuple[date, ...]:
        """What to propose."""
        return (self.day,)


class AmbiguousDay(UnreadableDay):
    """5/3 is in March or in May; `text`, `day` (day first) and `other` (month first)."""

    def __init__(self, *, text: str, day: date, other: date) -> None:
        super().__init__(text=text, day=day, other=other)
        self.text, self.day, self.other = text, day, other

    @property
    def days(self) -> tuple[date, ...]:
        """What to propose."""
        return (self.day, self.other)


class MissingDay(UnreadableDay):
    """A time of day without a day; `text`."""


class NoSuchDay(WrongInput):
    """31 February; `text`."""


class WrongWeekday(WrongInput):
    """The weekday and the date do not belong together; `text`, `day` (what the date says)."""


class PastDay(WrongInput):
    """A day that had to lie ahead; `day`. Callers decide."""


class FutureDay(WrongInput):
    """A day that had to lie behind; `day`."""


class UnreadableTime(WrongInput):
    """Not a time of day in any form we know; `text`."""


class MissingTime(WrongInput):
    """A day, or only a part of one, without a time of day; `text`."""


class NoSuchTime(WrongInput):
    """25:00; `text`."""


class UnclearMidnight(WrongInput):
    """Midnight begins a day and ends one; `text`."""
