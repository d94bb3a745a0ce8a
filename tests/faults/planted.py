"""The bot with one defect, so that it is seen whether the faults would find it.

Used as a program: `python -m tests.faults.planted DEFECT run`.
"""

from __future__ import annotations

import secrets
import sys
import time
from collections.abc import Callable, Mapping
from typing import Any

from bot.app import pulse
from bot.dispatch.turns import making
from bot.dispatch.turns.turn import Turn
from bot.domain.dialogue.message import Message
from bot.matrix.content import effects
from bot.matrix.door import patience
from bot.matrix.listening import gaps
from bot.matrix.sending import delivery, pace


def random_ids() -> None:
    """A new transaction id for each attempt."""
    effects.transaction_id = lambda key: f"{key[:9]}{secrets.token_hex(16)}"


def no_back_fill() -> None:
    """What /sync left out stays unread."""

    async def fill(self: gaps.Gaps, news: Any, *_: object) -> gaps.Gap:
        return gaps.Gap(news)

    gaps.Gaps.fill = fill  # type: ignore[method-assign,assignment]


def no_look() -> None:
    """It never looks whether a message is in the room already."""

    async def find(*_: object) -> None:
        return None

    delivery.find_sent = find  # type: ignore[assignment,attr-defined]


def no_patience() -> None:
    """What a 429 asks for is not heard."""
    refused = pace.Pace.refused

    def hasty(self: pace.Pace, left: float, retry_after: float) -> None:
        refused(self, left, min(retry_after, 0.1))

    pace.Pace.refused = hasty  # type: ignore[method-assign]


def no_pauses() -> None:
    """It asks again at once, however often it failed."""
    patience.Backoff.next = lambda *_: 0.05  # type: ignore[method-assign]


def standing_still() -> None:
    """A command that computes for ever, and less patience with it."""

    async def of(self: making.Turns, message: Message, edits: str | None = None) -> Turn:
        while message.text == "!hilfe":
            time.sleep(0.01)  # noqa: ASYNC251 -- the defect
        return await whole(self, message, edits)

    whole = making.Turns.of
    making.Turns.of = of  # type: ignore[method-assign]
    pulse._SLOW, pulse._OVER = 2, 5


DEFECTS: Mapping[str, Callable[[], None]] = {
    defect.__name__.replace("_", "-"): defect
    for defect in (random_ids, no_back_fill, no_look, no_patience, no_pauses, standing_still)
}


def main() -> None:
    DEFECTS[sys.argv.pop(1)]()
    from bot.cli import main as bot  # noqa: PLC0415

    bot()


if __name__ == "__main__":
    main()
