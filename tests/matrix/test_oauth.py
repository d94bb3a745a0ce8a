"""Logging in where the homeserver leaves that to OAuth: a person agrees, then we renew ourselves."""

from __future__ import annotations

import asyncio
import time
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
from aiohttp import web  # noqa: TID251 -- the other side of HTTP

from bot.matrix import MatrixConfig, Unauthorised
from bot.matrix.door.errors import LoggedOut
from bot.matrix.login import oauth as oauth_door
from bot.matrix.login.oauth import Consent
from bot.matrix.login.session import Session
from tests.matrix.fake_homeserver import until
from tests.matrix.fake_oauth import USER, FakeOAuth


@asynccontextmanager
async def serving(oauth: FakeOAuth) -> AsyncIterator[MatrixConfig]:
    runner = web.AppRunner(oauth.application(), access_log=None)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    host, port = runner.addresses[0][:2]
    oauth.address = f"http://{host}:{port}"
    yield MatrixConfig(homeserver=oauth.address, user_id=USER, oauth=True, data_dir=Path())
    await runner.cleanup()


@asynccontextmanager
async def opened(
    config: MatrixConfig, folder: Path, show: Callable[[Consent], None] | None = None
) -> AsyncIterator[Session]:
    settings = {name: getattr(config, name) for name in ("homeserver", "user_id", "oauth")}
    session = Session(MatrixConfig(**settings, data_dir=folder))
    try:
        await session.open(show)
        yield session
    finally:
        await session.close()


@pytest.mark.parametrize(
    ("metadata", "scope"),
    [
        ("v1", "urn:matrix:client"),
        ("unstable/org.matrix.msc2965", "urn:matrix:org.matrix.msc2967.client"),
    ],
)
async def test_a_person_agrees_once(tmp_path: Path, metadata: str, scope: str) -> None:
    pages: list[Consent] = []
    oauth = FakeOAuth(metadata=metadata, answers=["authorization_pending"] * 3)
    async with serving(oauth) as config:
        async with opened(config, tmp_path, pages.append) as session:
            device = session.device_id
        async with opened(config, tmp_path) as session:
            assert session.device_id == device
    assert pages == [Consent(address=f"{oauth.address}/link?code=ABCD", code="ABCD")]
    assert oauth.scope == f"{scope}:api:* {scope}:device:{device}"
    assert len(device) == 10
    assert oauth.requests == {"device_code": 4}
    assert (oauth.client["application_type"], oauth.client["token_endpoint_auth_method"]) == (
        "native",
        "none",
    )


async def test_its_tokens_are_renewed_ahead_of_time(tmp_path: Path) -> None:
    oauth = FakeOAuth(lifetime=0.1)
    async with serving(oauth) as config, opened(config, tmp_path, lambda _: None) as session:
        keeping = asyncio.create_task(session.tokens.run())
        await until(lambda: oauth.requests["refresh_token"] >= 3)
        oauth.lifetime = 600
        await until(lambda: renewed(session, oauth))
        keeping.cancel()
        await asyncio.wait([keeping])
    stored = (tmp_path / "session.json").read_text()
    assert oauth.token in stored
    assert oauth.refresh_token in stored


def renewed(session: Session, oauth: FakeOAuth) -> bool:
    """Whether the newest token is in use, and stays so."""
    login = session.tokens.login
    long = login is not None and (login.renew_at or 0) > time.time() + 60
    return long and session.homeserver.client.access_token == oauth.token


async def test_an_expired_token_is_renewed_at_the_next_start(tmp_path: Path) -> None:
    oauth = FakeOAuth()
    async with serving(oauth) as config:
        async with opened(config, tmp_path, lambda _: None) as session:
            device = session.device_id
        oauth.token = "expired"
        async with opened(config, tmp_path) as session:
            assert session.device_id == device
        oauth.token, oauth.refresh_token = "expired", "revoked"
        with pytest.raises(LoggedOut):
            async with opened(config, tmp_path):
                pass


@pytest.mark.parametrize("word", ["access_denied", "expired_token", "invalid_request"])
async def test_who_does_not_agree_ends_it(tmp_path: Path, word: str) -> None:
    async with serving(FakeOAuth(answers=["authorization_pending", word])) as config:
        with pytest.raises(Unauthorised, match=word):
            async with opened(config, tmp_path, lambda _: None):
                pass
    assert not (tmp_path / "session.json").exists()


async def test_who_is_told_to_slow_down_does(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(oauth_door, "_PAUSE", 0.02)
    oauth = FakeOAuth(answers=["slow_down"])
    async with serving(oauth) as config, opened(config, tmp_path, lambda _: None) as session:
        assert session.device_id
    assert oauth.requests == {"device_code": 2}


async def test_without_a_person_or_without_oauth_it_says_what_to_do(
    tmp_path: Path,
) -> None:
    async with serving(FakeOAuth()) as config:
        with pytest.raises(Unauthorised, match="init --oauth"):
            async with opened(config, tmp_path):
                pass
    async with serving(FakeOAuth(metadata="nowhere")) as config:
        with pytest.raises(Unauthorised, match="has no OAuth"):
            async with opened(config, tmp_path, lambda _: None):
                pass
