"""What can go wrong between a bot and its homeserver, each as a proxy or a wire would do it."""

from __future__ import annotations

import asyncio
import json
import math
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from aiohttp import web  # noqa: TID251 -- the other side of HTTP

from tests.faults.proxy import Answer, Exchange

Json = dict[str, Any]

LONGEST_PAUSE = 15 * 60.0
"""Seconds; for longer nobody has to wait, whatever the homeserver asks."""
USUAL_PAUSE = 5.0
"""Seconds to wait where the homeserver gives no sensible number."""
_JSON = {"Content-Type": "application/json"}


@dataclass(frozen=True, slots=True)
class Delay:
    """It takes its time."""

    seconds: float

    async def befall(self, exchange: Exchange) -> web.StreamResponse:
        await asyncio.sleep(self.seconds)
        return exchange.give(await exchange.forward())


@dataclass(frozen=True, slots=True)
class Reset:
    """The connection breaks; `taken`: only after the request took effect."""

    taken: bool = False

    async def befall(self, exchange: Exchange) -> web.StreamResponse:
        if self.taken:
            await exchange.forward()
        return exchange.cut()


@dataclass(frozen=True, slots=True)
class Half:
    """It takes effect, and the connection breaks amid the answer."""

    async def befall(self, exchange: Exchange) -> web.StreamResponse:
        answer = await exchange.forward()
        response = await exchange.begin(answer)
        await response.write(answer.body[: len(answer.body) // 2])
        exchange.cut()
        return response


@dataclass(frozen=True, slots=True)
class Drip:
    """The answer comes in drops, over so many seconds."""

    seconds: float
    drops: int = 8

    async def befall(self, exchange: Exchange) -> web.StreamResponse:
        answer = await exchange.forward()
        response = await exchange.begin(answer)
        size = max(1, math.ceil(len(answer.body) / self.drops))
        for start in range(0, len(answer.body), size):
            await response.write(answer.body[start : start + size])
            await asyncio.sleep(self.seconds / self.drops)
        exchange.seen.status = answer.status
        return response


@dataclass(frozen=True, slots=True)
class Hang:
    """Nobody answers, for ever or until the connection breaks after so many seconds."""

    taken: bool = False
    seconds: float = 3600

    async def befall(self, exchange: Exchange) -> web.StreamResponse:
        if self.taken:
            await exchange.forward()
        await asyncio.sleep(self.seconds)
        return exchange.cut()


@dataclass(frozen=True, slots=True)
class Page:
    """A gateway's error page; `taken`: although the request took effect."""

    status: int = 502
    taken: bool = False

    async def befall(self, exchange: Exchange) -> web.StreamResponse:
        if self.taken:
            await exchange.forward()
        page = f"<html><body><h1>{self.status}</h1></body></html>".encode()
        return exchange.give(Answer(self.status, {"Content-Type": "text/html"}, page))


@dataclass(frozen=True, slots=True)
class Refused:
    """The homeserver's own error."""

    status: int
    errcode: str
    more: Mapping[str, object] = field(default_factory=dict)

    async def befall(self, exchange: Exchange) -> web.StreamResponse:
        body: Json = {"errcode": self.errcode, "error": "as the test wants it", **self.more}
        return exchange.give(Answer(self.status, _JSON, json.dumps(body).encode()))


@dataclass(frozen=True, slots=True)
class Limited:
    """A 429; `asked` stands where a well-behaved homeserver writes milliseconds."""

    asked: object = None
    header: str | None = None

    @property
    def pause(self) -> float:
        """Seconds that a bot has to wait."""
        if isinstance(self.asked, int | float):
            seconds = self.asked / 1000
        else:
            digits = self.asked is None and self.header is not None and self.header.isdecimal()
            seconds = float(self.header or 0) if digits else USUAL_PAUSE
        return min(USUAL_PAUSE if seconds < 0 else seconds, LONGEST_PAUSE)

    async def befall(self, exchange: Exchange) -> web.StreamResponse:
        body: Json = {"errcode": "M_LIMIT_EXCEEDED", "error": "Too Many Requests"}
        if self.asked is not None:
            body["retry_after_ms"] = self.asked
        headers = _JSON if self.header is None else {**_JSON, "Retry-After": self.header}
        exchange.seen.pause = self.pause
        return exchange.give(Answer(429, headers, json.dumps(body).encode()))


@dataclass(frozen=True, slots=True)
class Garbled:
    """A 200 whose body is not what was promised; `taken`: although the request took effect."""

    body: bytes
    taken: bool = False

    async def befall(self, exchange: Exchange) -> web.StreamResponse:
        if self.taken:
            await exchange.forward()
        return exchange.give(Answer(200, _JSON, self.body))


@dataclass(frozen=True, slots=True)
class Changed:
    """The answer as a homeserver could have given it, too."""

    change: Callable[[Json], None]

    async def befall(self, exchange: Exchange) -> web.StreamResponse:
        answer = await exchange.forward()
        data: Json = json.loads(answer.body)
        self.change(data)
        return exchange.give(Answer(answer.status, answer.headers, json.dumps(data).encode()))


def _unseen(answer: Json) -> None:
    for room in answer.get("rooms", {}).get("join", {}).values():
        room["timeline"]["events"] = [one for one in room["timeline"]["events"] if not _own(one)]


def _own(event: Json) -> bool:
    known = "transaction_id" in event.get("unsigned", {})
    return known or "org.netzwerklotse.key" in event["content"]


UNSEEN = Changed(_unseen)
"""An answer of /sync without what the bot said itself: nothing else tells it what arrived."""
