"""The bare client-server interface of Matrix over HTTP, with patience where a server asks for it."""

from __future__ import annotations

import asyncio
import json
import time
from collections.abc import Mapping
from typing import Any
from urllib.parse import quote

import aiohttp

Json = dict[str, Any]


class MatrixError(Exception):
    """The homeserver refused a request."""

    def __init__(self, status: int, code: str, text: str) -> None:
        super().__init__(f"{status} {code}: {text}")
        self.status = status
        self.code = code


class TooLarge(Exception):  # noqa: N818 -- says what it is
    """A file is larger than anybody wants it."""


class Api:
    """One account's door to the homeserver; made inside a running loop, closed by `close`."""

    def __init__(self, address: str, token: str = "") -> None:
        self.address = address.rstrip("/")
        self.token = token
        self._http = aiohttp.ClientSession(connector=aiohttp.TCPConnector(limit=0))

    async def close(self) -> None:
        await self._http.close()

    async def request(
        self,
        method: str,
        path: str,
        body: Mapping[str, object] | None = None,
        *,
        query: Mapping[str, str] | None = None,
        patience: float = 60,
    ) -> Json:
        """One request to `/_matrix/client/v3`; waits out 429 for up to `patience` seconds.

        Raises:
            MatrixError: The homeserver refused.
            aiohttp.ClientError: It was not reached.
        """
        until = time.monotonic() + patience
        while True:
            status, data = await self._once(method, path, body, patience + 30, query or {})
            wait = float(data.get("retry_after_ms", 1000)) / 1000
            if status != 429 or time.monotonic() + wait > until:  # noqa: PLR2004 -- HTTP's status
                break
            await asyncio.sleep(wait)
        if status >= 400:  # noqa: PLR2004 -- HTTP's boundary of refusals
            raise MatrixError(status, data.get("errcode", ""), data.get("error", ""))
        return data

    async def fetch(self, path: str, *, most: int) -> bytes:
        """The bytes behind a path of `/_matrix/client/v1`, at most so many.

        Raises:
            TooLarge: There are more.
            MatrixError: The homeserver refused.
            aiohttp.ClientError: It was not reached.
        """
        url = f"{self.address}/_matrix/client/v1{path}"
        async with self._http.get(url, headers=self._headers) as answer:
            raw = await _read(answer.content, most)
        if answer.status >= 400:  # noqa: PLR2004 -- HTTP's boundary of refusals
            data = _object(raw.decode(errors="replace"))
            raise MatrixError(answer.status, data.get("errcode", ""), data.get("error", ""))
        return raw

    @property
    def _headers(self) -> dict[str, str]:
        return {"Authorization": f"Bearer {self.token}"} if self.token else {}

    async def _once(
        self,
        method: str,
        path: str,
        body: Mapping[str, object] | None,
        limit: float,
        query: Mapping[str, str],
    ) -> tuple[int, Json]:
        async with self._http.request(
            method,
            f"{self.address}/_matrix/client/v3{path}",
            # Synapse wants an object even where nothing is to be said.
            json=None if method == "GET" else body or {},
            params=query,
            headers=self._headers,
            timeout=aiohttp.ClientTimeout(total=limit),
        ) as answer:
            return answer.status, _object(await answer.text(errors="replace"))


async def _read(content: aiohttp.StreamReader, most: int) -> bytes:
    """All of it, but never more than is wanted: its sender says nothing about its size."""
    raw = bytearray()
    async for part_of_it in content.iter_any():
        raw += part_of_it
        if len(raw) > most:
            raise TooLarge(f"more than {most} bytes")
    return bytes(raw)


def _object(text: str) -> Json:
    """The answer as JSON; a proxy in between may answer with anything."""
    try:
        data = json.loads(text)
    except ValueError:
        data = None
    return data if isinstance(data, dict) else {"error": text[:200]}


def part(text: str) -> str:
    """An id as a part of a path."""
    return quote(text, safe="")
