"""How long the loop is held while the keys of 100 rooms arrive, and while the same work is in it."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Awaitable, Callable
from pathlib import Path

from bot.matrix.crypto.guard import GuardedOlm
from bot.matrix.crypto.olm_thread import OlmThread
from tests.benchmarks.bench import scratch
from tests.benchmarks.figures import percentile
from tests.benchmarks.session import Scenario, Session
from tests.benchmarks.tables import Column, Table
from tests.matrix.crypto.peer import Json, Peer

_SESSIONS = 100
_BOT = "@lotse:hs.example"
_LOOK = 0.001


def _offer(olm: GuardedOlm) -> tuple[Json, list[str]]:
    """Our device as an Olm message names it, and keys for as many sessions."""
    olm.account.generate_one_time_keys(_SESSIONS)
    keys = list(olm.account.one_time_keys["curve25519"].values())
    olm.mark_keys_as_published()
    olm.save_account()
    return {"user_id": _BOT, **olm.account.identity_keys}, keys


def _arrivals(us: Json, keys: list[str]) -> list[Json]:
    """A room key from each of 100 devices, each by a session of its own."""
    events = []
    for number, key in enumerate(keys):
        peer = Peer(f"@p{number}:hs.example", "DEVICE")
        session = peer.session(us["curve25519"], key)
        room_key = peer.room_key(f"!room{number}:hs.example")
        events.append(peer.olm(us, session, "m.room_key", room_key))
    return events


def _take(olm: GuardedOlm, events: list[Json]) -> int:
    return sum(olm.receive(event) is not None for event in events)


async def _lags(work: Callable[[], Awaitable[int]]) -> tuple[list[float], float]:
    """How late the loop was at each look while the work was done, and how long that took."""
    lags: list[float] = []

    async def look() -> None:
        while True:
            due = time.perf_counter() + _LOOK
            await asyncio.sleep(_LOOK)
            lags.append(time.perf_counter() - due)

    looking = asyncio.create_task(look())
    await asyncio.sleep(0.05)
    lags.clear()
    began = time.perf_counter()
    taken = await work()
    took = time.perf_counter() - began
    await asyncio.sleep(2 * _LOOK)
    looking.cancel()
    if taken != _SESSIONS:
        raise RuntimeError(f"{taken} of {_SESSIONS} were taken")
    return lags, took


async def _measure(folder: Path) -> tuple[list[float], float]:
    thread = OlmThread(folder, _BOT)
    await thread.open("LOTSE1")
    events = _arrivals(*await thread.do(_offer))
    measured = await _lags(lambda: thread.do(lambda olm: _take(olm, events)))
    await thread.close()
    return measured


async def arrive(session: Session) -> None:
    """Keys for 100 rooms in one answer of /sync, from 100 devices that are new to us."""
    for number in range(session.rounds):
        async with scratch() as folder:
            lags, took = await _measure(folder)
        figures = session.figures
        figures.add("arrive-p99", "ours", number, percentile(lags, 0.99) * 1000)
        figures.add("arrive-max", "ours", number, max(lags) * 1000)
        figures.add("arrive-all", "ours", number, took * 1000)


SCENARIOS = (
    Scenario(
        "arrive",
        arrive,
        (
            Table(
                "100 sessions arrive at once",
                (
                    Column("loop late p99, ms", "arrive-p99", ratio=False),
                    Column("loop late max, ms", "arrive-max", ratio=False),
                    Column("all are stored after, ms", "arrive-all", ratio=False),
                ),
            ),
        ),
    ),
)
