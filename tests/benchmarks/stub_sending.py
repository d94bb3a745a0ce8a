"""What the stub does with a bot's messages: limits them, fails them, keeps each transaction once."""

from __future__ import annotations

import random
import time
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from urllib.parse import unquote

from aiohttp import web  # noqa: TID251 -- the other side of HTTP

from tests.benchmarks.stub_rooms import BOT, Json, message

_SEED = 7


@dataclass(frozen=True, slots=True)
class Limit:
    """So many messages at once, then so many a second, for the whole account."""

    per_second: float
    burst: float


class Sending:
    """The `send` request. `stored(room, event)` is called once for each transaction."""

    def __init__(
        self, stored: Callable[[str, Json], None], limit: Limit | None, fail: float
    ) -> None:
        self._stored = stored
        self._limit = limit
        self._fail = fail
        self._chance = random.Random(_SEED)
        self._allowance = limit.burst if limit else 0.0
        self._refilled = time.monotonic()
        self._transactions: dict[str, str] = {}
        self.statuses: Counter[int] = Counter()
        """How often we answered with which status."""

    async def answer(self, request: web.Request) -> web.StreamResponse:
        """Take a message, or refuse it."""
        response = await self._answer(request)
        self.statuses[response.status] += 1
        return response

    async def _answer(self, request: web.Request) -> web.StreamResponse:
        content = await request.json()
        if self._limit and (wait := self._wait(self._limit)):
            return too_fast(wait)
        fails = self._chance.random() < self._fail
        # Half of them fail before the message is stored, half when it is.
        if fails and self._chance.random() < 0.5:
            return _bad_gateway()
        event_id = self._store(request.path, content)
        return _bad_gateway() if fails else web.json_response({"event_id": event_id})

    def _store(self, path: str, content: Json) -> str:
        known = self._transactions.get(path)
        if known is None:
            parts = path.split("/")
            event = message(BOT, "") | {"content": content, "type": parts[-2]}
            known = self._transactions[path] = str(event["event_id"])
            self._stored(unquote(parts[parts.index("rooms") + 1]), event)
        return known

    def _wait(self, limit: Limit) -> float:
        """Seconds until the account may send again; 0 if it may now, which counts."""
        now = time.monotonic()
        refill = (now - self._refilled) * limit.per_second
        self._allowance = min(limit.burst, self._allowance + refill)
        self._refilled = now
        if self._allowance < 1:
            return (1 - self._allowance) / limit.per_second
        self._allowance -= 1
        return 0.0


def too_fast(wait: float) -> web.Response:
    """Asks to wait so many seconds."""
    body = {
        "errcode": "M_LIMIT_EXCEEDED",
        "error": "Too Many Requests",
        "retry_after_ms": int(wait * 1000) + 1,
    }
    return web.json_response(body, status=429, headers={"Retry-After": str(int(wait) + 1)})


def _bad_gateway() -> web.Response:
    return web.Response(status=502, text="<html>bad gateway</html>")
