"""The order of sending: each lane in order, answers before posts, and people take turns."""

from __future__ import annotations

import asyncio
from collections import deque
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import datetime

from bot.domain import journal
from bot.domain.journal import OutboxRow, OutboxState, Priority
from bot.matrix.content.effects import LIMITED_WITH_MESSAGES
from bot.matrix.door.patience import Backoff, seconds
from bot.matrix.sending.fairness import FairQueue


@dataclass(slots=True)
class Load:
    """A row on its way: what it became since it was stored, and how often it failed."""

    row: OutboxRow
    backoff: Backoff
    state: OutboxState
    since: datetime | None
    """When it may first have reached the homeserver."""
    device: str | None
    asker: str
    """Who waits for it: the person who caused it, as far as we know, else the room."""
    room_id: str | None = None
    looked: bool = False
    """Whether its room was asked for it in this run."""
    faults: int = 0
    unseen: int = 0
    """How often nobody could say whether it was sent, although the homeserver works; of a file,
    how often it was not taken."""
    first_fault: float = 0.0
    taken_at: float = field(default_factory=seconds)

    @classmethod
    def of(cls, row: OutboxRow, backoff: Backoff, asker: str | None = None) -> Load:
        since, device = row.first_attempt_at, row.device_id
        return cls(row, backoff, row.state, since, device, asker or row.target)

    @property
    def opens_a_chat(self) -> bool:
        """Whether it still looks for the room of a person."""
        return self.row.target.startswith("@") and self.room_id is None

    @property
    def counted(self) -> bool:
        """Whether the homeserver counts its request with all messages; opening a chat is another."""
        return self.row.effect in LIMITED_WITH_MESSAGES and not self.opens_a_chat


@dataclass(slots=True)
class Lane:
    """Loads that leave one after the other; only the first is ever touched."""

    key: journal.Lane
    loads: deque[Load]
    resting: bool = False

    @property
    def head(self) -> Load:
        return self.loads[0]

    @property
    def asker(self) -> str:
        return self.head.asker


class NotNow(Exception):  # noqa: N818 -- no fault
    """Nothing is wrong with the head of a lane, but it does not leave now."""


class Held(NotNow):
    """While it was prepared, the homeserver asked for patience: not before that has passed."""


class Waits(NotNow):
    """It needs the event id of another row that is still on its way; `key` names that."""

    def __init__(self, key: str) -> None:
        super().__init__(key)
        self.key = key


class Stale(NotNow):
    """It never left, and must not as it stands: it stays stored for whoever decides it anew."""


class Lanes:
    """All lanes that hold something. Only the look `is_quiet` may be taken from other threads."""

    def __init__(self) -> None:
        self._lanes: dict[journal.Lane, Lane] = {}
        self._ready: dict[Priority, FairQueue[Lane]] = {one: FairQueue() for one in Priority}
        self._waiting: dict[str, list[Lane]] = {}

    def is_quiet(self, priority: Priority) -> bool:
        """Whether nothing so urgent waits for its turn."""
        return not any(self._ready[one] for one in Priority if one <= priority)

    def is_idle(self) -> bool:
        """Whether nothing but looks is to leave now, or on its way."""
        looks = Priority.TRIMMING
        return all(lane.resting or lane.key[1] is looks for lane in self._lanes.values())

    def add(self, load: Load) -> None:
        """Put it at the end of its lane."""
        key = load.row.lane
        lane = self._lanes.get(key)
        if lane is None:
            lane = self._lanes[key] = Lane(key, deque([load]))
            self._ready[load.row.priority].append(lane.asker, lane)
        else:
            lane.loads.append(load)

    def next(self) -> Lane | None:
        """Take the lane whose turn it is; give it back by `done`, `again` or `rest`."""
        for waiting in self._ready.values():
            if waiting:
                return waiting.popleft()
        return None

    def done(self, lane: Lane) -> None:
        """Its head has left, or never will; those that waited for it are tried again."""
        key = lane.loads.popleft().row.key
        for waiting in self._waiting.pop(key, ()):
            self.wake(waiting)
        if lane.loads:
            self._ready[lane.key[1]].append(lane.asker, lane)
        else:
            del self._lanes[lane.key]

    def put_off(self, lane: Lane, why: NotNow) -> None:
        """Its head does not leave now."""
        match why:
            case Waits():
                self.rest(lane, until=why.key)
            case Stale():
                self.done(lane)
            case _:
                self.again(lane)

    def again(self, lane: Lane) -> None:
        """Its head is the next to try."""
        self._ready[lane.key[1]].appendleft(lane.asker, lane)

    def rest(self, lane: Lane, *, until: str | None = None) -> None:
        """Its head cannot leave before `wake`, or before the row of that key is done."""
        lane.resting = True
        if until is not None:
            self._waiting.setdefault(until, []).append(lane)

    def pause(self, lane: Lane, span: float, then: Callable[[], None]) -> None:
        """Its head may be tried again after a span in seconds; `then` is called."""

        def wake() -> None:
            self.wake(lane)
            then()

        self.rest(lane)
        asyncio.get_running_loop().call_later(span, wake)

    def wake(self, lane: Lane) -> None:
        """Its head may be tried again."""
        if lane.resting:
            lane.resting = False
            self.again(lane)

    def oldest(self) -> float:
        """Seconds that the longest waiting load waits."""
        now = seconds()
        return max((now - load.taken_at for load in self), default=0.0)

    def __len__(self) -> int:
        return sum(len(lane.loads) for lane in self._lanes.values())

    def __iter__(self) -> Iterator[Load]:
        return (load for lane in self._lanes.values() for load in lane.loads)
