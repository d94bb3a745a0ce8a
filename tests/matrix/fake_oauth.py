"""A small OAuth server beside a homeserver that leaves logging in to it, as those with MAS do."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import Any

from aiohttp import web  # noqa: TID251 -- the other side of HTTP

Json = dict[str, Any]

USER = "@lotse:hs.example"


@dataclass
class FakeOAuth:
    """Both servers in one; `answers` are what the token endpoint says before it agrees."""

    metadata: str = "v1"
    """Where its metadata lie: as the specification says, as it was before, or nowhere."""
    answers: list[str] = field(default_factory=list)
    lifetime: float = 300.0
    requests: Counter[str] = field(default_factory=Counter)
    scope: str = ""
    client: Json = field(default_factory=dict)
    refresh_token: str = ""
    token: str = ""
    address: str = ""

    def application(self) -> web.Application:
        app = web.Application()
        base = "/_matrix/client"
        app.router.add_get(f"{base}/{self.metadata}/auth_metadata", self._metadata)
        app.router.add_get(f"{base}/v3/account/whoami", self._whoami)
        app.router.add_post("/register", self._register)
        app.router.add_post("/device", self._device)
        app.router.add_post("/token", self._token)
        app.router.add_route("*", "/{path:.*}", self._unknown)
        return app

    async def _unknown(self, request: web.Request) -> web.Response:
        return web.json_response({"errcode": "M_UNRECOGNIZED"}, status=404)

    async def _metadata(self, request: web.Request) -> web.Response:
        names = {
            "registration_endpoint": "register",
            "device_authorization_endpoint": "device",
            "token_endpoint": "token",
        }
        return web.json_response({k: f"{self.address}/{path}" for k, path in names.items()})

    async def _whoami(self, request: web.Request) -> web.Response:
        if request.headers.get("Authorization") != f"Bearer {self.token}":
            return web.json_response({"errcode": "M_UNKNOWN_TOKEN"}, status=401)
        device = self.scope.rpartition(":")[2]
        return web.json_response({"user_id": USER, "device_id": device})

    async def _register(self, request: web.Request) -> web.Response:
        self.client = await request.json()
        return web.json_response({"client_id": "client-1"}, status=201)

    async def _device(self, request: web.Request) -> web.Response:
        form = await request.post()
        assert form["client_id"] == "client-1"
        self.scope = str(form["scope"])
        page = f"{self.address}/link"
        return web.json_response(
            {
                "device_code": "secret-code",
                "user_code": "ABCD",
                "verification_uri": page,
                "verification_uri_complete": f"{page}?code=ABCD",
                "interval": 0.01,
                "expires_in": 60,
            }
        )

    async def _token(self, request: web.Request) -> web.Response:
        form = await request.post()
        kind = str(form["grant_type"]).rpartition(":")[2]
        self.requests[kind] += 1
        if self.answers:
            return web.json_response({"error": self.answers.pop(0)}, status=400)
        given = form.get("device_code") == "secret-code"
        if not given and form.get("refresh_token") != self.refresh_token:
            return web.json_response({"error": "invalid_grant"}, status=400)
        number = sum(self.requests.values())
        self.token, self.refresh_token = f"access-{number}", f"refresh-{number}"
        return web.json_response(
            {
                "access_token": self.token,
                "refresh_token": self.refresh_token,
                "expires_in": self.lifetime,
                "token_type": "Bearer",
            }
        )
