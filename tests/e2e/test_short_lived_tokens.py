"""A real Synapse whose access tokens last for seconds."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.demo.homeserver import Homeserver
from bot.demo.install import default_venv, ensure_synapse
from bot.demo.progress import Steps
from bot.matrix import MatrixConfig
from bot.matrix.login.session import Session

pytestmark = pytest.mark.e2e

LIFETIME = 4


@pytest.fixture(scope="module")
def hasty(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Homeserver]:
    ensure_synapse(default_venv(), Steps(1))
    more = {"refreshable_access_token_lifetime": f"{LIFETIME}s"}
    server = Homeserver(tmp_path_factory.mktemp("hasty"), default_venv(), more=more)
    server.start()
    yield server
    server.stop()


async def test_one_login_outlives_its_tokens_in_the_run_and_over_a_pause(
    hasty: Homeserver, tmp_path: Path
) -> None:
    user = hasty.register("lotse", "geheim")
    config = MatrixConfig(
        homeserver=hasty.address, user_id=user, password="geheim", data_dir=tmp_path
    )
    session = Session(config)
    await session.open()
    device, tokens = session.device_id, [session.homeserver.client.access_token]
    keeping = asyncio.create_task(session.tokens.run())
    for _ in range(4 * LIFETIME):
        await asyncio.sleep(0.5)
        assert (await session.homeserver.get("account", "whoami"))["device_id"] == device
        tokens.append(session.homeserver.client.access_token)
    keeping.cancel()
    await asyncio.wait([keeping])
    await session.close()
    # The token has expired while nobody was there to renew it.
    await asyncio.sleep(LIFETIME + 1)
    again = Session(config)
    await again.open()
    assert (again.device_id, again.renewed) == (device, False)
    assert len(set(tokens)) >= 2
    assert again.homeserver.client.access_token not in tokens
    await again.close()
