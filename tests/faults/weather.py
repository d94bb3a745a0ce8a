"""Bad weather: by seed, each request may meet one of the mishaps that suit it."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Callable, Sequence

from tests.faults.mishaps import Delay, Drip, Garbled, Half, Hang, Limited, Page, Refused, Reset
from tests.faults.proxy import Mishap, Seen

_EVERYWHERE: Sequence[Mishap] = (
    Delay(0.5),
    Reset(),
    Page(502),
    Page(503),
    Hang(seconds=2),
    Garbled(b"<html>login to the WLAN</html>"),
    Garbled(b'{"errcode'),
    Refused(500, "M_UNKNOWN"),
    Limited(600),
)
_SUITED: dict[str, Sequence[Mishap]] = {
    "send": (
        Reset(taken=True),
        Half(),
        Page(504, taken=True),
        Hang(taken=True, seconds=2),
        Garbled(b"[]", taken=True),
        Garbled(b"{}"),
        Garbled(b'{"event_id": 7}', taken=True),
        Drip(1),
        Limited(1500),
        Limited(header="2"),
    ),
    "sync": (
        Reset(taken=True),
        Half(),
        Drip(1.5),
        Garbled(b"{}"),
        Garbled(b'{"next_batch": null, "rooms": []}'),
        Limited(1000),
    ),
    "messages": (Half(), Drip(1), Page(502)),
}


def weather(seed: int, share: float) -> Callable[[Seen], Mishap | None]:
    """What befalls the n-th request about a matter depends on seed, matter and n alone."""
    counts: Counter[str] = Counter()

    def draw(seen: Seen) -> Mishap | None:
        counts[seen.matter] += 1
        dice = random.Random(f"{seed}/{seen.matter}/{counts[seen.matter]}")
        if dice.random() >= share:
            return None
        return dice.choice((*_EVERYWHERE, *_SUITED.get(seen.matter, ())))

    return draw
