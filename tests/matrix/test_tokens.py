"""Access tokens that expire: renewed ahead of time, or when they are refused, one at a time."""

from __future__ import annotations

import asyncio
import json
import time
from pathlib import Path

import pytest

from bot.matrix.door.errors import LoggedOut, Temporary
from bot.matrix.login.session import Session
from tests.matrix.fake_homeserver import FakeHomeserver, Fault, until
from tests.matrix.lotse import Lotse


async def opened(hs: FakeHomeserver, folder: Path) -> Session:
    session = Session(Lotse(hs, folder).config)
    try:
        await session.open()
    except BaseException:
        await session.close()
        raise
    return session


async def ask(session: Session) -> object:
    return (await session.homeserver.get("account", "whoami"))["device_id"]


async def test_it_is_renewed_before_it_expires(hs: FakeHomeserver, tmp_path: Path) -> None:
    hs.lifetime = 100
    session = await opened(hs, tmp_path)
    keeping = asyncio.create_task(session.tokens.run())
    await until(lambda: hs.requests["refresh"] >= 3)
    hs.lifetime = 600_000
    stored = json.loads((tmp_path / "session.json").read_text())
    while stored["renew_at"] < time.time() + 60:
        await asyncio.sleep(0.05)
        stored = json.loads((tmp_path / "session.json").read_text())
    keeping.cancel()
    await asyncio.wait([keeping])
    assert stored["access_token"] == session.homeserver.client.access_token
    assert {stored["refresh_token"]} == hs.refresh_tokens
    assert hs.requests["login"] == 1
    await session.close()


async def test_many_requests_that_are_refused_make_one_renewal(
    hs: FakeHomeserver, tmp_path: Path
) -> None:
    hs.lifetime = 600_000
    session = await opened(hs, tmp_path)
    hs.tokens.clear()
    assert await asyncio.gather(*(ask(session) for _ in range(8))) == ["DEVICE2"] * 8
    assert hs.requests["refresh"] == 1
    await session.close()


async def test_a_lost_answer_to_a_renewal_is_asked_for_again(
    hs: FakeHomeserver, tmp_path: Path
) -> None:
    hs.lifetime = 600_000
    session = await opened(hs, tmp_path)
    hs.tokens.clear()
    hs.faults.append(Fault("/refresh", "cut"))
    with pytest.raises(Temporary):
        await ask(session)
    assert await ask(session) == "DEVICE2"
    await session.close()


async def test_the_next_start_goes_on_with_what_was_renewed(
    hs: FakeHomeserver, tmp_path: Path
) -> None:
    hs.lifetime = 600_000
    first = await opened(hs, tmp_path)
    await first.close()
    hs.tokens.clear()
    second = await opened(hs, tmp_path)
    assert (second.device_id, second.renewed, hs.requests["login"]) == ("DEVICE2", False, 1)
    await second.close()


async def test_two_processes_do_not_take_the_token_from_one_another(
    hs: FakeHomeserver, tmp_path: Path
) -> None:
    hs.lifetime = 600_000
    running = await opened(hs, tmp_path)
    hs.tokens.clear()
    check = await opened(hs, tmp_path)
    assert await ask(running) == "DEVICE2"
    assert hs.requests["refresh"] == 1
    for one in (running, check):
        await one.close()


async def test_a_refused_refresh_token_is_the_end(hs: FakeHomeserver, tmp_path: Path) -> None:
    hs.lifetime = 600_000
    session = await opened(hs, tmp_path)
    hs.tokens.clear()
    hs.refresh_tokens.clear()
    with pytest.raises(LoggedOut, match=r"refresh token is refused.*netzwerklotse init"):
        await ask(session)
    await session.close()
    with pytest.raises(LoggedOut):
        await opened(hs, tmp_path)
    assert hs.requests["login"] == 1
