"""What is in the stub's rooms: state, old messages and the answers to /sync that tell of them."""

from __future__ import annotations

import itertools
import json
import time
from collections.abc import Sequence
from functools import cache
from typing import Any

Json = dict[str, Any]

SERVER = "stub.localhost"
BOT = f"@bot:{SERVER}"
SPEAKER = f"@user0:{SERVER}"
_OLD_MESSAGES = 10
_LONG_AGO = 1_700_000_000_000
_LEVELS = {
    "users": {SPEAKER: 100},
    "users_default": 0,
    "events": {},
    "events_default": 0,
    "state_default": 50,
    "ban": 50,
    "kick": 50,
    "redact": 50,
    "invite": 0,
}

_serial = itertools.count()


def message(sender: str, body: str, event_id: str = "", sent_at: int | None = None) -> Json:
    """A text message; `sent_at` in milliseconds, now unless given."""
    return {
        "type": "m.room.message",
        "sender": sender,
        "event_id": event_id or f"$said{next(_serial)}",
        "origin_server_ts": sent_at or int(time.time() * 1000),
        "content": {"msgtype": "m.text", "body": body},
        "unsigned": {"age": 3},
    }


def people(members: int) -> list[str]:
    """Who is in every room."""
    return [BOT, *(f"@user{number}:{SERVER}" for number in range(members))]


def state(number: int, members: Sequence[str]) -> list[Json]:
    """The state of a room."""

    def one(kind: str, key: str, content: Json) -> Json:
        return {
            "type": kind,
            "state_key": key,
            "sender": SPEAKER,
            "content": content,
            "event_id": f"$state{number}.{kind}.{key}",
            "origin_server_ts": _LONG_AGO,
            "unsigned": {"age": 5},
        }

    return [
        one("m.room.create", "", {"room_version": "10", "creator": SPEAKER, "m.federate": True}),
        one("m.room.power_levels", "", _LEVELS),
        one("m.room.join_rules", "", {"join_rule": "public"}),
        one("m.room.history_visibility", "", {"history_visibility": "shared"}),
        one("m.room.name", "", {"name": f"room {number}"}),
        *(
            one("m.room.member", person, {"membership": "join", "displayname": person[1:]})
            for person in members
        ),
    ]


@cache
def initial(rooms: tuple[str, ...], members: int, chosen: str) -> bytes:
    """The answer to a first /sync with that filter; its next batch is the word NEXT."""
    wanted = json.loads(chosen).get("room", {})
    kinds = wanted.get("state", {}).get("types")
    limit = wanted.get("timeline", {}).get("limit", _OLD_MESSAGES)
    lazy = any(wanted.get(part, {}).get("lazy_load_members") for part in ("state", "timeline"))
    everybody = people(members)
    found = {}
    for number, room in enumerate(rooms):
        states = state(number, everybody[:2] if lazy else everybody)
        shown = [event for event in states if kinds is None or event["type"] in kinds]
        old = [
            message(SPEAKER, f"old message {age}", f"$old{number}.{age}", _LONG_AGO)
            for age in range(_OLD_MESSAGES)
        ]
        found[room] = joined(old[-limit:] if limit else [], "p0", shown, limited=True)
        found[room]["summary"] = {
            "m.heroes": everybody[1:6],
            "m.joined_member_count": len(everybody),
            "m.invited_member_count": 0,
        }
    return json.dumps(batch("NEXT", found)).encode()


def joined(events: list[Json], previous: str, states: list[Json], *, limited: bool) -> Json:
    """What /sync says of one room."""
    return {
        "timeline": {"events": events, "limited": limited, "prev_batch": previous},
        "state": {"events": states},
        "ephemeral": {"events": []},
        "account_data": {"events": []},
        "summary": {},
        "unread_notifications": {"notification_count": 0, "highlight_count": 0},
    }


def batch(token: str, rooms: Json) -> Json:
    """A whole answer to /sync."""
    return {
        "next_batch": token,
        "presence": {"events": []},
        "to_device": {"events": []},
        "device_lists": {"changed": [], "left": []},
        "device_one_time_keys_count": {"signed_curve25519": 50},
        "rooms": {"invite": {}, "leave": {}, "join": rooms},
    }
