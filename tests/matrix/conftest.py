"""The bot's Matrix part against the stand-in homeserver."""

from __future__ import annotations

import shutil
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from tests.matrix.fake_homeserver import FakeHomeserver
from tests.matrix.lotse import Lotse


@pytest.fixture(autouse=True)
async def tidy() -> AsyncIterator[None]:
    """Close what a failing test left open."""
    yield
    for one in list(Lotse.alive):
        await one.kill()


@pytest.fixture
async def hs() -> AsyncIterator[FakeHomeserver]:
    async with FakeHomeserver() as homeserver:
        yield homeserver


@pytest.fixture
async def lotse(hs: FakeHomeserver, migrated: Path, tmp_path: Path) -> AsyncIterator[Lotse]:
    """Started in one room with Anna and Bernd, its first sync done."""
    hs.room()
    shutil.copy(migrated, tmp_path)
    one = Lotse(hs, tmp_path)
    await one.start()
    await hs.until(lambda: one.matrix.health().last_sync is not None)
    yield one
    await one.stop()
