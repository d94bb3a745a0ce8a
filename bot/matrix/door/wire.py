"""How a request travels: the one place below which only HTTP is left, so that tests end here."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Protocol

from nio import AsyncClient


@dataclass(frozen=True, slots=True, kw_only=True)
class Request:
    """What leaves us: the path with its query, and at most `patience` seconds for the answer."""

    method: str
    url: str
    headers: Mapping[str, str]
    body: str | bytes | None
    patience: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What came back, whole."""

    status: int
    headers: Mapping[str, str]
    body: bytes


class Wire(Protocol):
    """Carries one request and its answer."""

    async def carry(self, request: Request) -> Answer:
        """The answer, whatever its status.

        Raises:
            aiohttp.ClientError, TimeoutError, OSError: there is none; what became of the request
                nobody knows.
        """
        ...


class Renew(Protocol):
    """Replaces the token that was refused; `soft` says that only the token has expired."""

    async def __call__(self, refused: str, *, soft: bool) -> bool:
        """Whether there is another token now."""
        ...


class NioWire:
    """By nio's HTTP client, which holds the connections and the proxy settings."""

    def __init__(self, client: AsyncClient) -> None:
        self._client = client

    async def carry(self, request: Request) -> Answer:
        """See `Wire`."""
        response = await self._client.send(
            request.method, request.url, request.body, request.headers, timeout=request.patience
        )
        async with response:
            raw = await response.read()
        return Answer(status=response.status, headers=response.headers, body=raw)
