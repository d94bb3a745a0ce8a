"""Logging in where the homeserver leaves that to an OAuth server (as Matrix servers with MAS do).

A person agrees on a page of that server, on any device; after that we renew our tokens ourselves.
"""

from __future__ import annotations

import asyncio
import json
import secrets
import string
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from http import HTTPStatus
from typing import Any

import aiohttp

from bot.matrix.door.errors import Permanent, Temporary, Unauthorised
from bot.matrix.door.homeserver import Homeserver
from bot.matrix.login.credentials import Credentials, renewal

_DEVICE_GRANT = "urn:ietf:params:oauth:grant-type:device_code"
_REFRESH_GRANT = "refresh_token"
_CLIENT = {
    "client_name": "Netzwerklotse",
    "application_type": "native",
    "token_endpoint_auth_method": "none",
    "grant_types": [_DEVICE_GRANT, _REFRESH_GRANT],
    "response_types": [],
}
_SCOPE = "urn:matrix:client"
_OLD_SCOPE = "urn:matrix:org.matrix.msc2967.client"
_PATIENCE = aiohttp.ClientTimeout(total=30)
_SIGNS = string.ascii_uppercase + string.digits
_PAUSE = 5.0
_LONG = 1800.0


class Refused(Exception):  # noqa: N818 -- says what it is
    """The OAuth server says no; `code` is its word for why."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


@dataclass(frozen=True, slots=True, kw_only=True)
class Endpoints:
    """Where an OAuth server does what; `scope` begins what we ask it for."""

    registration: str
    device: str
    token: str
    scope: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Consent:
    """Where a person agrees, and what they may have to type there."""

    address: str
    code: str


async def endpoints(homeserver: Homeserver) -> Endpoints:
    """What the homeserver says about its OAuth server.

    Raises:
        Unauthorised: it has none, or none with a device grant.
        Temporary: it does not answer.
    """
    ways = (
        ("/_matrix/client/v1", ("auth_metadata",), _SCOPE),
        ("/_matrix/client/unstable", ("org.matrix.msc2965", "auth_metadata"), _OLD_SCOPE),
    )
    for base, path, scope in ways:
        try:
            answer = await homeserver.anonymously(*path, base=base)
        except Permanent:
            continue
        names = ("registration_endpoint", "device_authorization_endpoint", "token_endpoint")
        found = [answer.get(name) for name in names]
        if not all(isinstance(one, str) for one in found):
            raise Unauthorised("the server's OAuth knows no login by device grant")
        registration, device, token = map(str, found)
        return Endpoints(registration=registration, device=device, token=token, scope=scope)
    raise Unauthorised("the homeserver has no OAuth: log in by password")


async def log_in(
    homeserver: Homeserver,
    user_id: str,
    now: Callable[[], float],
    show: Callable[[Consent], None],
) -> Credentials:
    """Have a person agree that we log in as a new device, for as long as the server waits.

    Raises:
        Unauthorised: nobody agreed, or the server has no such login.
        Temporary: a server does not answer.
    """
    server = await endpoints(homeserver)
    device_id = "".join(secrets.choice(_SIGNS) for _ in range(10))
    scope = f"{server.scope}:api:* {server.scope}:device:{device_id}"
    try:
        client = {**_CLIENT, "client_uri": homeserver.address}
        made = await _post(server.registration, value=client)
        ours = {"client_id": str(made.get("client_id", ""))}
        started = await _post(server.device, form={**ours, "scope": scope})
        code = str(started.get("user_code", ""))
        page = started.get("verification_uri_complete") or started.get("verification_uri")
        show(Consent(address=str(page), code=code))
        form = {**ours, "grant_type": _DEVICE_GRANT, "device_code": str(started["device_code"])}
        answer = await _agreed(server.token, form, started)
    except Refused as no:
        raise Unauthorised(f"the OAuth server refuses: {no.code}") from None
    except KeyError:
        raise Temporary("the OAuth server's answer is incomplete") from None
    login = Credentials(
        homeserver=homeserver.address,
        user_id=user_id,
        device_id=device_id,
        access_token="",
        token_endpoint=server.token,
        client_id=ours["client_id"],
    )
    return _filled(login, answer, now())


async def renewed(login: Credentials, now: Callable[[], float]) -> Credentials:
    """New tokens for the same device.

    Raises:
        Unauthorised: the refresh token is refused.
        Temporary: there is no usable answer.
    """
    form = {
        "grant_type": _REFRESH_GRANT,
        "client_id": login.client_id or "",
        "refresh_token": login.refresh_token or "",
    }
    try:
        answer = await _post(login.token_endpoint or "", form=form)
    except Refused as no:
        raise Unauthorised(f"the refresh token is refused: {no.code}") from None
    return _filled(login, answer, now())


async def _agreed(url: str, form: Mapping[str, str], started: Mapping[str, Any]) -> dict[str, Any]:
    """Ask until a person has agreed; the server says how often."""
    pause = _seconds(started.get("interval"), _PAUSE)
    until = time.monotonic() + _seconds(started.get("expires_in"), _LONG)
    while time.monotonic() < until:
        await asyncio.sleep(pause)
        try:
            return await _post(url, form=form)
        except Temporary:
            pause += _PAUSE
        except Refused as no:
            if no.code == "slow_down":
                pause += _PAUSE
            elif no.code != "authorization_pending":
                raise
    raise Refused("expired_token")


def _filled(login: Credentials, answer: Mapping[str, Any], now: float) -> Credentials:
    token, refresh = answer.get("access_token"), answer.get("refresh_token")
    if not isinstance(token, str):
        raise Temporary("the OAuth server's answer has no token")
    return replace(
        login,
        access_token=token,
        refresh_token=refresh if isinstance(refresh, str) else login.refresh_token,
        renew_at=renewal(now, answer.get("expires_in")),
    )


async def _post(
    url: str, *, form: Mapping[str, str] | None = None, value: Mapping[str, object] | None = None
) -> dict[str, Any]:
    """Send a form, or a value as JSON; the answer."""
    try:
        async with (
            aiohttp.ClientSession(timeout=_PATIENCE) as http,
            http.post(url, allow_redirects=False, data=form, json=value) as response,
        ):
            status, raw = response.status, await response.read()
    except (aiohttp.ClientError, TimeoutError, OSError, ValueError) as fault:
        raise Temporary(f"{type(fault).__name__}: {url}") from None
    try:
        answer = json.loads(raw)
    except ValueError:
        answer = None
    if not isinstance(answer, dict):
        raise Temporary("the OAuth server's answer is no JSON object", status)
    if HTTPStatus.BAD_REQUEST <= status < HTTPStatus.INTERNAL_SERVER_ERROR and "error" in answer:
        raise Refused(str(answer["error"])[:100])
    if status not in (HTTPStatus.OK, HTTPStatus.CREATED):
        raise Temporary(f"status {status} of the OAuth server", status)
    return answer


def _seconds(value: object, usual: float) -> float:
    return float(value) if isinstance(value, int | float) and value > 0 else usual
