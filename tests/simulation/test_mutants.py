"""The judge is judged: each planted defect must be found."""

from __future__ import annotations

import logging

import pytest

from tests.simulation.conftest import Simulate
from tests.simulation.machine import START
from tests.simulation.mutants import MUTANTS, Mutant
from tests.simulation.scenes import BEFORE_THE_FOLD, SCENES, Run, played

pytestmark = pytest.mark.simulation


@pytest.mark.parametrize("mutant", MUTANTS, ids=lambda mutant: mutant.name)
def test_every_planted_defect_is_found(
    simulate: Simulate[Run], mutant: Mutant, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.CRITICAL)
    scene = SCENES[mutant.scene]
    start = BEFORE_THE_FOLD if mutant.scene == "fold" else START
    sound = simulate(lambda world: played(world, scene), start=start)
    assert sound.faults == []
    with mutant.planted():
        whole = simulate(lambda world: played(world, scene), start=start)
        if not mutant.killed:
            assert whole.faults
            return
        for at in range(len(whole.steps)):
            run = simulate(
                lambda world, at=at: played(world, scene, at=at, comeback=mutant.comeback)
            )
            if run.faults:
                return
    pytest.fail("it was not found")
