"""Weeks of faults: whatever goes wrong, every promise is kept.

`LOTSE_SEEDS=1000` lives through a thousand weeks; `LOTSE_SEEDS=17-17` repeats one.
"""

from __future__ import annotations

import logging
import os

import pytest

from tests.simulation.conftest import Simulate
from tests.simulation.week import Outcome, lived

pytestmark = pytest.mark.simulation


def seeds() -> range:
    """A handful, unless more are wanted."""
    first, _, last = os.environ.get("LOTSE_SEEDS", "1-4").rpartition("-")
    return range(int(first or 1), int(last) + 1)


@pytest.mark.parametrize("seed", seeds())
def test_in_a_week_of_faults_every_promise_is_kept(
    simulate: Simulate[Outcome], seed: int, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.CRITICAL)
    outcome = simulate(lived, seed)
    assert outcome.faults == []
    assert outcome.asked > 50
