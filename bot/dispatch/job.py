"""The clock door: jobs say how often they run and return what is due as values."""

import importlib
import pkgutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from types import ModuleType

from bot.domain.dialogue.message import Post
from bot.domain.dialogue.signals import Signal
from bot.services import Services
from bot.storage.database import Transaction


@dataclass(frozen=True, slots=True)
class Due:
    """Posts that follow from one cause (an occurrence's key), each stored once by its name."""

    cause: str
    posts: tuple[Post, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Moment:
    """What a job is given; `now` is UTC."""

    services: Services
    now: datetime


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a job found due, and what changed by it.

    `again` is when it wants to look again, if that is before its interval is over.
    """

    due: tuple[Due, ...] = ()
    signals: tuple[Signal, ...] = ()
    again: datetime | None = None


Run = Callable[[Moment, Transaction], Outcome]


@dataclass(frozen=True, slots=True)
class Job:
    """A piece of work at an interval, inside one transaction."""

    name: str
    every: timedelta
    run: Run


class Schedule:
    """Jobs by name. One schedule per module; `discover` joins them."""

    def __init__(self) -> None:
        self._jobs: dict[str, Job] = {}

    @classmethod
    def discover(cls, package: ModuleType) -> "Schedule":
        """All jobs of the package's modules, each of which has a `schedule`."""
        whole = cls()
        for module in pkgutil.iter_modules(package.__path__, f"{package.__name__}."):
            for job in importlib.import_module(module.name).schedule:
                whole._jobs[job.name] = job
        return whole

    def __iter__(self) -> Iterator[Job]:
        return iter(self._jobs.values())

    def every(self, interval: timedelta) -> Callable[[Run], Run]:
        """Declare a job under its function's name."""

        def declare(run: Run) -> Run:
            name = getattr(run, "__name__", "job")
            self._jobs[name] = Job(name, interval, run)
            return run

        return declare
