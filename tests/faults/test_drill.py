"""The disk is lost and a backup put back: what the rooms heard since is not said a second time."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.faults.drill import drill
from tests.faults.ground import Ground

pytestmark = pytest.mark.e2e


async def test_after_a_restore_nothing_is_said_twice_and_nothing_new_is_lost(
    place: Ground, tmp_path: Path
) -> None:
    drilled = await drill(place, tmp_path / "copy.tar.gz")
    assert [figure.row for figure in drilled.figures() if not figure.reached] == []
