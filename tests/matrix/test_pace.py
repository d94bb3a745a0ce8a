"""What refusals teach about how fast the homeserver takes messages."""

from __future__ import annotations

import pytest

from bot.matrix.sending.pace import Pace


@pytest.mark.parametrize(("rest", "interval"), [(2.0, 5.0), (30.0, 3.0)])
async def test_a_refusal_teaches_a_pace_only_soon_after_the_last_message(
    rest: float, interval: float
) -> None:
    pace = Pace()
    left = pace.leave()
    pace.passed(left - rest)
    pace.refused(left, 3.0)
    pace.leave()
    pace.leave()
    assert pace._next - left == pytest.approx(3.0 + 2 * interval, abs=0.5)


async def test_a_long_pause_is_kept_and_makes_nobody_slow_for_hours() -> None:
    pace = Pace()
    pace.refused(pace.leave(), 300.0)
    paused = pace.wait()
    for _ in range(60):
        pace.passed(pace.leave())
    assert paused >= 300.0
    assert 0.0 < pace._interval < 2.0


async def test_what_left_before_a_refusal_knows_that_it_came() -> None:
    pace = Pace()
    left = pace.leave()
    before = pace.closed_since(left)
    pace.refused(pace.leave(), 3.0)
    assert (before, pace.closed_since(left)) == (False, True)
    assert not pace.closed_since(pace.leave())
