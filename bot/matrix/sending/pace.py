"""How fast we may send: one gate for the account, because the homeserver counts per account.

After a refusal one message goes first; the pace that the refusals teach is kept and now and then
tried a little faster, so that a long announcement meets few refusals and loses no time.
"""

from __future__ import annotations

import math
import random

from bot.matrix.door.patience import Backoff, seconds

_TRY_FASTER_EVERY = 16
_FASTER = 0.8
_AS_GOOD_AS_NONE = 0.02
_REFILLED_AFTER = 12
_NARROW, _WIDE = 8, 32
_LOST_BY_CHANCE = 2
_WIDER_EVERY = 2
# A refusal that comes after a longer rest is not about how fast we are.
_LONGEST_MEMORY = 10.0
# Slower we do not go by ourselves: a limiter that is slower still says so again.
_SLOWEST = 10.0
_TRY_FASTER_AFTER = 60.0


class Pace:
    """Times are seconds of a monotonic clock."""

    def __init__(self) -> None:
        self._interval = 0.0
        self._next = 0.0
        self._closed_at = -math.inf
        self._last_passed = -math.inf
        self._last_left = -math.inf
        self._probe: float | None = None
        self._first = False
        self._streak = 0
        self._lost = 0
        self._deaf_until = -math.inf
        self._outage = Backoff()
        self.width = _NARROW
        """How many may be under way: the more are taken, the more, until one is refused."""
        self.waited = 0.0
        """Seconds that the homeserver made us wait so far."""

    def wait(self) -> float:
        """Seconds until the next may leave; infinite while one goes first."""
        if self._probe is not None:
            return math.inf
        now = seconds()
        if self._interval and now - self._last_left > _REFILLED_AFTER * self._interval:
            self._interval = 0.0
        return max(0.0, self._next - now, self._deaf_until - now)

    def leave(self) -> float:
        """One leaves now; its departure, to be told when it has ended."""
        now = seconds()
        self._last_left = now
        if self._interval:
            self._next = max(self._next, now - self._interval) + self._interval
        if self._first:
            self._first, self._probe = False, now
        return now

    def passed(self, left: float) -> None:
        """The homeserver took it."""
        self._last_passed = max(self._last_passed, left)
        self._streak += 1
        if self._streak % _WIDER_EVERY == 0:
            self.width = min(self.width + 1, _WIDE)
        if self._interval and self._streak % self._proving() == 0:
            faster = self._interval * _FASTER
            self._interval = faster if faster > _AS_GOOD_AS_NONE else 0.0

    def closed_since(self, left: float) -> bool:
        """Whether patience was asked for after that departure."""
        return self._closed_at > left

    def heard(self) -> None:
        """The homeserver answers."""
        self._lost = 0
        self._deaf_until = -math.inf
        self._outage.reset()

    def lost(self, left: float) -> None:
        """Nobody answered. When that was no chance, one at a time looks whether somebody does."""
        self._lost += 1
        if self._lost > _LOST_BY_CHANCE and left >= self._deaf_until:
            self._deaf_until = seconds() + self._outage.next()
            self._first = True

    def refused(self, left: float, retry_after: float) -> None:
        """The homeserver asks everybody to wait so many seconds."""
        now = seconds()
        if left >= self._closed_at:
            since = left - self._last_passed
            learnt = retry_after + (since if since < _LONGEST_MEMORY else 0.0)
            self._interval = min(learnt, _SLOWEST)
            self._streak = 0
            self.width = _NARROW
            self._closed_at = now
        self.hold(retry_after)

    def hold(self, span: float) -> None:
        """Nobody leaves for so many seconds; then one goes first."""
        now = seconds()
        jitter = 0.01 + span * random.uniform(0.0, 0.02)  # noqa: S311 -- no secret
        opening = now + span + jitter
        self.waited += max(0.0, opening - max(self._next, now))
        self._next = max(self._next, opening)
        self._first = True

    def _proving(self) -> int:
        """How many must pass before a faster pace is tried: 16, or as many as pass in a minute."""
        return max(1, min(_TRY_FASTER_EVERY, round(_TRY_FASTER_AFTER / self._interval)))

    def ended(self, left: float) -> None:
        """It came back, however it went."""
        if self._probe == left:
            self._probe = None
