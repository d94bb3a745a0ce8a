"""Killed at any moment, with its homeserver, the bot loses nothing and says nothing twice."""

from __future__ import annotations

import pytest

from tests.faults.ground import Ground
from tests.faults.storm import Outcome, plan, rage

pytestmark = pytest.mark.e2e


def test_a_storm_is_the_same_for_the_same_seed() -> None:
    rounds = plan(7, 60, 12, 1)
    assert rounds == plan(7, 60, 12, 1)
    assert sum(len(one.said) for one in rounds) == 60


async def test_nothing_is_lost_and_nothing_doubled_under_random_kills(place: Ground) -> None:
    await rage(place, plan(7, 60, 12, 1))
    outcome = await Outcome.of(place)
    assert outcome.asked >= 60
    assert (outcome.lost, outcome.doubled, outcome.untold) == (0, 0, 0)
