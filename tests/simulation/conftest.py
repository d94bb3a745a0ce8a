"""Worlds to simulate, each in a folder in memory where there is one."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Awaitable, Callable, Iterator
from datetime import datetime
from pathlib import Path
from typing import TypeVar

import pytest

from tests.simulation import template as templates
from tests.simulation.machine import START
from tests.simulation.world import World, simulated

T = TypeVar("T")
Play = Callable[[World], Awaitable[T]]
Simulate = Callable[..., T]

_MEMORY = Path("/dev/shm")  # noqa: S108 -- nothing secret, and a durable write costs nothing there


@pytest.fixture(scope="session")
def template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("template") / "lotse.db"
    templates.made(path)
    return path


@pytest.fixture
def folder() -> Iterator[Path]:
    made = tempfile.mkdtemp(dir=_MEMORY if _MEMORY.is_dir() else None)
    yield Path(made)
    shutil.rmtree(made)


@pytest.fixture
def simulate(template: Path, folder: Path) -> Simulate[T]:
    """Run a play in a world of its own."""

    def run(play: Play[T], seed: int = 1, start: datetime = START) -> T:
        place = folder / str(len(list(folder.iterdir())))
        place.mkdir()
        return simulated(template, place, seed, play, start)

    return run
