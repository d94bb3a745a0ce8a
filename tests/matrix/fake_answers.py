"""What the stand-in homeserver answers to each request when nothing goes wrong."""

from __future__ import annotations

import asyncio
import json
import time
from typing import TYPE_CHECKING, Any

from aiohttp import web  # noqa: TID251 -- the other side of HTTP

from tests.matrix.fake_homeserver import BOT, FakeRoom, Json

if TYPE_CHECKING:
    from tests.matrix.fake_homeserver import FakeHomeserver


class Refusal(Exception):  # noqa: N818 -- says what it is
    def __init__(self, status: int, errcode: str, **more: object) -> None:
        self.status = status
        self.body = {"errcode": errcode, "error": "no", **more}


async def answer(hs: FakeHomeserver, request: web.Request, parts: list[str], body: Json) -> Json:
    token = request.headers.get("Authorization", "").removeprefix("Bearer ")
    if parts in (["login"], ["refresh"]):
        return login(hs, body) if parts == ["login"] else refresh(hs, body)
    if token not in hs.tokens and not request.path.endswith("/versions"):
        raise Refusal(401, "M_UNKNOWN_TOKEN", soft_logout=hs.soft)
    if parts == ["sync"]:
        return await sync(hs, request)
    if parts[:1] != ["keys"] and parts[-1:] in (["upload"], ["config"]):
        return await media(hs, request)
    if parts[:1] == ["rooms"]:
        room = hs.rooms.get(parts[1]) or FakeRoom(parts[1])
        if parts[2] in ("receipt", "typing"):
            return attend(hs, room, parts[-1], body)
        return in_room(hs, request, room, parts[2:], body)
    of_device = parts[:1] in (["keys"], ["sendToDevice"], ["logout"])
    return of_devices(hs, parts, body) if of_device else about_us(hs, parts, body)


def of_devices(hs: FakeHomeserver, parts: list[str], body: Json) -> Json:
    if parts == ["logout"]:
        # Whoever becomes a new device has logged that in before.
        hs.tokens.discard(f"{hs.token}-{len(hs.devices) - 1}")
        if hs.keys:
            hs.keys.devices.pop(hs.devices[-2], None)
        return {}
    if hs.keys is None:
        raise Refusal(404, "M_UNRECOGNIZED")
    return hs.keys.answer(parts, body)


def about_us(hs: FakeHomeserver, parts: list[str], body: Json) -> Json:
    match parts:
        case ["account", "whoami"]:
            return {"user_id": BOT, "device_id": hs.devices[-1]}
        case ["profile", *_]:
            return {"displayname": "Lotse"}
        case ["joined_rooms"]:
            rooms = [r.room_id for r in hs.rooms.values() if r.members.get(BOT) == "join"]
            return {"joined_rooms": rooms}
        case ["createRoom"]:
            return create(hs, body)
        case ["join", room_id]:
            return move(hs, hs.rooms[room_id], "join", body)
    return {"versions": ["v1.11"]}


def attend(hs: FakeHomeserver, room: FakeRoom, what: str, body: Json) -> Json:
    if "typing" in body:
        hs.typing.append((room.room_id, body["typing"]))
    else:
        hs.receipts.append((room.room_id, what))
    return {}


async def media(hs: FakeHomeserver, request: web.Request) -> Json:
    if request.method == "GET":
        return {} if hs.largest is None else {"m.upload.size": hs.largest}
    raw = await request.read()
    if hs.largest is not None and len(raw) > hs.largest:
        raise Refusal(413, "M_TOO_LARGE")
    address = f"mxc://hs.example/file{len(hs.files) + 1}"
    hs.files[address] = raw, request.content_type, request.query.get("filename", "")
    return {"content_uri": address}


def login(hs: FakeHomeserver, body: Json) -> Json:
    if body["password"] != hs.password:
        raise Refusal(403, "M_FORBIDDEN")
    device = body.get("device_id", f"DEVICE{len(hs.devices) + 1}")
    hs.devices.append(device)
    return {"user_id": BOT, "device_id": device, **tokens(hs, body.get("refresh_token") is True)}


