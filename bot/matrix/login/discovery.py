"""Finds the homeserver of an account by the name in its id, where nobody configured an address."""

from __future__ import annotations

import json
from http import HTTPStatus
from urllib.parse import urlsplit

import aiohttp

from bot.matrix.content.reading import mapping
from bot.matrix.door.errors import Temporary, Unauthorised

_PATIENCE = aiohttp.ClientTimeout(total=20)
_LARGEST = 2**16


async def discover(user_id: str, scheme: str = "https") -> str:
    """The address that the account's server names, which must be a homeserver's.

    A server that names none is the homeserver itself.

    Raises:
        Unauthorised: what the server says is of no use; the operator has to name the address.
        Temporary: it does not answer.
    """
    server = user_id.partition(":")[2]
    known = f"{scheme}://{server}/.well-known/matrix/client"
    async with aiohttp.ClientSession(timeout=_PATIENCE) as http:
        status, answer = await _asked(http, known)
        if status == HTTPStatus.NOT_FOUND:
            address: object = f"{scheme}://{server}"
        elif status == HTTPStatus.OK:
            address = mapping(mapping(answer).get("m.homeserver")).get("base_url")
        elif status >= HTTPStatus.INTERNAL_SERVER_ERROR:
            raise Temporary(f"status {status} of {known}", status)
        else:
            raise Unauthorised(f"{known} answers {status}: set matrix.homeserver")
        if not isinstance(address, str) or urlsplit(address).scheme not in ("http", "https"):
            raise Unauthorised(f"{known} names no homeserver: set matrix.homeserver")
        address = address.rstrip("/")
        status, answer = await _asked(http, f"{address}/_matrix/client/versions")
        if status != HTTPStatus.OK or not isinstance(mapping(answer).get("versions"), list):
            raise Unauthorised(f"{address} is no homeserver: set matrix.homeserver")
    return address


async def _asked(http: aiohttp.ClientSession, url: str) -> tuple[int, object]:
    """Status and JSON, which is None where there is none."""
    try:
        async with http.get(url) as response:
            raw = await response.content.read(_LARGEST)
    except (aiohttp.ClientError, TimeoutError, OSError, ValueError) as fault:
        raise Temporary(f"{type(fault).__name__}: {url}") from None
    try:
        return response.status, json.loads(raw)
    except ValueError:
        return response.status, None
