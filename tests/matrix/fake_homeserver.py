"""A stand-in homeserver for what a real one does not do on demand: fail, limit, cut, lie."""

from __future__ import annotations

import asyncio
import itertools
import json
import time
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, Self
from urllib.parse import unquote

from aiohttp import web  # noqa: TID251 -- the other side of HTTP

from tests.matrix.fake_keys import Keys

Json = dict[str, Any]

BOT = "@lotse:hs.example"
ANNA = "@anna:hs.example"
BERND = "@bernd:hs.example"


async def until(condition: Callable[[], bool], seconds: float = 5.0) -> None:
    """Wait for something to be true; fails after so many seconds."""
    async with asyncio.timeout(seconds):
        while not condition():  # noqa: ASYNC110 -- it may come true anywhere
            await asyncio.sleep(0.005)


@dataclass
class FakeRoom:
    """`state` by type and key; `members` by user id to membership."""

    room_id: str
    state: dict[tuple[str, str], Json] = field(default_factory=dict)
    members: dict[str, str] = field(default_factory=dict)


@dataclass
class Fault:
    """What becomes of matching requests: a status, `cut`, `hang`; `stored` after it was done."""

    where: str
    how: int | str
    times: int = 1
    stored: bool = False
    body: Json = field(default_factory=dict)
    headers: dict[str, str] = field(default_factory=dict)


