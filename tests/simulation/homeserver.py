"""The simulated homeserver: answers the bot's requests, limits them, and forgets what real ones do."""

from __future__ import annotations

import asyncio
import json
from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from http import HTTPStatus
from urllib.parse import parse_qsl, unquote, urlsplit

from bot.matrix import Request
from tests.simulation.syncing import is_empty, news, page
from tests.simulation.town import BOT, SERVER, Json, Room, Town

PASSWORD = "secret"
_UNDER_WAY = 5.0
"""Seconds in which a message may still leave that was being prepared when the bot was told."""
_TO_DISK = 0.01
"""Seconds; it stands for the moment between hearing and writing down."""
REMEMBERS = timedelta(minutes=30)
"""How long transaction ids guard against doubles: the least that real homeservers do."""


class Refusal(Exception):  # noqa: N818 -- says what it is
    def __init__(self, status: int, errcode: str, **more: object) -> None:
        super().__init__(errcode)
        self.status = status
        self.body: Json = {"errcode": errcode, "error": "no", **more}


@dataclass(slots=True)
class Bucket:
    """How many messages the account may send: `rate` a second, `burst` at once; None: any number."""

    rate: float | None = None
    burst: float = 10.0
    level: float = 10.0
    at: float = 0.0

    def take(self, now: float) -> float:
        """Take one; or the seconds until there is one."""
        if self.rate is None:
            return 0.0
        self.level = min(self.burst, self.level + (now - self.at) * self.rate)
        self.at = now
        if self.level < 1:
            return (1 - self.level) / self.rate
        self.level -= 1
        return 0.0


