"""How much one person, one room, one server and all together may ask of us: token buckets."""

from __future__ import annotations

from collections import OrderedDict
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

_REMEMBERED = 10_000
_NOTICE_EVERY = timedelta(minutes=10)
_NOTICES = 20
"""So many different people and rooms are told in that time, however many there are."""
_ANSWER = 0.2


class Whose(StrEnum):
    """Whose limit it is, from the narrowest to the widest."""

    PERSON = "person"
    ROOM = "room"
    SERVER = "server"
    EVERYONE = "everyone"


@dataclass(frozen=True, slots=True)
class Rate:
    """So many at once, then so many a minute."""

    burst: int
    per_minute: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """None limits nobody."""

    person: Rate | None = None
    room: Rate | None = None
    server: Rate | None = None
    everyone: Rate | None = None

    def of(self, whose: Whose) -> Rate | None:
        """The rate of that level."""
        rate: Rate | None = getattr(self, whose)
        return rate


@dataclass(frozen=True, slots=True)
class Asked:
    """One message that wants something; `at` (aware) never lies before what came earlier.

    An answer to a question of ours costs a fifth of a command: filling in a form is no flood.
    """

    sender: str
    room_id: str
    at: datetime
    answers: bool = False

    @property
    def cost(self) -> float:
        return _ANSWER if self.answers else 1.0

    def key(self, whose: Whose) -> str:
        """The bucket that it draws from."""
        match whose:
            case Whose.PERSON:
                return self.sender
            case Whose.ROOM:
                return self.room_id
            case Whose.SERVER:
                return self.sender.partition(":")[2]
        return ""


@dataclass(frozen=True, slots=True)
class Refused:
    """Over the limit; `told` if its sender, or the room, shall be told of it now."""

    whose: Whose
    told: bool


_Key = tuple[str, str]
_Level = tuple[float, datetime]


class Flooding:
    """Buckets in memory, the ten thousand used last. A restart fills them all."""

    def __init__(self, limits: Limits) -> None:
        self._limits = limits
        self._levels: OrderedDict[_Key, _Level] = OrderedDict()
        self._told: OrderedDict[_Key, datetime] = OrderedDict()

    def __len__(self) -> int:
        return len(self._levels)

    def trial(self) -> Trial:
        """Decide about a batch; nothing counts before it is `keep`-ed."""
        return Trial(self)

    def level(self, key: _Key) -> _Level | None:
        """What is in a bucket, and since when; None if it is full."""
        return self._levels.get(key)

    def told(self, now: datetime) -> frozenset[_Key]:
        """Whom we told in the last ten minutes."""
        return frozenset(key for key, at in self._told.items() if now - at < _NOTICE_EVERY)

    def take_over(self, levels: dict[_Key, _Level], told: dict[_Key, datetime]) -> None:
        """Count what a trial decided."""
        for key, level in levels.items():
            self._levels[key] = level
            self._levels.move_to_end(key)
        while len(self._levels) > _REMEMBERED:
            self._levels.popitem(last=False)
        for key, at in told.items():
            self._told[key] = at
            self._told.move_to_end(key)
        while len(self._told) > _NOTICES:
            self._told.popitem(last=False)

    def rate(self, whose: Whose) -> Rate | None:
        """What is allowed at that level."""
        return self._limits.of(whose)


class Trial:
    """What a batch would draw. A message that is refused draws nothing."""

    def __init__(self, flooding: Flooding) -> None:
        self._flooding = flooding
        self._levels: dict[_Key, _Level] = {}
        self._told: dict[_Key, datetime] = {}

    def refuse(self, asked: Asked) -> Refused | None:
        """None if it may pass."""
        drawn: dict[_Key, _Level] = {}
        for whose in Whose:
            rate = self._flooding.rate(whose)
            if rate is None:
                continue
            key = (whose, asked.key(whose))
            left = self._left(key, rate, asked.at) - asked.cost
            if left < 0:
                return Refused(whose, self._tells(whose, asked))
            drawn[key] = (left, asked.at)
        self._levels |= drawn
        return None

    def keep(self) -> None:
        """The batch is stored: what it drew is gone."""
        self._flooding.take_over(self._levels, self._told)

    def _left(self, key: _Key, rate: Rate, now: datetime) -> float:
        level = self._levels.get(key) or self._flooding.level(key)
        if level is None:
            return float(rate.burst)
        left, since = level
        passed = now - since
        if passed < timedelta(0):
            # Only a clock that was set back does that: rather let one pass than shut all out.
            return float(rate.burst)
        return min(rate.burst, left + passed / timedelta(minutes=1) * rate.per_minute)

    def _tells(self, whose: Whose, asked: Asked) -> bool:
        """A person is told wherever they are; of the wider limits each room is told."""
        key = (whose, asked.sender if whose is Whose.PERSON else asked.room_id)
        told = self._flooding.told(asked.at) | self._told.keys()
        if key in told or len(told) >= _NOTICES:
            return False
        self._told[key] = asked.at
        return True
