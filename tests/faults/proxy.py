"""Stands between the bot and its homeserver, writes down every request, and lets some go wrong."""

from __future__ import annotations

import asyncio
import re
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Protocol, Self

import aiohttp
from aiohttp import web  # noqa: TID251 -- the other side of HTTP
from yarl import URL

_MATTER = re.compile(r"/_matrix/\w+/v\d+/(?:rooms/[^/]+/)?(?P<word>\w+)")
_PATIENCE = 180.0
_OURS = frozenset({"host", "accept-encoding", "content-length", "connection"})


@dataclass(slots=True)
class Seen:
    """One request of the bot; moments are seconds of a monotonic clock."""

    at: float
    method: str
    path: str
    matter: str
    """What it is about, such as `sync`, `send`, `state`."""
    mishap: str = ""
    status: int | None = None
    """None while, and if, it has no answer."""
    answered: float | None = None
    pause: float | None = None
    """Seconds for which a 429 asked, as far as the bot has to obey."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What the homeserver said."""

    status: int
    headers: Mapping[str, str]
    body: bytes


class Exchange:
    """A request that waits for its answer."""

    def __init__(self, proxy: Proxy, request: web.Request, body: bytes, seen: Seen) -> None:
        self.request = request
        self.body = body
        self.seen = seen
        self._proxy = proxy

    async def forward(self) -> Answer:
        """Let the homeserver do it, even if nobody waits for its answer any more."""
        return await asyncio.shield(self._proxy.ask(self.request, self.body))

    def give(self, answer: Answer) -> web.Response:
        """Hand the whole answer over."""
        self.seen.status, self.seen.answered = answer.status, time.monotonic()
        return web.Response(status=answer.status, headers=dict(answer.headers), body=answer.body)

    async def begin(self, answer: Answer) -> web.StreamResponse:
        """Promise the whole answer; the body is up to the caller."""
        response = web.StreamResponse(status=answer.status, headers=dict(answer.headers))
        response.content_length = len(answer.body)
        await response.prepare(self.request)
        return response

    def cut(self) -> web.StreamResponse:
        """Break the connection."""
        if self.request.transport:
            self.request.transport.abort()
        return web.Response(status=500)


class Mishap(Protocol):
    """What goes wrong with one request."""

    async def befall(self, exchange: Exchange) -> web.StreamResponse: ...


@dataclass(slots=True)
class Rule:
    """The next `times` requests whose method, path and body fit meet a mishap."""

    where: re.Pattern[str]
    mishap: Mishap
    times: float = 1
    saying: bytes = b""
    met: list[Seen] = field(default_factory=list)

    @property
    def over(self) -> bool:
        return len(self.met) >= self.times

    async def done(self, times: float | None = None) -> None:
        """Wait until so many requests have met it, or as many as ever will."""
        wanted = self.times if times is None else times
        async with asyncio.timeout(_PATIENCE):
            while len(self.met) < wanted:  # noqa: ASYNC110 -- a rule tells nobody
                await asyncio.sleep(0.02)

    def fits(self, seen: Seen, body: bytes) -> bool:
        line = f"{seen.method} {seen.path}"
        return not self.over and bool(self.where.search(line)) and self.saying in body


class Proxy:
    """`async with` it. `upstream` is asked each time: a homeserver may come back elsewhere."""

    def __init__(self, upstream: Callable[[], str]) -> None:
        self.seen: list[Seen] = []
        self.rules: list[Rule] = []
        self.weather: Callable[[Seen], Mishap | None] = lambda _: None
        """What befalls a request for which there is no rule."""
        self.taps: list[Callable[[Seen, Answer], None]] = []
        """Told of what the homeserver answered, before the bot hears it."""
        self.address = ""
        self._upstream = upstream
        self._runner: web.AppRunner | None = None
        self._client: aiohttp.ClientSession | None = None

    async def __aenter__(self) -> Self:
        app = web.Application(client_max_size=2**27)
        app.router.add_route("*", "/{path:.*}", self._handle)
        # A real one lets go of the homeserver, too, when its client goes.
        self._runner = web.AppRunner(
            app, access_log=None, handler_cancellation=True, shutdown_timeout=0.2
        )
        self._client = aiohttp.ClientSession(
            connector=aiohttp.TCPConnector(limit=0, force_close=True),
            timeout=aiohttp.ClientTimeout(total=300),
        )
        await self._runner.setup()
        await web.TCPSite(self._runner, "127.0.0.1", 0).start()
        self.address = f"http://127.0.0.1:{self._runner.addresses[0][1]}"
        return self

    async def __aexit__(self, *_: object) -> None:
        if self._runner and self._client:
            await self._runner.cleanup()
            await self._client.close()

    def then(self, where: str, mishap: Mishap, times: float = 1, saying: str = "") -> Rule:
        """Let the next requests that fit meet a mishap; rules come into force in their order.

        `where` is searched in "METHOD /path?query".
        """
        rule = Rule(re.compile(where), mishap, times, saying.encode())
        self.rules.append(rule)
        return rule

    def calm(self) -> None:
        """Nothing goes wrong any more."""
        self.rules.clear()
        self.weather = lambda _: None

    async def ask(self, request: web.Request, body: bytes) -> Answer:
        """Do it at the homeserver; a gateway's 502 page if that is not there."""
        assert self._client
        headers = {k: v for k, v in request.headers.items() if k.lower() not in _OURS}
        # Room and event ids hold signs of every kind: their quoting stays as it is.
        url = f"{self._upstream()}{request.raw_path}"
        try:
            async with self._client.request(
                request.method, URL(url, encoded=True), data=body or None, headers=headers
            ) as answer:
                kept = ("Content-Type", "Date", "Retry-After")
                passed = {name: answer.headers[name] for name in kept if name in answer.headers}
                return Answer(answer.status, passed, await answer.read())
        except (aiohttp.ClientError, TimeoutError, OSError):
            page = b"<html><body>502 Bad Gateway</body></html>"
            return Answer(502, {"Content-Type": "text/html"}, page)

    async def _handle(self, request: web.Request) -> web.StreamResponse:
        at = time.monotonic()
        body = await request.read()
        found = _MATTER.search(request.path)
        matter = found["word"] if found else request.path
        seen = Seen(at, request.method, request.path_qs, matter)
        self.seen.append(seen)
        mishap = self._mishap(seen, body)
        exchange = Exchange(self, request, body, seen)
        if mishap is not None:
            seen.mishap = str(mishap)
            return await mishap.befall(exchange)
        answer = await exchange.forward()
        for tap in self.taps:
            tap(seen, answer)
        return exchange.give(answer)

    def _mishap(self, seen: Seen, body: bytes) -> Mishap | None:
        rule = next((rule for rule in self.rules if rule.fits(seen, body)), None)
        if rule is None:
            return self.weather(seen)
        rule.met.append(seen)
        return rule.mishap
