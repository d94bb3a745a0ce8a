"""A supervisor learns whether the bot lives and which part is not ready."""

import socket
from collections.abc import AsyncIterator

import aiohttp
import pytest

from bot.web.health import Health
from bot.web.report import Report


@pytest.fixture
async def page() -> AsyncIterator[tuple[str, dict[str, bool]]]:
    parts = {"database": True, "sync": True}
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    health = Health("127.0.0.1", port, lambda: Report(parts, "DNS"))
    await health.start()
    yield f"http://127.0.0.1:{port}", parts
    await health.stop()


async def _get(url: str) -> tuple[int, object]:
    async with aiohttp.ClientSession() as http, http.get(url) as answer:
        return answer.status, await answer.json()


async def test_it_is_ready_when_all_parts_are(page: tuple[str, dict[str, bool]]) -> None:
    address, _ = page
    expected = {"ready": True, "database": True, "sync": True}
    assert await _get(f"{address}/readyz") == (200, expected)


async def test_it_names_the_part_that_is_not_and_why(page: tuple[str, dict[str, bool]]) -> None:
    address, parts = page
    parts["sync"] = False
    expected = {"ready": False, "database": True, "sync": False, "why": "DNS"}
    assert await _get(f"{address}/readyz") == (503, expected)
    assert (await _get(f"{address}/livez"))[0] == 200
