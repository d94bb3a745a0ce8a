"""The one door to the homeserver: a request goes out, JSON comes back or an exception of ours.

It rides on nio's HTTP client, but not on nio's response classes: those hold nothing that we need
beyond the JSON, refuse room ids of version 12, and turn failures into values that look like
successes. nio's own patience is switched off, since it obeys any pause a server names.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from http import HTTPStatus
from typing import Any

import aiohttp
from nio import AsyncClient, AsyncClientConfig
from nio.api import Api

from bot.matrix.door.errors import Permanent, Temporary, Unauthorised, failure
from bot.matrix.door.outages import described, outage
from bot.matrix.door.patience import Backoff
from bot.matrix.door.their_clock import TheirClock
from bot.matrix.door.wire import Answer, NioWire, Renew, Request, Wire
from bot.services.ports import Machine
from bot.services.timing import ThisMachine

Json = dict[str, Any]

ARRAY = ""
"""Where the items stand of an answer that is an array."""
PATIENCE = 20.0
_QUICK = 5.0
_FOR_A_FILE = 60.0
_JSON = "application/json"
_CONFIG = AsyncClientConfig(
    max_limit_exceeded=0,
    max_timeouts=0,
    request_timeout=PATIENCE,
    store_sync_tokens=False,
    encryption_enabled=False,
)


class Homeserver:
    """One account's requests; made inside a running loop, let go by `close`."""

    def __init__(
        self,
        address: str,
        user_id: str,
        machine: Machine | None = None,
        wire: Wire | None = None,
        pause: float = 1.0,
    ) -> None:
        """By default on this machine's clocks, and by nio's HTTP client.

        `pause`: seconds before the second try of whatever failed.
        """
        self.client = AsyncClient(address.rstrip("/"), user_id, config=_CONFIG)
        self.renew: Renew | None = None
        """Replaces an access token that was refused; the request is then made once more."""
        self.leads: Callable[[], bool] = lambda: True
        """Whether no other bot can speak for the account; while it is not sure nothing leaves."""
        self._machine = machine or ThisMachine()
        self._wire = wire or NioWire(self.client)
        self._pause = pause
        self.clock = TheirClock(self._machine)

    def backoff(self) -> Backoff:
        """The pauses of whoever tries something again."""
        return Backoff(self._pause)

    @property
    def address(self) -> str:
        """Where it is, without a slash at the end."""
        return str(self.client.homeserver)

    def now(self) -> float:
        """The wall clock, in seconds since 1970."""
        return self._machine.now().timestamp()

    async def close(self) -> None:
        await self.client.close()

    async def get(
        self, *path: str, query: Mapping[str, str] | None = None, patience: float = PATIENCE
    ) -> Json:
        """Ask; see `request`."""
        return await self.request("GET", path, query=query, patience=patience)

    async def put(self, *path: str, body: Mapping[str, object]) -> Json:
        """Set; see `request`."""
        return await self.request("PUT", path, body=body)

    async def post(
        self,
        *path: str,
        body: Mapping[str, object] | None = None,
        query: Mapping[str, str] | None = None,
    ) -> Json:
        """Do; see `request`."""
        return await self.request("POST", path, body=body or {}, query=query)

    async def upload(self, raw: bytes, mimetype: str, name: str | None) -> Json:
        """Store a file; see `request`."""
        query = {} if name is None else {"filename": name}
        url = Api._build_path(("upload",), query, "/_matrix/media/v3")  # noqa: SLF001
        return await self._exchange("POST", url, raw, mimetype, _FOR_A_FILE)

    async def works(self) -> bool:
        """Whether it answers at all: then what it fails at is about one room.

        Raises:
            Unauthorised: it no longer knows us.
        """
        try:
            await self.get("account", "whoami", patience=_QUICK)
        except (Temporary, Permanent):
            return False
        return True

    async def request(
        self,
        method: str,
        path: tuple[str, ...],
        *,
        body: Mapping[str, object] | None = None,
        query: Mapping[str, str] | None = None,
        patience: float = PATIENCE,
        base: str = "/_matrix/client/v3",
    ) -> Json:
        """One request, at most `patience` seconds of it; path parts are quoted here.

        Raises:
            Temporary, Limited, Permanent, Unauthorised: see `errors`.
        """
        url = Api._build_path(path, dict(query or {}), base)  # noqa: SLF001 -- nio has no other
        try:
            data = None if body is None else json.dumps(body, allow_nan=False)
        except (ValueError, TypeError, RecursionError):
            raise Permanent(HTTPStatus.BAD_REQUEST, "M_BAD_JSON") from None
        return await self._exchange(method, url, data, _JSON, patience)

    async def anonymously(
        self,
        *path: str,
        body: Mapping[str, object] | None = None,
        base: str = "/_matrix/client/v3",
    ) -> Json:
        """Ask, or do if there is a body, without showing a token; see `request`."""
        url = Api._build_path(path, {}, base)  # noqa: SLF001 -- nio has no other
        if body is None:
            return await self._once("GET", url, None, _JSON, PATIENCE, "")
        return await self._once("POST", url, json.dumps(body), _JSON, PATIENCE, "")

    async def _exchange(
        self, method: str, url: str, data: str | bytes | None, kind: str, patience: float
    ) -> Json:
        token = self.client.access_token
        try:
            return await self._once(method, url, data, kind, patience, token)
        except Unauthorised as fault:
            if not token or not self.renew or not await self.renew(token, soft=fault.soft):
                raise
        return await self._once(method, url, data, kind, patience, self.client.access_token)

    async def _once(
        self,
        method: str,
        url: str,
        data: str | bytes | None,
        kind: str,
        patience: float,
        token: str,
    ) -> Json:
        if not self.leads():
            raise Temporary("another bot may lead")
        headers = {"Content-Type": kind}
        if token:
            headers["Authorization"] = f"Bearer {token}"
        try:
            request = Request(method=method, url=url, headers=headers, body=data, patience=patience)
            return self._result(await self._wire.carry(request))
        except (aiohttp.ClientError, TimeoutError, OSError) as fault:
            # The text of aiohttp's faults may hold the address, never the token.
            raise Temporary(described(fault), outage=outage(fault)) from None

    def _result(self, answer: Answer) -> Json:
        try:
            parsed = json.loads(answer.body)
        except (ValueError, RecursionError):
            parsed = None
        parsed = {ARRAY: parsed} if isinstance(parsed, list) else parsed
        data: Json | None = parsed if isinstance(parsed, dict) else None
        if answer.status != HTTPStatus.OK:
            raise failure(answer.status, data, answer.headers.get("Retry-After"))
        if data is None:
            raise Temporary("the answer is no JSON object", answer.status)
        self.clock.said(answer.headers.get("Date"))
        return data
