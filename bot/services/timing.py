"""Timing: whether the clock can be believed, before the schedule sends or skips because of it."""

import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta

from bot.domain.clock import ClockVerdict, Reading, clock_verdict

# Only Linux has a clock that nobody sets and that goes on while the machine sleeps.
_BOOT = getattr(time, "CLOCK_BOOTTIME", time.CLOCK_MONOTONIC)


def boot_time() -> timedelta:
    """Time since the machine started, with the time that it slept."""
    return timedelta(seconds=time.clock_gettime(_BOOT))


class ThisMachine:
    """The clocks of the machine that we run on."""

    def now(self) -> datetime:
        """This moment, aware, in UTC."""
        return datetime.now(UTC)

    def boot(self) -> timedelta:
        """See `boot_time`."""
        return boot_time()


_ANSWERS_BY = timedelta(minutes=10)


class Timing:
    """Compares the wall clock with the machine's running time and with the homeserver."""

    def __init__(self, boot: Callable[[], timedelta] = boot_time) -> None:
        self._boot = boot
        self._begun = boot()
        self._server: Reading | None = None
        self._trusted: Reading | None = None

    def server_says(self, date: datetime, at: timedelta | None = None) -> None:
        """Note the Date header (aware) of an answer that came `at` that running time, or now."""
        self._server = Reading(date, self._boot() if at is None else at)

    def server_now(self) -> datetime | None:
        """The time at the homeserver now, None before its first answer."""
        if self._server is None:
            return None
        return self._server.wall + (self._boot() - self._server.boot)

    def blind(self) -> bool:
        """Whether no answer of the homeserver said the time, though there was time for many."""
        return self._server is None and self._boot() - self._begun >= _ANSWERS_BY

    def check(self, now: datetime) -> ClockVerdict:
        """Whether to go on; a reading that was not believed is never compared with."""
        reading = Reading(now, self._boot())
        verdict = clock_verdict(
            reading,
            trusted=self._trusted,
            server_now=self.server_now(),
            # Nothing stored says more: at start the homeserver has to agree anyway.
            newest_stored=None,
        )
        if verdict is not ClockVerdict.HOLD:
            self._trusted = reading
        return verdict
