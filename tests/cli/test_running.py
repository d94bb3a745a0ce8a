"""The bot as a process: what signals and a broken log do to it. The homeserver is the witness."""

from __future__ import annotations

import asyncio
import json
import os
import signal
import subprocess
import sys
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from pathlib import Path
from typing import IO

import pytest

from tests.matrix.fake_homeserver import ANNA, BOT, FakeHomeserver

ROOT = Path(__file__).parents[2]
ROOM = "!room:hs.example"
PROMISED = 15.0  # seconds from SIGTERM to the end


@pytest.fixture
async def hs() -> AsyncIterator[FakeHomeserver]:
    async with FakeHomeserver() as homeserver:
        homeserver.room()
        yield homeserver


def environment(hs: FakeHomeserver, folder: Path) -> dict[str, str]:
    # Buffered, as a service writes: what could not be written is still there at the end.
    ours = ("LOTSE_", "PYTHONUNBUFFERED")
    outside = {key: text for key, text in os.environ.items() if not key.startswith(ours)}
    return outside | {
        "LOTSE_CONFIG": os.devnull,
        "LOTSE_MATRIX__HOMESERVER": hs.address,
        "LOTSE_MATRIX__USER_ID": BOT,
        "LOTSE_MATRIX__PASSWORD": hs.password,
        "LOTSE_DATA_DIR": str(folder / "data"),
        "LOTSE_OFFICE__ADMINS": json.dumps([ANNA]),
        "LOTSE_MENUS__PUBLISH": "none",
        "LOTSE_LIMITS__PERSON": "none",
        "LOTSE_LIMITS__ROOM": "none",
        "LOTSE_LIMITS__SERVER": "none",
        "LOTSE_LIMITS__EVERYONE": "none",
    }


def started(
    hs: FakeHomeserver, folder: Path, stdout: int | IO[bytes], more: Mapping[str, str]
) -> subprocess.Popen[bytes]:
    with (folder / "stderr").open("ab") as stderr:
        return subprocess.Popen(
            [sys.executable, "-m", "bot", "run"],
            cwd=ROOT,
            env={**environment(hs, folder), **more},
            stdin=subprocess.DEVNULL,
            stdout=stdout,
            stderr=stderr,
        )


@asynccontextmanager
async def running(
    hs: FakeHomeserver,
    folder: Path,
    stdout: int | IO[bytes] = subprocess.DEVNULL,
    **more: str,
) -> AsyncIterator[subprocess.Popen[bytes]]:
    """A bot that listens; killed at the end, if it has not ended before."""
    asked = hs.requests["sync"]
    bot = started(hs, folder, stdout, more)
    try:
        await hs.until(lambda: hs.requests["sync"] >= asked + 2 or bot.poll() is not None, 60)
        assert bot.poll() is None, (folder / "stderr").read_text("utf-8")
        yield bot
    finally:
        bot.kill()
        bot.wait()


async def ended(bot: subprocess.Popen[bytes], patience: float = PROMISED) -> int:
    return await asyncio.to_thread(bot.wait, patience)


def answered(hs: FakeHomeserver) -> list[str]:
    """The events that were answered, each as often as it was."""
    relations = [event["content"].get("m.relates_to", {}) for event in hs.sent(ROOM)]
    return [one["m.in_reply_to"]["event_id"] for one in relations if "m.in_reply_to" in one]


@pytest.mark.e2e
async def test_sigterm_under_load_ends_in_order_and_a_restart_answers_the_rest_once(
    hs: FakeHomeserver, tmp_path: Path
) -> None:
    said = []
    async with running(hs, tmp_path) as bot:
        for number in range(400):
            said.append(hs.say("!tagung", sender=f"@p{number}:hs.example"))
            if number == 200:
                await hs.until(lambda: len(answered(hs)) >= 5, 60)
                bot.send_signal(signal.SIGTERM)
        assert await ended(bot) == 0
        before = len(answered(hs))
    async with running(hs, tmp_path) as bot:
        await hs.until(lambda: len(answered(hs)) >= len(said), 60)
        bot.send_signal(signal.SIGTERM)
        assert await ended(bot) == 0
    assert sorted(answered(hs)) == sorted(said)
    assert before < len(said)


async def test_sighup_changes_nothing(hs: FakeHomeserver, tmp_path: Path) -> None:
    with (tmp_path / "log").open("ab") as log:
        async with running(hs, tmp_path, log) as bot:
            bot.send_signal(signal.SIGHUP)
            event = hs.say("!tagung")
            await hs.until(lambda: answered(hs) == [event], 30)
            bot.send_signal(signal.SIGTERM)
            assert await ended(bot) == 0
    assert "SIGHUP changes nothing" in (tmp_path / "log").read_text("utf-8")


@pytest.mark.parametrize("log", ["full", "reader gone"])
async def test_a_log_that_cannot_be_written_stops_nothing(
    hs: FakeHomeserver, tmp_path: Path, log: str
) -> None:
    if log == "full":
        out = os.open("/dev/full", os.O_WRONLY)
    else:
        reader, out = os.pipe()
        os.close(reader)
    try:
        async with running(hs, tmp_path, out) as bot:
            said = [hs.say("!tagung") for _ in range(3)]
            await hs.until(lambda: sorted(answered(hs)) == sorted(said), 30)
            bot.send_signal(signal.SIGTERM)
            assert await ended(bot) == 0
    finally:
        os.close(out)
    assert (tmp_path / "stderr").read_text("utf-8") == ""
