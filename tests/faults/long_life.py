"""From start to ready, from SIGTERM to the end, and how quickly it answers in between."""

from __future__ import annotations

import asyncio
import json
import random
import sqlite3
import time
from collections.abc import Sequence
from contextlib import closing
from itertools import count
from pathlib import Path
from typing import Any
from urllib.parse import unquote

from tests.benchmarks.figures import percentile
from tests.faults.figures import Figure, Run, Scenario
from tests.faults.ground import Ground, until
from tests.faults.mishaps import Hang
from tests.faults.proxy import Answer, Seen
from tests.faults.staging import stage
from tests.faults.storm import Outcome, talk

_LARGE = 50 * 2**20
_BATCH = 2000


async def start(run: Run) -> Sequence[Figure]:
    """With a database of 50 MB and a stored token."""
    took: list[float] = []
    async with stage() as ground:
        await ground.arrived()
        await ground.stopped()
        size = await asyncio.to_thread(_swell, ground.data / "lotse.db")
        for _ in range(run.some(2, 10)):
            began = time.monotonic()
            ground.lotse.start()
            await until(ground.is_ready, pause=0.02)
            took.append(time.monotonic() - began)
            await ground.stopped()
    return (
        Figure("database", size / 2**20, 50, "MB", least=True),
        Figure("start to ready, median", percentile(took, 0.5), 5, "s"),
        Figure("start to ready, longest", max(took), 5, "s"),
    )


def _swell(database: Path) -> int:
    """Copies of what is there, as years of use would leave them; the size in bytes."""
    with closing(sqlite3.connect(database)) as connection:
        columns = [row[1] for row in connection.execute("PRAGMA table_info(outbox)")]
        taken = [name for name in columns if name not in ("seq", "key", "cause", "event_id")]
        names = ", ".join(taken)
        statement = (
            f"INSERT INTO outbox (key, cause, event_id, {names}) "  # noqa: S608 -- its own columns
            f"SELECT ? || seq, ? || seq, ? || seq, {names} FROM outbox "
            "WHERE state = 'sent' AND key NOT LIKE 'old-%' LIMIT 3"
        )
        for number in count():
            if number % _BATCH == 0:
                connection.commit()
                if database.stat().st_size >= _LARGE:
                    break
            mark = f"old-{number}-"
            connection.execute(statement, (mark, mark, f"${mark}"))
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    return database.stat().st_size


async def stop(run: Run) -> Sequence[Figure]:
    """SIGTERM amid commands; every third time the homeserver hangs at what is being sent."""
    dice, took, codes = random.Random(run.seed), list[float](), set[int | None]()
    rounds = run.some(4, 40)
    async with stage() as ground:
        await ground.arrived()
        for number in range(rounds):
            if number % 3 == 2:
                ground.proxy.then("PUT .*/send/", Hang(taken=True), times=2)
            await talk(ground, run.seed + number, 5, per_second=20)
            await asyncio.sleep(dice.uniform(0, 0.5))
            began = time.monotonic()
            codes.add(await ground.stopped())
            took.append(time.monotonic() - began)
            ground.proxy.calm()
            ground.lotse.start()
            await ground.ready()
        outcome = await Outcome.of(ground)
    return (
        Figure("SIGTERM to the end, p99", percentile(took, 0.99), 15, "s"),
        Figure("exit codes other than 0", len(codes - {0}), 0),
        *outcome.figures(5 * rounds),
    )


async def latency(run: Run) -> Sequence[Figure]:
    """Five commands a second in three rooms; from the news at the bot to its answer at the door."""
    commands = run.some(50, 600)
    async with stage() as ground:
        stopwatch = Stopwatch()
        ground.proxy.taps.append(stopwatch.heard)
        await ground.arrived()
        stopwatch.at.clear()
        await talk(ground, run.seed, commands)
        await ground.settled()
        own = [
            seen.at - at
            for seen in ground.proxy.seen
            if seen.matter == "send" and (at := stopwatch.at.get(_answered(seen))) is not None
        ]
        memory = _memory(ground)
        outcome = await Outcome.of(ground)
    return (
        Figure("answers timed", len(own), 0.9 * commands, least=True),
        Figure("to the answer without the homeserver's time, p95", percentile(own, 0.95), 0.3, "s"),
        Figure("memory after it (RSS)", memory, 150, "MB"),
        *outcome.figures(commands),
    )


class Stopwatch:
    """When the bot was told of each event."""

    def __init__(self) -> None:
        self.at: dict[str, float] = {}

    def heard(self, seen: Seen, answer: Answer) -> None:
        if seen.matter != "sync" or answer.status != 200:
            return
        rooms: dict[str, Any] = json.loads(answer.body).get("rooms", {}).get("join", {})
        now = time.monotonic()
        for room in rooms.values():
            for event in room["timeline"]["events"]:
                self.at.setdefault(event["event_id"], now)


def _answered(seen: Seen) -> str:
    """The event that a message answers, by its transaction id."""
    return unquote(seen.path.rsplit("/", 1)[-1]).removeprefix("r-")


def _memory(ground: Ground) -> float:
    status = Path(f"/proc/{ground.lotse.program.pid}/status").read_text()
    line = next(line for line in status.splitlines() if line.startswith("VmRSS:"))
    return int(line.split()[1]) / 1024


SCENARIOS = (
    Scenario("start", "Starts with a stored token and a database of 50 MB.", start),
    Scenario("stop", "SIGTERM amid commands, now and then while the homeserver hangs.", stop),
    Scenario("latency", "Five commands a second in three rooms, in good weather.", latency),
)
