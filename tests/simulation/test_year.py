"""A whole year of the community: long plans, both changes of the clocks, and what piles up.

`LOTSE_YEARS=3` lives through three; none unless it is asked for.
"""

from __future__ import annotations

import logging
import os

import pytest

from tests.simulation.conftest import Simulate
from tests.simulation.week import Outcome, lived

pytestmark = pytest.mark.simulation


@pytest.mark.parametrize("seed", range(1, int(os.environ.get("LOTSE_YEARS", "0")) + 1))
def test_in_a_year_of_faults_every_promise_is_kept(
    simulate: Simulate[Outcome], seed: int, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.CRITICAL)
    outcome = simulate(lambda world: lived(world, days=364, acts=400, troubles=60), seed)
    assert outcome.faults == []
    assert outcome.asked > 300
