"""A stand-in homeserver that costs next to nothing and is itself the load.

Synapse answers some ten to fifty commands a second on a small machine, so beside it bots hardly
differ. This one speaks just enough of the client-server interface for a bot: commands are put
straight into its pending /sync, answers are matched as their request arrives.
"""

from __future__ import annotations

import asyncio
import json
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from urllib.parse import unquote

from aiohttp import web  # noqa: TID251 -- the other side of HTTP

from tests.benchmarks.load import Load
from tests.benchmarks.stub_keys import Keys
from tests.benchmarks.stub_rooms import (
    BOT,
    SPEAKER,
    Json,
    batch,
    initial,
    joined,
    message,
    people,
    state,
)
from tests.benchmarks.stub_sending import Limit, Sending, too_fast

TOKEN, DEVICE = "token", "STUBDEVICE"
_LIMIT = 10
_HOUR = 3_600.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Ground:
    """What a bot is put into: rooms of so many people, and how the homeserver behaves."""

    rooms: int = 10
    members: int = 10
    delay: float = 0.0
    """Seconds before each answer."""
    limit: Limit | None = None
    fail: float = 0.0
    """Part of the sends that end with 502, half of these after the message was stored."""
    receipts: bool = True
    """Whether it takes them; else it asks not to be sent any for an hour."""


