from datetime import UTC, datetime, timedelta

import pytest

from bot.domain.clock import ClockVerdict, Reading, clock_verdict

NOON = datetime(2026, 11, 23, 12, tzinfo=UTC)
HALF_MINUTE = timedelta(seconds=30)
HOUR = timedelta(hours=1)
BEFORE = Reading(NOON, HOUR)
TICK = Reading(NOON + HALF_MINUTE, HOUR + HALF_MINUTE)
WOKEN = Reading(NOON + 8 * HOUR, HOUR + 8 * HOUR)
JUMPED_AHEAD = Reading(NOON + 8 * HOUR, HOUR + HALF_MINUTE)
JUMPED_BACK = Reading(NOON - HOUR, HOUR + HALF_MINUTE)


@pytest.mark.parametrize(
    ("now", "trusted", "server_now", "verdict"),
    [
        (TICK, BEFORE, TICK.wall, ClockVerdict.OK),
        (TICK, BEFORE, None, ClockVerdict.OK),
        (TICK, BEFORE, TICK.wall + HOUR, ClockVerdict.HOLD),
        (WOKEN, BEFORE, WOKEN.wall, ClockVerdict.CATCH_UP),
        (WOKEN, BEFORE, None, ClockVerdict.CATCH_UP),
        (JUMPED_AHEAD, BEFORE, TICK.wall, ClockVerdict.HOLD),
        (JUMPED_AHEAD, BEFORE, JUMPED_AHEAD.wall, ClockVerdict.CATCH_UP),
        (JUMPED_AHEAD, BEFORE, None, ClockVerdict.HOLD),
        (JUMPED_BACK, BEFORE, JUMPED_BACK.wall, ClockVerdict.CATCH_UP),
        (JUMPED_BACK, BEFORE, None, ClockVerdict.HOLD),
        (TICK, None, TICK.wall + timedelta(minutes=4), ClockVerdict.CATCH_UP),
        (TICK, None, TICK.wall - timedelta(minutes=6), ClockVerdict.HOLD),
        (TICK, None, None, ClockVerdict.HOLD),
    ],
)
def test_a_clock_is_believed_when_it_runs_evenly_or_the_homeserver_agrees(
    now: Reading, trusted: Reading | None, server_now: datetime | None, verdict: ClockVerdict
) -> None:
    assert verdict == clock_verdict(
        now, trusted=trusted, server_now=server_now, newest_stored=NOON - HOUR
    )


@pytest.mark.parametrize(
    ("newest", "server_now", "verdict"),
    [
        (TICK.wall + timedelta(minutes=4), None, ClockVerdict.OK),
        (TICK.wall + HOUR, None, ClockVerdict.HOLD),
        (TICK.wall + HOUR, TICK.wall, ClockVerdict.CATCH_UP),
    ],
)
def test_a_clock_behind_what_is_stored_needs_the_homeserver_to_agree(
    newest: datetime, server_now: datetime | None, verdict: ClockVerdict
) -> None:
    assert verdict == clock_verdict(
        TICK, trusted=BEFORE, server_now=server_now, newest_stored=newest
    )
