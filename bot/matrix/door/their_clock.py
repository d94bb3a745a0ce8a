"""What the homeserver's answers say about the time, beside our own clocks at that moment."""

from __future__ import annotations

from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

from bot.services.ports import Machine


class TheirClock:
    """Knows the `Date` of the latest answer."""

    def __init__(self, machine: Machine) -> None:
        self._machine = machine
        self._latest: tuple[str, float, float] | None = None

    def said(self, date: str | None) -> None:
        """An answer came with this `Date` header, or with none."""
        if date is not None:
            now, boot = self._machine.now().timestamp(), self._machine.boot().total_seconds()
            self._latest = (date, now, boot)

    @property
    def date(self) -> datetime | None:
        """The homeserver's own time (aware) at its latest answer."""
        try:
            theirs = parsedate_to_datetime(self._latest[0]) if self._latest else None
        except ValueError:
            return None
        # An HTTP date without a known zone is in UTC.
        return theirs.replace(tzinfo=theirs.tzinfo or UTC) if theirs else None

    @property
    def boot(self) -> float | None:
        """Seconds since our machine started, sleep included, when `date` came."""
        return self._latest[2] if self._latest and self.date else None

    @property
    def offset(self) -> float | None:
        """Seconds that our clock was ahead of the homeserver's at its latest answer."""
        theirs = self.date
        return self._latest[1] - theirs.timestamp() if self._latest and theirs else None