class Stub:
    """The homeserver; `load` asks in its rooms. An index of the log is a sync token."""

    def __init__(self, ground: Ground) -> None:
        self.ground = ground
        self.rooms = [f"!room{number}:stub.localhost" for number in range(ground.rooms)]
        self.load = Load(self._say)
        self.sending = Sending(self._stored, ground.limit, ground.fail)
        self.address = ""
        self.requests = self.receipts = 0
        self.broken: int | None = None
        """A status that every request gets from now on."""
        self._log: list[tuple[str, Json]] = []
        self._news = asyncio.Event()
        self._filters: list[Json] = []
        self._profile: Json = {}
        self._keys = Keys()
        self._fixed: dict[str, Json] = {
            "/versions": {"versions": ["r0.6.1", "v1.1", "v1.5", "v1.11"]},
            "/whoami": {"user_id": BOT, "device_id": DEVICE},
            "/joined_rooms": {"joined_rooms": self.rooms},
            "/joined_members": {"joined": {person: {} for person in people(ground.members)}},
        }

    @asynccontextmanager
    async def serving(self) -> AsyncIterator[None]:
        """Listen on a free loopback port."""
        app = web.Application(client_max_size=2**26)
        app.router.add_route("*", "/{path:.*}", self._handle)
        runner = web.AppRunner(app, access_log=None, shutdown_timeout=0.2)
        await runner.setup()
        try:
            await web.TCPSite(runner, "127.0.0.1", 0).start()
            self.address = f"http://127.0.0.1:{runner.addresses[0][1]}"
            yield
        finally:
            await runner.cleanup()

    async def _say(self, room: str, text: str) -> None:
        self._put(room, message(SPEAKER, text))

    def _stored(self, room: str, event: Json) -> None:
        self.load.heard(room, str(event["content"].get("body", "")))
        self._put(room, event)

    def _put(self, room: str, event: Json) -> None:
        self._log.append((room, event))
        self._news.set()
        self._news = asyncio.Event()

    async def _handle(self, request: web.Request) -> web.StreamResponse:
        self.requests += 1
        if self.ground.delay:
            await asyncio.sleep(self.ground.delay)
        if self.broken:
            return _fault(self.broken)
        path = request.path
        if path.endswith("/sync"):
            return await self._sync(request)
        if "/send/" in path:
            return await self.sending.answer(request)
        for end, answer in self._fixed.items():
            if path.endswith(end):
                return web.json_response(answer)
        if path.endswith("/messages"):
            return self._messages(request)
        return await self._small(request, path)

    async def _small(self, request: web.Request, path: str) -> web.Response:
        if "/receipt/" in path:
            self.receipts += 1
            return web.json_response({}) if self.ground.receipts else too_fast(_HOUR)
        if "/keys/" in path:
            return web.json_response(self._keys.answer(path, await request.json()))
        if "/state" in path and request.method == "GET":
            return self._state(path)
        if path.endswith("/filter"):
            self._filters.append(await request.json())
            return web.json_response({"filter_id": str(len(self._filters) - 1)})
        if path.endswith("/displayname"):
            if request.method == "PUT":
                self._profile = await request.json()
            return web.json_response(self._profile)
        return web.json_response({})

    async def _sync(self, request: web.Request) -> web.StreamResponse:
        chosen, since = self._filter(request), request.query.get("since")
        if since is None:
            return web.Response(body=self._initial(chosen), content_type="application/json")
        at = int(since[1:])
        await self._wait_for_news(at, int(request.query.get("timeout", 0)) / 1000)
        found: dict[str, list[tuple[int, Json]]] = {}
        for index in range(at, len(self._log)):
            room, event = self._log[index]
            found.setdefault(room, []).append((index, event))
        limit = chosen.get("room", {}).get("timeline", {}).get("limit", _LIMIT)
        rooms = {room: _since(events, limit) for room, events in found.items()}
        return web.json_response(batch(f"s{len(self._log)}", rooms))

    def _initial(self, chosen: Json) -> bytes:
        key = json.dumps(chosen, sort_keys=True)
        whole = initial(tuple(self.rooms), self.ground.members, key)
        return whole.replace(b'"NEXT"', b'"s%d"' % len(self._log))

    async def _wait_for_news(self, at: int, seconds: float) -> None:
        until = time.monotonic() + seconds
        while len(self._log) <= at and (left := until - time.monotonic()) > 0:
            try:
                await asyncio.wait_for(self._news.wait(), left)
            except TimeoutError:
                return

    def _filter(self, request: web.Request) -> Json:
        given = request.query.get("filter", "")
        if given.startswith("{"):
            chosen: Json = json.loads(given)
            return chosen
        return self._filters[int(given)] if given else {}

    def _state(self, path: str) -> web.Response:
        """All of a room, or the content of one event, as in every room."""
        found = state(0, people(self.ground.members))
        kind = path.partition("/state/")[2].strip("/")
        if not kind:
            return web.json_response(found)
        wanted = (event["content"] for event in found if event["type"] == kind)
        content = next(wanted, None)
        if content is None:
            return web.json_response({"errcode": "M_NOT_FOUND", "error": "none"}, status=404)
        return web.json_response(content)

    def _messages(self, request: web.Request) -> web.Response:
        """Backwards from a token, for a bot that fills a gap; without one from the end."""
        room = unquote(request.path.split("/rooms/")[1].split("/")[0])
        start = int(request.query.get("from", f"s{len(self._log)}")[1:])
        stop = int(request.query.get("to", "s0")[1:])
        wanted = int(request.query.get("limit", _LIMIT))
        earlier = range(start - 1, stop - 1, -1)
        found = [index for index in earlier if self._log[index][0] == room]
        more = {"end": f"s{found[wanted - 1]}"} if len(found) > wanted else {}
        chunk = [self._log[index][1] for index in found[:wanted]]
        return web.json_response({"chunk": chunk, "start": f"s{start}", **more})


def _since(events: list[tuple[int, Json]], limit: int) -> Json:
    shown = events[-limit:]
    news = [event for _, event in shown]
    return joined(news, f"s{shown[0][0]}", [], limited=len(events) > limit)


def _fault(status: int) -> web.Response:
    if status == 502:  # a proxy answers, in no JSON
        return web.Response(status=status, text="<html>bad gateway</html>")
    code = "M_UNKNOWN_TOKEN" if status == 401 else "M_UNKNOWN"
    return web.json_response({"errcode": code, "error": "broken"}, status=status)
