"""One Synapse for all tests of this folder, which may kill it, and a new bot for each."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import pytest

from bot.demo.homeserver import Homeserver
from bot.demo.install import default_venv, ensure_synapse
from bot.demo.progress import Steps
from tests.faults import ground
from tests.faults.ground import Ground
from tests.faults.life import OFFICE, ROOM
from tests.matrix.fake_homeserver import FakeHomeserver


@pytest.fixture(scope="session")
def homeserver(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Homeserver]:
    ensure_synapse(default_venv(), Steps(1))
    server = Homeserver(tmp_path_factory.mktemp("synapse"), default_venv())
    server.start()
    yield server
    server.stop()


@pytest.fixture
async def place(homeserver: Homeserver, tmp_path: Path) -> AsyncIterator[Ground]:
    """Rooms, a proxy before the homeserver, and a bot that is there and has answered."""
    async with ground.ground(homeserver, tmp_path) as made:
        await made.arrived()
        yield made


@pytest.fixture
async def hs() -> AsyncIterator[FakeHomeserver]:
    """A community of two rooms on the stand-in homeserver, for what needs no real one."""
    async with FakeHomeserver() as made:
        made.room(ROOM)
        made.room(OFFICE)
        yield made
