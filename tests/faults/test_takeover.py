"""A leader that is gone, or only stands still, is followed by the one who waits."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.demo.homeserver import Homeserver
from tests.faults.ground import ground
from tests.faults.takeover import Loss, pair, take_over
from tests.postgres import empty_schema

pytestmark = pytest.mark.e2e


@pytest.mark.parametrize("loss", Loss, ids=lambda loss: loss.name.lower())
async def test_the_one_who_waits_takes_over_and_the_former_one_says_nothing_when_it_wakes(
    homeserver: Homeserver, tmp_path: Path, postgres_url: str, loss: Loss
) -> None:
    url = await empty_schema(postgres_url)
    async with ground(homeserver, tmp_path) as place, pair(place, url) as both:
        taken = await take_over(both, loss, 7)
    wrong = taken.outcome.lost + taken.outcome.doubled + taken.outcome.untold
    assert (wrong, taken.sent) == (0, 0)
    assert taken.code == (0 if loss is Loss.STOPPED else 75)