def refresh(hs: FakeHomeserver, body: Json) -> Json:
    if body["refresh_token"] not in hs.refresh_tokens:
        raise Refusal(403, "M_FORBIDDEN")
    hs.refresh_tokens.clear()
    return tokens(hs, expires=True)


def tokens(hs: FakeHomeserver, expires: bool) -> Json:
    """A new access token; if it expires, with what renews it."""
    token = f"{hs.token}-{len(hs.devices) + hs.requests['refresh']}"
    hs.tokens.add(token)
    if hs.lifetime is None or not expires:
        return {"access_token": token}
    hs.refresh_tokens.add(f"refresh-{token}")
    return {
        "access_token": token,
        "refresh_token": f"refresh-{token}",
        "expires_in_ms": hs.lifetime,
    }


async def sync(hs: FakeHomeserver, request: web.Request) -> Json:
    since = request.query.get("since")
    if since is not None and int(since[1:]) < hs.first_token:
        raise Refusal(400, "M_UNKNOWN_POS")
    until = time.monotonic() + int(request.query.get("timeout", "0")) / 1000
    while True:
        data = news(hs, since)
        if since is None or data != {**data, **_NOTHING}:
            return data
        woken = hs._wake.wait()
        try:
            await asyncio.wait_for(woken, until - time.monotonic())
        except TimeoutError:
            return data


def news(hs: FakeHomeserver, since: str | None) -> Json:
    start = int(since[1:]) if since else 0
    joined: dict[str, Any] = {}
    for room_id, room in hs.rooms.items():
        events = [
            (n, e)
            for n, (r, e) in enumerate(hs.log)
            if r == room_id and n >= start and (hs.shows_ours or e.get("sender") != BOT)
        ]
        if room.members.get(BOT) != "join" or (since and not events):
            continue
        shown = events[-hs.timeline_limit :]
        joined[room_id] = {
            "timeline": {
                "events": [e for _, e in shown],
                "limited": len(shown) < len(events),
                "prev_batch": f"p{shown[0][0] if shown else start}",
            },
            "state": {"events": [e for n, e in events if e not in [s for _, s in shown]]},
            "summary": summary(room),
        }
        joined[room_id]["state"]["events"] = [
            e for e in joined[room_id]["state"]["events"] if "state_key" in e
        ]
    invited = {
        room_id: {
            "invite_state": {
                "events": [
                    {
                        "type": "m.room.member",
                        "sender": by,
                        "state_key": BOT,
                        "content": {"membership": "invite"},
                    }
                ]
            }
        }
        for room_id, by in hs.invited.items()
    }
    hs.invited = {}
    left, hs.left = hs.left, []
    rooms = {"join": joined, "invite": invited, "leave": {room: {} for room in left}}
    keys = hs.keys.news(hs.log[start:]) if hs.keys else _NOTHING
    return {**keys, "next_batch": f"s{len(hs.log)}", "rooms": rooms}


_NOTHING: Json = {
    "rooms": {"join": {}, "invite": {}, "leave": {}},
    "to_device": {"events": []},
    "device_lists": {"changed": []},
}


def summary(room: FakeRoom) -> Json:
    members = [user for user, how in room.members.items() if how in ("join", "invite")]
    there = [user for user in members if room.members[user] == "join"]
    heroes = [user for user in members if user != BOT][:5]
    named = ("m.room.name", "") in room.state
    return {
        "m.joined_member_count": len(there),
        "m.invited_member_count": len(members) - len(there),
        **({} if named else {"m.heroes": heroes}),
    }


def create(hs: FakeHomeserver, body: Json) -> Json:
    room = FakeRoom(f"!made{len(hs.rooms)}:hs.example")
    hs.rooms[room.room_id] = room
    room.members = {BOT: "join", **dict.fromkeys(body.get("invite", []), "invite")}
    hs.state(room.room_id, "m.room.create", {"room_version": "10"}, sender=BOT)
    for state in body.get("initial_state", []):
        hs.state(room.room_id, state["type"], state["content"], sender=BOT)
    return {"room_id": room.room_id}


