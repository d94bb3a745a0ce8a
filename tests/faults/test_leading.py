"""Two bots on one PostgreSQL: one leads, the other waits or ends, and nothing is said twice."""

from __future__ import annotations

import asyncio
import os
import socket
import time
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest
from sqlalchemy import text

from bot.storage import markers
from bot.storage.database import StorageFault
from bot.storage.engines import engine
from bot.storage.leading import Leadership
from bot.storage.lock import AlreadyRunning
from bot.storage.postgres import LEADER
from bot.storage.units import Overtaken
from tests.faults.life import ROOM, Life
from tests.matrix.fake_homeserver import FakeHomeserver
from tests.postgres import empty_schema


@pytest.fixture
async def url(postgres_url: str) -> str:
    return await empty_schema(postgres_url)


async def test_a_second_one_is_refused_with_the_name_of_the_first(url: str) -> None:
    first, second = Leadership(url, "@lotse:a"), Leadership(url, "@lotse:a")
    other = Leadership(url, "@lotse:b")
    try:
        await first.take(wait=False)
        await other.take(wait=False)
        with pytest.raises(AlreadyRunning, match=f"pid {os.getpid()} on {socket.gethostname()}"):
            await second.take(wait=False)
    finally:
        for one in (first, second, other):
            await one.release()


async def test_the_one_who_waits_takes_over_and_nothing_is_said_twice(
    hs: FakeHomeserver, tmp_path: Path, url: str, record_property: Callable[[str, object], None]
) -> None:
    first = Life(hs, tmp_path / "a", DATABASE__URL=url)
    second = Life(hs, tmp_path / "b", DATABASE__URL=url, DATABASE__STANDBY="true")
    async with first:
        await first.heard()
        waiting = asyncio.create_task(second.__aenter__())
        for _ in range(5):
            hs.say("!hilfe")
        await hs.until(lambda: len(hs.sent(ROOM)) >= 3, 30)
        assert not waiting.done()
        hs.say("!hilfe")
    ended = time.monotonic()
    await waiting
    record_property("seconds to take over", round(time.monotonic() - ended, 2))
    try:
        hs.say("!hilfe")
        await hs.until(lambda: len(hs.sent(ROOM)) >= 7, 60)
        await asyncio.sleep(0.3)
    finally:
        await second.__aexit__()
    keys = Counter(event["content"].get("org.netzwerklotse.key") for event in hs.sent(ROOM))
    assert set(keys.values()) == {1}
    assert len(keys) == 7


async def test_who_loses_the_lock_ends_at_once(
    hs: FakeHomeserver, tmp_path: Path, url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Leadership.__init__, "__kwdefaults__", {"beat": 0.1})
    async with Life(hs, tmp_path, DATABASE__URL=url) as life:
        await life.heard()
        cut = "SELECT pg_terminate_backend(pid) FROM pg_locks WHERE locktype = 'advisory'"
        await life.database.write(lambda tx: tx.execute(text(cut)))
        with pytest.raises(Overtaken):
            async with asyncio.timeout(30):
                await life.running


async def test_a_write_of_an_earlier_leader_is_refused_by_the_database(
    hs: FakeHomeserver, tmp_path: Path, url: str
) -> None:
    async with Life(hs, tmp_path, DATABASE__URL=url) as life:
        await life.heard()
        other = engine(url)
        await other.open()
        await other.write(lambda tx: markers.put(tx, LEADER, "99"))
        with pytest.raises(StorageFault):
            await life.database.write(lambda tx: markers.put(tx, "late", "1"))
        with pytest.raises(Overtaken):
            await life.running
        assert await other.read(lambda tx: markers.get(tx, "late")) is None
        await other.close()
