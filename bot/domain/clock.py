"""Whether the wall clock can be believed before anything is sent or skipped because of it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

_TOLERANCE = timedelta(minutes=5)


class ClockVerdict(StrEnum):
    """`CATCH_UP`: time is missing, but the clock is right. `HOLD`: decide nothing, tell the office.

    Both `OK` and `CATCH_UP` let the schedule go on.
    """

    OK = "ok"
    CATCH_UP = "catch-up"
    HOLD = "hold"


@dataclass(frozen=True, slots=True)
class Reading:
    """The wall clock (aware) and CLOCK_BOOTTIME (which counts a suspended machine's sleep)."""

    wall: datetime
    boot: timedelta


def clock_verdict(
    now: Reading,
    *,
    trusted: Reading | None,
    server_now: datetime | None,
    newest_stored: datetime | None,
) -> ClockVerdict:
    """Whether to go on.

    `trusted` is the last reading that was not held, None at start: keep it while holding, or the
    jump is forgotten. `server_now` is the Date header of the homeserver's latest answer plus the
    boot time that has passed since. `newest_stored` is the newest past moment in the database.
    """
    if server_now is not None and abs(now.wall - server_now) > _TOLERANCE:
        return ClockVerdict.HOLD
    doubtful = trusted is None or _jumped(trusted, now) or _went_back(newest_stored, now)
    if doubtful and server_now is None:
        return ClockVerdict.HOLD
    if doubtful or (trusted is not None and now.wall - trusted.wall > _TOLERANCE):
        return ClockVerdict.CATCH_UP
    return ClockVerdict.OK


def _jumped(trusted: Reading, now: Reading) -> bool:
    return abs((now.wall - trusted.wall) - (now.boot - trusted.boot)) > _TOLERANCE


def _went_back(newest_stored: datetime | None, now: Reading) -> bool:
    return newest_stored is not None and now.wall < newest_stored - _TOLERANCE
