"""What the simulated homeserver answers to /sync and /messages."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from tests.simulation.town import BOT, Json, Room, Town

_HEROES = 5


def news(town: Town, since: int | None, wanted: Json, cap: int, device: str) -> Json:
    """The answer to /sync; `cap` is the most events that one timeline may have."""
    rooms: dict[str, Json] = {"join": {}, "invite": {}, "leave": {}}
    touched = town.rooms if since is None else dict.fromkeys(r for r, _ in town.log[since:])
    for room_id in touched:
        room = town.rooms[room_id]
        how = room.membership(BOT)
        if how == "join":
            rooms["join"][room_id] = _joined(room, since, wanted, cap, device)
        elif how == "invite" and (since is None or _moved(room, since)):
            rooms["invite"][room_id] = _invited(room)
        elif how in ("leave", "ban") and since is not None and _moved(room, since):
            rooms["leave"][room_id] = {}
    return {"next_batch": f"s{len(town.log)}", "rooms": rooms}


def is_empty(answer: Json) -> bool:
    return not any(answer["rooms"].values())


def page(room: Room, query: Mapping[str, str], device: str) -> Json:
    """The answer to /messages, backwards only."""
    end = query.get("from")
    start = _position(end) if end else (room.events[-1][0] + 1 if room.events else 0)
    stop = _position(query.get("to", "s0"))
    wanted = json.loads(query.get("filter", "{}"))
    types, senders = wanted.get("types"), wanted.get("senders")
    found = [
        (place, event)
        for place, event in room.events
        if stop <= place < start
        and (not types or event["type"] in types)
        and (not senders or event["sender"] in senders)
    ]
    found = found[::-1][: int(query.get("limit", "10"))]
    answer: Json = {"chunk": [_as_seen(event, device) for _, event in found]}
    return {**answer, "end": f"p{found[-1][0]}"} if found else answer


def _joined(room: Room, since: int | None, wanted: Json, cap: int, device: str) -> Json:
    arrived = since is not None and _moved(room, since)
    start = 0 if since is None or arrived else since
    filtered = wanted.get("room", {})
    timeline = filtered.get("timeline", {})
    types = timeline.get("types")
    events = [(p, e) for p, e in _from(room, start) if not types or e["type"] in types]
    shown = events[-min(timeline.get("limit", 10), cap) :]
    first = shown[0][0] if shown else start
    kinds = filtered.get("state", {}).get("types")
    state = [
        event
        for (kind, _), event in room.state.items()
        if (not kinds or kind in kinds) and event not in [e for _, e in shown]
    ]
    if since is not None and not arrived:
        changed = {e["event_id"] for p, e in _from(room, start) if p < first}
        state = [event for event in state if event["event_id"] in changed]
    return {
        "timeline": {
            "events": [_as_seen(event, device) for _, event in shown],
            "limited": len(shown) < len(events),
            "prev_batch": f"p{first}",
        },
        "state": {"events": state},
        "summary": _summary(room),
    }


def _from(room: Room, start: int) -> list[tuple[int, Json]]:
    found = []
    for place, event in reversed(room.events):
        if place < start:
            break
        found.append((place, event))
    return found[::-1]


def _moved(room: Room, since: int) -> bool:
    """Whether the bot came, went or was asked in since then."""
    return any(
        event["type"] == "m.room.member"
        and event.get("state_key") == BOT
        and event["unsigned"].get("prev_content") != event["content"]
        for _, event in _from(room, since)
    )


def _invited(room: Room) -> Json:
    member = room.state["m.room.member", BOT]
    return {"invite_state": {"events": [member]}}


def _summary(room: Room) -> Json:
    there, asked = room.members("join"), room.members("invite")
    named = ("m.room.name", "") in room.state
    heroes = [user for user in (*there, *asked) if user != BOT][:_HEROES]
    counts: Json = {"m.joined_member_count": len(there), "m.invited_member_count": len(asked)}
    return counts if named else {**counts, "m.heroes": heroes}


def _as_seen(event: Json, device: str) -> Json:
    """Only the device that sent it sees the transaction id."""
    seen: dict[str, Any] = {key: value for key, value in event.items() if key != "device"}
    seen.pop("redacted", None)
    unsigned = dict(seen.get("unsigned", {}))
    if "transaction_id" in unsigned and event.get("device") != device:
        del unsigned["transaction_id"]
    return {**seen, "unsigned": unsigned}


def _position(token: str) -> int:
    return int(token[1:].partition("_")[0])
