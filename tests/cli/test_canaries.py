"""Twenty canaries go through the bot as a process, at the lowest log level; none may be heard.

Passwords, tokens, names and whatever people type must reach neither the log nor the health page.
"""

from __future__ import annotations

import json
import logging
import signal
import sys
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import aiohttp
import pytest

from bot.cli.lines import JsonLines, Lines
from tests.cli.test_running import ROOM, answered, ended, hs, running
from tests.matrix.fake_homeserver import ANNA, FakeHomeserver, Fault

__all__ = ["hs"]
CHAT = "!chat:hs.example"


class Canaries:
    """Numbered words that stand nowhere else."""

    def __init__(self) -> None:
        self._words: Iterator[str] = (f"kanarienvogel{n}zwitschert" for n in range(100))
        self.planted: list[str] = []

    def __str__(self) -> str:
        self.planted.append(next(self._words))
        return self.planted[-1]


def talk(hs: FakeHomeserver, canary: Canaries) -> None:
    """Whatever people do."""
    hs.say(f"Nur geplaudert über {canary}")
    change = {"rel_type": "m.replace", "event_id": "$event1"}
    for text in (
        f"!pate {canary} in NRW",
        f"!quatsch{canary} und {canary}",
        f"!projekt neu {canary}",
        f"!ansage neu morgen 9 Uhr: {canary}",
        f"!tagung neu 9. Fachtagung | {canary} | 8.12.2030 10:00 | {canary}",
        f"!angebot neu Pflege 2: {canary}",
        f"!pate anfragen 4 {canary}",
        f"!bedarf neu Pflege: {canary}",
        f"!warum https://matrix.to/#/!r:x/{canary}",
        f"!rolle koordination @{canary}:hs.example OWL",
        f"!netzwerk {canary} " + "x" * 5000,
    ):
        hs.say(text)
    hs.say(f"Meine Projekte: {canary}", CHAT, formatted_body=f"<b>{canary}</b>")
    hs.send({"msgtype": "m.text", "body": f"* {canary}", "m.relates_to": change})
    hs.send({"msgtype": [f"{canary}"], "body": {"a": f"{canary}"}})
    hs.state(ROOM, "m.room.name", {"name": f"Raum {canary}"})
    profile = {"membership": "join", "displayname": f"{canary}"}
    hs.state(ROOM, "m.room.member", profile, ANNA, ANNA)


def _answered_since(hs: FakeHomeserver, before: int) -> bool:
    return len(set(answered(hs))) >= before + 8


@pytest.mark.e2e
@pytest.mark.parametrize("form", ["text", "json"])
async def test_no_canary_is_heard(
    hs: FakeHomeserver, tmp_path: Path, form: str, unused_tcp_port: int
) -> None:
    canary = Canaries()
    hs.password, hs.token = str(canary), str(canary)
    hs.room(CHAT, ANNA)
    settings = {
        "LOTSE_LOG__LEVEL": "debug",
        "LOTSE_LOG__FORMAT": form,
        "LOTSE_HEALTH__PORT": str(unused_tcp_port),
    }
    heard = ""
    for mishap in (500, 403, "cut"):
        with (tmp_path / "log").open("ab") as log:
            async with running(hs, tmp_path, log, **settings) as bot:
                refusal = {"errcode": "M_FORBIDDEN"}
                hs.faults.append(Fault("/send/", mishap, times=2, body=refusal))
                hs.faults.append(Fault("/sync", "garbage"))
                before = len(set(answered(hs)))
                talk(hs, canary)
                # One of eleven is not for the room, two may be refused for good.
                await hs.until(partial(_answered_since, hs, before), 60)
                url = f"http://127.0.0.1:{unused_tcp_port}/readyz"
                async with aiohttp.ClientSession() as http, http.get(url) as page:
                    heard += await page.text()
                bot.send_signal(signal.SIGTERM)
                assert await ended(bot) == 0
        hs.faults.clear()
    heard += (tmp_path / "log").read_text("utf-8") + (tmp_path / "stderr").read_text("utf-8")
    assert len(canary.planted) >= 20
    assert "next try in" in heard, "the mishaps happened"
    assert [one for one in canary.planted if one in heard] == []


def fail(word: str) -> None:
    try:
        dict[str, str]().pop(word)
    except KeyError as inner:
        raise ExceptionGroup(word, [ValueError(word), OSError(28, "full")]) from inner


@pytest.mark.parametrize("lines", [Lines(), JsonLines()])
def test_a_fault_is_told_by_kind_and_place_and_not_by_its_words(lines: Lines) -> None:
    word = str(Canaries())
    try:
        fail(word)
    except ExceptionGroup:
        record = logging.LogRecord("bot", logging.ERROR, "", 1, "failed", (), sys.exc_info())
    told = lines.format(record)
    told = json.loads(told)["fault"] if isinstance(lines, JsonLines) else told
    assert word not in told
    assert "builtins.KeyError\nwhich led to\n" in told
    assert "builtins.ValueError\n" in told
    assert "builtins.OSError: full" in told
    assert "test_canaries.py" in told