class FakeHomeserver:
    """Positions in `log` are the tokens. `faults` come into force in their order."""

    def __init__(self) -> None:
        self.log: list[tuple[str, Json]] = []
        self.rooms: dict[str, FakeRoom] = {}
        self.invited: dict[str, str] = {}
        self.left: list[str] = []
        self.transactions: dict[tuple[str, str], str] = {}
        self.remembers = True
        """Whether transaction ids are still known."""
        self.shows_ours = True
        """Whether /sync brings the bot's own events back."""
        self.faults: list[Fault] = []
        self.requests: Counter[str] = Counter()
        self.statuses: Counter[int] = Counter()
        self.joins: list[Json] = []
        """What was asked with each request to join a room by its id."""
        self.at: list[float] = []
        self.files: dict[str, tuple[bytes, str, str]] = {}
        """Uploads by their address: content, type and name."""
        self.largest: int | None = None
        """The most bytes that an upload may have."""
        self.receipts: list[tuple[str, str]] = []
        """Rooms and the events that the bot marked as read."""
        self.typing: list[tuple[str, bool]] = []
        """Rooms and whether the bot said that it was typing there."""
        self.keys: Keys | None = None
        """What it knows of keys, where encryption is tested."""
        self.limit: tuple[float, float] | None = None
        self.allowance = 0.0
        self.refilled = 0.0
        self.timeline_limit = 100
        self.password, self.token = "secret", "token"
        """What the account's password is, and how access tokens begin."""
        self.tokens = {"token-1"}
        self.soft = False
        """Whether an unknown token has only expired."""
        self.lifetime: int | None = None
        """Milliseconds that an access token is said to last; None: it does not expire."""
        self.refresh_tokens: set[str] = set()
        self.devices = ["DEVICE1"]
        self.first_token = 0
        self._numbers = itertools.count(1)
        self._wake = asyncio.Event()
        self._runner: web.AppRunner | None = None
        self.address = ""

    async def __aenter__(self) -> Self:
        app = web.Application(client_max_size=2**26)
        app.router.add_route("*", "/{path:.*}", self._handle)
        self._runner = web.AppRunner(app, shutdown_timeout=0.1, access_log=None)
        await self._runner.setup()
        site = web.TCPSite(self._runner, "127.0.0.1", 0)
        await site.start()
        host, port = self._runner.addresses[0][:2]
        self.address = f"http://{host}:{port}"
        return self

    async def __aexit__(self, *_: object) -> None:
        if self._runner:
            await self._runner.cleanup()

    # What tests do

    def room(
        self, room_id: str = "!room:hs.example", *people: str, by: str = BOT, **state: Json
    ) -> FakeRoom:
        """A room in which the bot and these people are; it greets nobody in rooms `by` itself."""
        room = FakeRoom(room_id)
        room.members = dict.fromkeys([BOT, *(people or (ANNA, BERND))], "join")
        self.rooms[room_id] = room
        self.state(room_id, "m.room.create", {"room_version": "10"}, sender=by)
        for kind, content in state.items():
            self.state(room_id, kind.replace("_", "."), content)
        return room

    def state(
        self, room_id: str, kind: str, content: Json, key: str = "", sender: str = ANNA
    ) -> str:
        event = self._event(sender, kind, content) | {"state_key": key}
        self.rooms[room_id].state[kind, key] = event
        return self._append(room_id, event)

    def member(self, room_id: str, user_id: str, membership: str) -> None:
        self.rooms[room_id].members[user_id] = membership
        self.state(room_id, "m.room.member", {"membership": membership}, user_id, user_id)

    def say(
        self, body: object, room_id: str = "!room:hs.example", sender: str = ANNA, **more: Any
    ) -> str:
        """Somebody says something; the event id."""
        content = {"msgtype": "m.text", "body": body, **more}
        return self.send(content, room_id, sender)

    def send(
        self,
        content: object,
        room_id: str = "!room:hs.example",
        sender: str = ANNA,
        kind: str = "m.room.message",
        **more: Any,
    ) -> str:
        return self._append(room_id, self._event(sender, kind, content) | more)

    def invite(self, room_id: str, by: str) -> None:
        self.invited[room_id] = by
        self.rooms[room_id] = FakeRoom(room_id, members={by: "join", BOT: "invite"})
        self._tell()

    def sent(self, room_id: str | None = None) -> list[Json]:
        """What the bot said."""
        ours = [(r, e) for r, e in self.log if e.get("sender") == BOT]
        return [
            event
            for room, event in ours
            if room_id in (None, room) and event["type"] not in ("m.room.create", "m.room.member")
        ]

    async def until(self, condition: Callable[[], bool], seconds: float = 5.0) -> None:
        """Wait for something to be true; fails after so many seconds."""
        await until(condition, seconds)

    # The other side

    def _event(self, sender: str, kind: str, content: object) -> Json:
        number = next(self._numbers)
        now = int(time.time() * 1000)
        return {
            "event_id": f"$event{number}",
            "sender": sender,
            "type": kind,
            "content": content,
            "origin_server_ts": now,
        }

    def _append(self, room_id: str, event: Json) -> str:
        self.log.append((room_id, event))
        self._tell()
        return str(event["event_id"])

    def _tell(self) -> None:
        self._wake.set()
        self._wake = asyncio.Event()

    async def _handle(self, request: web.Request) -> web.StreamResponse:
        raw = request.rel_url.raw_path.removeprefix("/_matrix/")
        raw = raw.removeprefix("client/")
        parts = [unquote(part) for part in raw.split("/")]
        kind = parts[3] if parts[1:2] == ["rooms"] and len(parts) > 3 else parts[-1]
        self.requests[kind] += 1
        if parts[1:2] == ["join"]:
            self.joins.append(dict(request.query))
        fault = next((f for f in self.faults if f.where in request.path), None)
        answer: web.StreamResponse | None = None
        if fault is None or fault.stored:
            answer = await self._answer(request, parts[1:])
        if fault is not None:
            fault.times -= 1
            if not fault.times:
                self.faults.remove(fault)
            answer = await self._fail(request, fault)
        assert answer is not None
        self.statuses[answer.status] += 1
        return answer

    async def _fail(self, request: web.Request, fault: Fault) -> web.StreamResponse:
        if fault.how == "cut":
            assert request.transport
            request.transport.close()
            return web.Response(status=500)
        if fault.how == "hang":
            await asyncio.Event().wait()
        if fault.how == "garbage":
            return web.Response(text="<html>", content_type="text/html")
        assert isinstance(fault.how, int)
        return web.json_response(fault.body, status=fault.how, headers=fault.headers)

    async def _answer(self, request: web.Request, parts: list[str]) -> web.Response:
        from tests.matrix import fake_answers  # noqa: PLC0415 -- the two halves know each other

        raw = await request.read()
        body = json.loads(raw) if raw and request.content_type == "application/json" else {}
        try:
            return web.json_response(await fake_answers.answer(self, request, parts, body))
        except fake_answers.Refusal as refusal:
            return web.json_response(refusal.body, status=refusal.status)
