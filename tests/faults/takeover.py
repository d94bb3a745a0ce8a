"""Two bots on one PostgreSQL: the one who leads ends, stands still or is cut off."""

from __future__ import annotations

import asyncio
import os
import signal
import time
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from enum import StrEnum

from sqlalchemy import make_url

from bot.demo.homeserver import free_port
from tests.e2e.community import Lotse
from tests.faults.figures import Figure
from tests.faults.ground import Ground, until
from tests.faults.mishaps import Page
from tests.faults.relay import Relay
from tests.faults.storm import Outcome, talk

_FEW, _MORE = 6, 12
_WAKES_AFTER = 5.0
"""Seconds that the new leader has led when the former one wakes."""


class Loss(StrEnum):
    """What becomes of the leader."""

    STOPPED = "a clean stop"
    FROZEN = "a process that stands still"
    SILENT = "a host that is gone"


@dataclass(frozen=True, slots=True)
class Taken:
    """`seconds` from the loss to the other one's being ready; what the former one did on waking."""

    loss: Loss
    seconds: float
    code: int | None
    sent: int
    outcome: Outcome

    def figures(self) -> Sequence[Figure]:
        """Held against their bounds."""
        bound = 2 if self.loss is Loss.STOPPED else 30
        wrong = self.outcome.lost + self.outcome.doubled + self.outcome.untold
        code = 0 if self.loss is Loss.STOPPED else 75
        return (
            Figure(f"{self.loss}: until the other one is ready", self.seconds, bound, "s"),
            Figure(f"{self.loss}: lost or doubled", wrong, 0),
            Figure(f"{self.loss}: sent by the former one afterwards", self.sent, 0),
            Figure(f"{self.loss}: ended otherwise than with {code}", int(self.code != code), 0),
        )


@dataclass
class Pair:
    """Only the leader uses the proxy and the relay, so that the two can be told apart."""

    ground: Ground
    relay: Relay
    other: Lotse
    health: str
    leader: Lotse = field(init=False)

    def __post_init__(self) -> None:
        self.leader = self.ground.lotse

    async def succeeded(self) -> None:
        """Wait until the other one leads and is ready; from now on it is the ground's bot."""
        self.ground.community.lotse, self.ground.health = self.other, self.health
        await until(self.ground.is_ready, pause=0.02)

    async def lose(self, loss: Loss) -> None:
        pid = self.leader.program.pid
        assert pid
        match loss:
            case Loss.STOPPED:
                await self.ground.stopped()
            case Loss.FROZEN:
                os.kill(pid, signal.SIGSTOP)
            case Loss.SILENT:
                self.relay.fall_silent()

    async def wake(self, loss: Loss) -> None:
        """The former leader goes on where it was."""
        if loss is Loss.FROZEN and self.leader.program.pid:
            os.kill(self.leader.program.pid, signal.SIGCONT)
        self.relay.wake()

    async def ended(self) -> int | None:
        """Wait until the former leader ends; its exit code."""

        async def over() -> bool:
            return not self.leader.program.running

        await until(over)
        return self.leader.program.exit_code


@asynccontextmanager
async def pair(ground: Ground, url: str) -> AsyncIterator[Pair]:
    """A leader that has answered, and another bot of the same account that waits."""
    parsed = make_url(url)
    assert parsed.host
    assert parsed.port
    async with Relay(parsed.host, parsed.port) as relay:
        led = parsed.set(host="127.0.0.1", port=relay.port)
        ground.lotse.environment["LOTSE_DATABASE__URL"] = led.render_as_string(hide_password=False)
        folder, port = ground.lotse.folder / "other", free_port()
        other = Lotse(
            ground.lotse.user_id,
            folder,
            {
                **ground.lotse.environment,
                "LOTSE_DATABASE__URL": url,
                "LOTSE_DATABASE__STANDBY": "true",
                "LOTSE_DATA_DIR": str(folder / "data"),
                "LOTSE_MATRIX__HOMESERVER": ground.server.address,
                "LOTSE_HEALTH__PORT": str(port),
            },
        )
        both = Pair(ground, relay, other, f"http://127.0.0.1:{port}")
        try:
            await ground.arrived()
            other.start()
            await until(lambda: _said(other, "another bot leads"))
            yield both
        finally:
            both.leader.kill()
            other.kill()


async def take_over(both: Pair, loss: Loss, seed: int) -> Taken:
    """The leader is lost while answers wait and people talk on; later it wakes."""
    ground = both.ground
    if loss is not Loss.STOPPED:
        # It tries again and again what it has stored as being sent, and will do so when it wakes.
        stuck = ground.proxy.then("PUT .*/send/", Page(502), times=10**6)
        await talk(ground, seed, _FEW, per_second=20)
        await stuck.done(1)
    await both.lose(loss)
    began = time.monotonic()
    talking = asyncio.create_task(talk(ground, seed + 1, _MORE))
    await both.succeeded()
    seconds = time.monotonic() - began
    await talking
    await ground.settled()
    await asyncio.sleep(_WAKES_AFTER)
    ground.proxy.calm()
    seen = len(ground.proxy.seen)
    await both.wake(loss)
    code = await both.ended()
    sent = [one for one in ground.proxy.seen[seen:] if one.matter in ("send", "redact")]
    await talk(ground, seed + 2, _FEW)
    return Taken(loss, seconds, code, len(sent), await Outcome.of(ground))


async def _said(lotse: Lotse, words: str) -> bool:
    return words in lotse.log()
