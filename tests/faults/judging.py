"""Judges the bot by the requests that its homeserver saw: obedience and restraint."""

from __future__ import annotations

from collections.abc import Sequence

from tests.faults.proxy import Seen

_MESSAGES = frozenset({"send", "redact"})
_ON_ITS_WAY = 1.0
"""Seconds that a request may have been under way when the refusal of another one arrived."""


def impatient(log: Sequence[Seen]) -> list[tuple[Seen, Seen]]:
    """Each 429 with a request that came although it asked for patience.

    A homeserver counts messages together, everything else by itself. Who makes the same request
    again has read the refusal.
    """
    found = []
    for refused in log:
        if refused.pause is None or refused.answered is None:
            continue
        end = refused.answered + refused.pause
        found += [
            (refused, later)
            for later in log
            if _told_at(refused, later) < later.at < end and _counted(later) == _counted(refused)
        ]
    return found


def _told_at(refused: Seen, later: Seen) -> float:
    """From when on that later request should have known."""
    assert refused.answered is not None
    return refused.answered + (0.0 if later.path == refused.path else _ON_ITS_WAY)


def per_second(log: Sequence[Seen], start: float, end: float) -> float:
    """Requests a second between two moments."""
    return sum(start <= seen.at < end for seen in log) / (end - start)


def _counted(seen: Seen) -> str:
    if seen.matter in _MESSAGES:
        return "message"
    return f"{seen.method} {seen.matter}"
