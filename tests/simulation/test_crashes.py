"""Killed before every statement and every request, and after every one that took effect.

`LOTSE_CRASHES=1` dies at each single step, a larger number at each so-many-th.
"""

from __future__ import annotations

import logging
import os

import pytest

from tests.simulation.conftest import Simulate
from tests.simulation.machine import START
from tests.simulation.scenes import (
    A_DAY_LATER,
    AT_ONCE,
    BEFORE_THE_FOLD,
    ELSEWHERE,
    LATER,
    SCENES,
    Comeback,
    Run,
    played,
)

pytestmark = pytest.mark.simulation
STRIDE = int(os.environ.get("LOTSE_CRASHES", "97"))


@pytest.mark.parametrize(
    ("scene", "comeback"),
    [
        pytest.param(scene, comeback, id=f"{scene}, {comeback.name}")
        for scene in SCENES
        for comeback in (AT_ONCE, LATER, A_DAY_LATER, ELSEWHERE)
    ],
)
def test_killed_at_any_step_it_keeps_every_promise(
    simulate: Simulate[Run], scene: str, comeback: Comeback, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.CRITICAL)
    start = BEFORE_THE_FOLD if scene == "fold" else START
    whole = simulate(lambda world: played(world, SCENES[scene]), start=start)
    assert whole.faults == []
    assert len(whole.steps) > 10
    found = []
    for at in range(0, len(whole.steps), STRIDE):
        run = simulate(
            lambda world, at=at: played(world, SCENES[scene], at=at, comeback=comeback),
            start=start,
        )
        assert run.killed
        found += [f"killed before step {at}, {whole.steps[at]}: {fault}" for fault in run.faults]
    assert found == []