def in_room(
    hs: FakeHomeserver, request: web.Request, room: FakeRoom, rest: list[str], body: Json
) -> Json:
    if rest[0] in ("join", "leave", "invite"):
        return move(hs, room, rest[0], body)
    if room.members.get(BOT) != "join":
        raise Refusal(403, "M_FORBIDDEN")
    if rest[0] == "state" and len(rest) == 2:
        rest = [*rest, ""]
    match rest:
        case ["members" | "joined_members"]:
            return people(room, rest[0])
        case ["messages" | "state"]:
            whole: Any = list(room.state.values())
            return page(hs, request, room) if rest == ["messages"] else whole
        case ["state", kind, key]:
            if request.method == "PUT":
                body = {"event_id": hs.state(room.room_id, kind, body, key, BOT)}
            else:
                body = state(room, kind, key, whole=request.query.get("format") == "event")
            return body
        case ["send", kind, txn]:
            return put(hs, room, kind, txn, body)
    target, txn = rest[1:]
    return put(hs, room, "m.room.redaction", txn, {**body, "redacts": target})


def people(room: FakeRoom, asked: str) -> Json:
    if asked == "joined_members":
        return {"joined": {u: {} for u, how in room.members.items() if how == "join"}}
    chunk = [
        {"type": "m.room.member", "state_key": user, "content": {"membership": how}}
        for user, how in room.members.items()
        if how != "leave"
    ]
    return {"chunk": chunk}


def move(hs: FakeHomeserver, room: FakeRoom, how: str, body: Json) -> Json:
    if how == "invite":
        room.members[body["user_id"]] = "invite"
    elif how == "leave":
        room.members[BOT] = "leave"
    else:
        room.members[BOT] = "join"
        hs.state(room.room_id, "m.room.member", {"membership": "join"}, BOT, BOT)
    return {"room_id": room.room_id}


def state(room: FakeRoom, kind: str, key: str, *, whole: bool) -> Json:
    if kind == "m.room.member" and key in room.members:
        return {"membership": room.members[key]}
    event = room.state.get((kind, key))
    if event is None:
        raise Refusal(404, "M_NOT_FOUND")
    return event if whole else event["content"]


def page(hs: FakeHomeserver, request: web.Request, room: FakeRoom) -> Json:
    start = int(request.query.get("from", f"p{len(hs.log)}")[1:])
    stop = int(request.query.get("to", "s0")[1:])
    senders = json.loads(request.query.get("filter", "{}")).get("senders")
    found = [
        (n, e)
        for n, (r, e) in enumerate(hs.log)
        if r == room.room_id and stop <= n < start and (not senders or e["sender"] in senders)
    ]
    found = found[::-1][: int(request.query["limit"])]
    return {"chunk": [e for _, e in found], **({"end": f"p{found[-1][0]}"} if found else {})}


def put(hs: FakeHomeserver, room: FakeRoom, kind: str, txn: str, body: Json) -> Json:
    hs.at.append(time.monotonic())
    known = hs.transactions.get((room.room_id, txn))
    if known and hs.remembers:
        return {"event_id": known}
    if hs.limit:
        limited(hs, *hs.limit)
    event = hs._event(BOT, kind, body) | {"unsigned": {"transaction_id": txn}}
    hs.transactions[room.room_id, txn] = event["event_id"]
    hs._append(room.room_id, event)
    return {"event_id": event["event_id"]}


def limited(hs: FakeHomeserver, rate: float, burst: float) -> None:
    now = time.monotonic()
    full = burst if not hs.refilled else hs.allowance + (now - hs.refilled) * rate
    hs.allowance, hs.refilled = min(burst, full), now
    if hs.allowance < 1:
        raise Refusal(
            429, "M_LIMIT_EXCEEDED", retry_after_ms=int((1 - hs.allowance) / rate * 1000) + 1
        )
    hs.allowance -= 1