@dataclass(slots=True)
class Homeserver:
    """Counts as broken promises of the bot what only the homeserver can see."""

    town: Town
    now: Callable[[], datetime]
    bucket: Bucket = field(default_factory=Bucket)
    cap: int = 100
    generation: int = 0
    """Tokens of an earlier one are refused."""
    tokens: dict[str, str] = field(default_factory=dict)
    """Access token to device."""
    requests: Counter[str] = field(default_factory=Counter)
    misuse: list[str] = field(default_factory=list)
    asked: list[tuple[float, float]] = field(default_factory=list)
    """Requests for patience: when the bot heard each, and until when it holds."""
    stretch: float = 1.0
    """How many times longer than needed the homeserver asks to wait."""
    _transactions: dict[tuple[str, str, str], tuple[str, datetime, Json]] = field(
        default_factory=dict
    )
    _logins: int = 0
    _uploads: int = 0

    async def answer(self, request: Request, left: float) -> Json:
        """What it says to a request that left at that moment of the loop's clock.

        Raises:
            Refusal: it says no.
        """
        parts = urlsplit(request.url)
        path = [unquote(part) for part in parts.path.split("/")[4:]]
        query = dict(parse_qsl(parts.query))
        kind = request.headers.get("Content-Type")
        body = json.loads(request.body) if request.body and kind == "application/json" else {}
        if path == ["login"]:
            return self._login(body)
        device = self.tokens.get(request.headers.get("Authorization", "").removeprefix("Bearer "))
        if device is None:
            raise Refusal(HTTPStatus.UNAUTHORIZED, "M_UNKNOWN_TOKEN")
        return await self._answer(request.method, path, query, body, device, left)

    async def _answer(  # noqa: C901, PLR0911 -- one line for each kind of request
        self,
        method: str,
        path: list[str],
        query: Mapping[str, str],
        body: Json,
        device: str,
        left: float,
    ) -> Json:
        match [method, *path]:
            case ["GET", "account", "whoami"]:
                return {"user_id": BOT, "device_id": device}
            case ["GET", "profile", _, "displayname"]:
                return {"displayname": "Lotse"}
            case ["GET", "sync"]:
                return await self._sync(query, device)
            case ["POST", "upload"]:
                self._uploads += 1
                return {"content_uri": f"mxc://{SERVER}/{self._uploads}"}
            case ["GET", "joined_rooms"]:
                return {"joined_rooms": [room.room_id for room in self.town.joined(BOT)]}
            case ["POST", "createRoom"]:
                return self._create(body)
            case ["POST", "join", room_id]:
                return self._move(self._room(room_id), "join", body)
            case [_, "rooms", room_id, ("join" | "leave" | "invite") as how]:
                return self._move(self._room(room_id), how, body)
            case [_, "rooms", room_id, *rest]:
                room = self._room(room_id)
                if room.membership(BOT) != "join":
                    raise Refusal(HTTPStatus.FORBIDDEN, "M_FORBIDDEN")
                return self._in_room(method, room, rest, query, body, device, left)
        raise Refusal(HTTPStatus.NOT_FOUND, "M_UNRECOGNIZED")

    def _room(self, room_id: str) -> Room:
        room = self.town.rooms.get(room_id)
        if room is None:
            raise Refusal(HTTPStatus.NOT_FOUND, "M_NOT_FOUND")
        return room

    def _login(self, body: Json) -> Json:
        if body.get("password") != PASSWORD:
            raise Refusal(HTTPStatus.FORBIDDEN, "M_FORBIDDEN")
        self._logins += 1
        device = str(body.get("device_id") or f"DEVICE{self._logins}")
        token = f"token-{self._logins}"
        self.tokens[token] = device
        return {"user_id": BOT, "device_id": device, "access_token": token}

    def hear_patience(self, at: float, span: float) -> None:
        """The bot was asked to wait so many seconds."""
        self.asked = [*(ask for ask in self.asked if ask[1] > at), (at, at + span)]

    def died(self, at: float) -> None:
        """What the bot heard in its last moment it cannot have written down."""
        self.asked = [ask for ask in self.asked if ask[0] < at - _TO_DISK]

    def log_out(self) -> None:
        """As if somebody ended all sessions: the devices' transaction ids go with them."""
        self.tokens.clear()
        self._transactions.clear()

    async def _sync(self, query: Mapping[str, str], device: str) -> Json:
        since = None
        if "since" in query:
            position, _, generation = query["since"][1:].partition("_")
            if int(generation) != self.generation:
                raise Refusal(HTTPStatus.BAD_REQUEST, "M_UNKNOWN_POS")
            since = int(position)
        wanted = json.loads(query.get("filter", "{}"))
        answer = news(self.town, since, wanted, self.cap, device)
        if since is not None and is_empty(answer):
            await self._something(float(query.get("timeout", "0")) / 1000)
            answer = news(self.town, since, wanted, self.cap, device)
        return answer | {"next_batch": f"{answer['next_batch']}_{self.generation}"}

    async def _something(self, patience: float) -> None:
        """Wait until something happens in the bot's rooms, but not longer."""
        happened = asyncio.Event()

        def watch(room_id: str, _: Json) -> None:
            if self.town.rooms[room_id].membership(BOT):
                happened.set()

        self.town.watchers.append(watch)
        try:
            async with asyncio.timeout(patience):
                await happened.wait()
        except TimeoutError:
            pass
        finally:
            self.town.watchers.remove(watch)

    def _create(self, body: Json) -> Json:
        room = self.town.create(BOT, name=str(body.get("name", "")))
        for state in body.get("initial_state", []):
            self.town.state(room, BOT, state["type"], state["content"], state.get("state_key", ""))
        for user in body.get("invite", []):
            self.town.member(room, BOT, user, "invite")
        return {"room_id": room.room_id}

    def _move(self, room: Room, how: str, body: Json) -> Json:
        now = room.membership(BOT)
        if how == "invite":
            if now != "join":
                raise Refusal(HTTPStatus.FORBIDDEN, "M_FORBIDDEN")
            self.town.member(room, BOT, body["user_id"], "invite")
        elif how == "leave" or now in ("join", "invite"):
            if now != how:
                self.town.member(room, BOT, BOT, how)
        else:
            raise Refusal(HTTPStatus.FORBIDDEN, "M_FORBIDDEN")
        return {"room_id": room.room_id}

    def _in_room(  # noqa: PLR0911 -- one line for each kind of request
        self,
        method: str,
        room: Room,
        rest: list[str],
        query: Mapping[str, str],
        body: Json,
        device: str,
        left: float,
    ) -> Json:
        match [method, *rest]:
            case ["GET", "joined_members"]:
                return {"joined": {user: {} for user in room.members("join")}}
            case ["GET", "messages"]:
                return page(room, query, device)
            case ["GET", "state"]:
                return {"": list(room.state.values())}
            case ["GET", "state", kind, *key]:
                event = room.state.get((kind, key[0] if key else ""))
                if event is None:
                    raise Refusal(HTTPStatus.NOT_FOUND, "M_NOT_FOUND")
                return event if query.get("format") == "event" else dict(event["content"])
            case ["PUT", "state", kind, *key]:
                self._limit(left)
                event = self.town.state(room, BOT, kind, body, key[0] if key else "")
                return {"event_id": event["event_id"]}
            case ["PUT", ("send" | "redact") as how, what, txn]:
                return self._send(room, how, what, txn, body, device, left)
            case ["POST", "receipt", *_] | ["PUT", "typing", _]:
                return {}
        raise Refusal(HTTPStatus.NOT_FOUND, "M_UNRECOGNIZED")

    def _send(
        self, room: Room, how: str, what: str, txn: str, body: Json, device: str, left: float
    ) -> Json:
        key = (device, room.room_id, txn)
        known = self._transactions.get(key)
        if known is not None and self.now() - known[1] < REMEMBERS:
            if known[2] != body:
                self.misuse.append(f"{txn} stands for two things")
            return {"event_id": known[0]}
        if what == "m.reaction" and self._reacted(room, body):
            raise Refusal(HTTPStatus.BAD_REQUEST, "M_DUPLICATE_ANNOTATION")
        if room.is_replaced:
            raise Refusal(HTTPStatus.FORBIDDEN, "M_FORBIDDEN")
        self._limit(left)
        unsigned = {"transaction_id": txn}
        if how == "redact":
            event = self.town.redact(
                room, BOT, what, content=body, unsigned=unsigned, device=device
            )
        else:
            event = self.town.add(room, BOT, what, body, unsigned=unsigned, device=device)
        self._transactions[key] = (event["event_id"], self.now(), body)
        return {"event_id": event["event_id"]}

    def _reacted(self, room: Room, body: Json) -> bool:
        """Whether the bot gave that very sign to that very event before."""
        return any(
            event["sender"] == BOT and event["type"] == "m.reaction" and event["content"] == body
            for _, event in room.events
        )

    def _limit(self, left: float) -> None:
        now = asyncio.get_running_loop().time()
        broken = [until for at, until in self.asked if at + _UNDER_WAY < left < until - 1e-6]
        if broken:
            self.misuse.append(f"a message left {max(broken) - left:.2f} s too early")
        pause = self.bucket.take(now)
        if pause:
            milliseconds = int(pause * self.stretch * 1000) + 1
            raise Refusal(
                HTTPStatus.TOO_MANY_REQUESTS, "M_LIMIT_EXCEEDED", retry_after_ms=milliseconds
            )
