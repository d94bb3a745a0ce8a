"""A command that never waits: a process that its supervisor can tell is stuck, and starts anew."""

from __future__ import annotations

import asyncio
import socket
import subprocess
import sys
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from pathlib import Path

import aiohttp
import pytest

from bot.app.pulse import STOOD_STILL
from bot.demo.homeserver import free_port
from tests.cli.test_running import ROOT, environment
from tests.faults.ground import until
from tests.faults.life import OFFICE, ROOM
from tests.matrix.fake_homeserver import FakeHomeserver, Json


def started(hs: FakeHomeserver, folder: Path, more: Mapping[str, str]) -> subprocess.Popen[bytes]:
    with (folder / "stderr").open("ab") as stderr:
        return subprocess.Popen(
            [sys.executable, "-m", "tests.faults.planted", "standing-still", "run"],
            cwd=ROOT,
            env={**environment(hs, folder), "LOTSE_ROOMS__OFFICE": OFFICE, **more},
            stdin=subprocess.DEVNULL,
            stdout=stderr,
            stderr=stderr,
        )


@asynccontextmanager
async def planted(
    hs: FakeHomeserver, folder: Path, more: Mapping[str, str]
) -> AsyncIterator[subprocess.Popen[bytes]]:
    """The bot whose !hilfe never ends, as soon as it listens."""
    asked = hs.requests["sync"]
    bot = started(hs, folder, more)
    try:
        await hs.until(lambda: hs.requests["sync"] >= asked + 2 or bot.poll() is not None, 60)
        yield bot
    finally:
        bot.kill()
        bot.wait()


async def lives(port: int) -> bool:
    """Whether the health page answers a probe."""
    timeout = aiohttp.ClientTimeout(total=1)
    try:
        async with (
            aiohttp.ClientSession(timeout=timeout) as http,
            http.get(f"http://127.0.0.1:{port}/livez") as page,
        ):
            return page.status == 200
    except (aiohttp.ClientError, TimeoutError):
        return False


async def dead(port: int) -> bool:
    return not await lives(port)


@pytest.mark.e2e
async def test_a_command_that_never_ends_stops_the_process_and_is_answered_after_the_next_start(
    hs: FakeHomeserver, tmp_path: Path
) -> None:
    port, address = free_port(), tmp_path / "notify"
    more = {"LOTSE_HEALTH__PORT": str(port), "NOTIFY_SOCKET": str(address)}
    with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as supervisor:
        supervisor.bind(str(address))
        supervisor.setblocking(False)
        async with planted(hs, tmp_path, more) as bot:
            await until(lambda: lives(port))
            stuck = hs.say("!hilfe")
            await until(lambda: dead(port))
            beats = list(_received(supervisor))
            code = await asyncio.to_thread(bot.wait, 60)
            assert list(_received(supervisor)) == []
    assert (beats[0], code) == (b"WATCHDOG=1", STOOD_STILL)
    log = (tmp_path / "stderr").read_text("utf-8")
    assert "stands still" in log
    assert "planted.py" in log
    async with planted(hs, tmp_path, {}):
        other = hs.say("!tagung")
        await hs.until(lambda: bool(answers(hs, other)), 60)
        (said,) = answers(hs, stuck)
    assert "zu lange gedauert" in said["content"]["body"]


def _received(supervisor: socket.socket) -> list[bytes]:
    found = []
    while True:
        try:
            found.append(supervisor.recv(100))
        except BlockingIOError:
            return found


def answers(hs: FakeHomeserver, asked: str) -> list[Json]:
    reply = {"event_id": asked}
    said = [(e, e["content"].get("m.relates_to", {})) for e in hs.sent(ROOM)]
    return [event for event, relation in said if relation.get("m.in_reply_to") == reply]
