"""Days of faults leave nothing behind in the bot's memory. With `LOTSE_YEARS`: it takes a minute."""

from __future__ import annotations

import asyncio
import gc
import logging
import os
import tracemalloc
from collections.abc import Sequence
from pathlib import Path

import pytest

import bot
from tests.simulation.conftest import Simulate
from tests.simulation.week import lived
from tests.simulation.world import World

pytestmark = pytest.mark.simulation
_OURS = tracemalloc.Filter(inclusive=True, filename_pattern=f"{Path(bot.__file__).parent}/*")


@pytest.mark.skipif("LOTSE_YEARS" not in os.environ, reason="takes a minute")
def test_days_of_faults_leave_nothing_behind(
    simulate: Simulate[Sequence[int]], caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.CRITICAL)
    sizes = simulate(_measured)
    # While one life ends and the next begins there are two.
    first, second = (min(half) for half in (sizes[:8], sizes[8:16]))
    assert second < 1.15 * first, sizes


async def _measured(world: World) -> Sequence[int]:
    """What the bot's own code holds, in bytes, at the end of every third hour."""
    sizes: list[int] = []

    async def watch() -> None:
        while True:
            await asyncio.sleep(3 * 3600)
            gc.collect()
            held = tracemalloc.take_snapshot().filter_traces((_OURS,))
            sizes.append(sum(trace.size for trace in held.traces))

    tracemalloc.start()
    watching = asyncio.create_task(watch())
    try:
        await lived(world, days=2, acts=400, troubles=40)
    finally:
        watching.cancel()
        tracemalloc.stop()
    return sizes
