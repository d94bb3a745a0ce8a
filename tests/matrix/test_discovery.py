"""An account's homeserver is found by the name in its id, and only if it is one."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from typing import Any

import pytest
from aiohttp import web  # noqa: TID251 -- the other side of HTTP

from bot.matrix.door.errors import Temporary, Unauthorised
from bot.matrix.login.discovery import discover


@asynccontextmanager
async def serving(known: Callable[[str], Any], versions: object) -> AsyncIterator[str]:
    """A server with this .well-known (a status instead of it is an error); its name and port."""
    address = ""

    async def well_known(_: web.Request) -> web.Response:
        said = known(address)
        if isinstance(said, int):
            return web.Response(status=said)
        return web.json_response(said)

    async def told(_: web.Request) -> web.Response:
        return web.json_response(versions)

    app = web.Application()
    app.router.add_get("/.well-known/matrix/client", well_known)
    app.router.add_get("/_matrix/client/versions", told)
    runner = web.AppRunner(app, access_log=None)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    host, port = runner.addresses[0][:2]
    address = f"http://{host}:{port}"
    yield f"{host}:{port}"
    await runner.cleanup()


GOOD = {"versions": ["v1.11"]}


@pytest.mark.parametrize(
    "known", [lambda address: {"m.homeserver": {"base_url": f"{address}/"}}, lambda _: 404]
)
async def test_it_is_what_the_server_names_or_the_server_itself(
    known: Callable[[str], Any],
) -> None:
    async with serving(known, GOOD) as name:
        assert await discover(f"@lotse:{name}", "http") == f"http://{name}"


@pytest.mark.parametrize(
    ("known", "versions", "fault"),
    [
        (lambda _: 403, GOOD, Unauthorised),
        (lambda _: 502, GOOD, Temporary),
        (lambda _: {}, GOOD, Unauthorised),
        (lambda _: ["x"], GOOD, Unauthorised),
        (lambda _: {"m.homeserver": {"base_url": "file:///etc"}}, GOOD, Unauthorised),
        (lambda a: {"m.homeserver": {"base_url": a}}, {"versions": "all"}, Unauthorised),
        (lambda _: {"m.homeserver": {"base_url": "http://127.0.0.1:1"}}, GOOD, Temporary),
    ],
)
async def test_anything_else_is_said(
    known: Callable[[str], Any], versions: object, fault: type[Exception]
) -> None:
    async with serving(known, versions) as name:
        with pytest.raises(fault):
            await discover(f"@lotse:{name}", "http")
