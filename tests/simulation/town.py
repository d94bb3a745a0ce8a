"""What the simulated homeserver remembers: rooms, who is in them, and all that ever happened."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

Json = dict[str, Any]

SERVER = "hs.example"
BOT = f"@lotse:{SERVER}"


@dataclass(slots=True)
class Room:
    """`events` are positions in the town's log, with the events."""

    room_id: str
    state: dict[tuple[str, str], Json] = field(default_factory=dict)
    events: list[tuple[int, Json]] = field(default_factory=list)

    @property
    def is_replaced(self) -> bool:
        return ("m.room.tombstone", "") in self.state

    def membership(self, user: str) -> str:
        member = self.state.get(("m.room.member", user))
        return str(member["content"]["membership"]) if member else ""

    def members(self, *how: str) -> list[str]:
        return [
            key
            for (kind, key), event in self.state.items()
            if kind == "m.room.member" and event["content"]["membership"] in how
        ]


class Town:
    """The truth. A position in `log` is a sync token."""

    def __init__(self, now: Callable[[], datetime]) -> None:
        self._now = now
        self._numbers = itertools.count(1)
        self.log: list[tuple[str, Json]] = []
        self.rooms: dict[str, Room] = {}
        self.by_id: dict[str, Json] = {}
        self.watchers: list[Callable[[str, Json], None]] = []
        """Told of each event, with its room."""

    def now_ms(self) -> int:
        return int(self._now().timestamp() * 1000)

    def create(
        self, creator: str, *invited: str, name: str = "", version: str = "10", **content: Any
    ) -> Room:
        """A room with its creator in it."""
        room = Room(f"!room{next(self._numbers)}:{SERVER}")
        self.rooms[room.room_id] = room
        self.state(room, creator, "m.room.create", {"room_version": version, **content})
        self.member(room, creator, creator, "join")
        levels = {"users": {creator: 100}, "events_default": 0, "state_default": 50}
        self.state(room, creator, "m.room.power_levels", levels)
        if name:
            self.state(room, creator, "m.room.name", {"name": name})
        for user in invited:
            self.member(room, creator, user, "invite")
        return room

    def replace(self, old: Room, sender: str, *invited: str) -> Room:
        """What happens when somebody upgrades a room; the new one."""
        name = str(old.state["m.room.name", ""]["content"]["name"])
        before = {"room_id": old.room_id}
        new = self.create(sender, *invited, name=name, version="12", predecessor=before)
        tombstone = {"body": "Weiter geht es woanders.", "replacement_room": new.room_id}
        self.state(old, sender, "m.room.tombstone", tombstone)
        levels = old.state["m.room.power_levels", ""]["content"]
        self.state(old, sender, "m.room.power_levels", {**levels, "events_default": 50})
        return new

    def member(self, room: Room, sender: str, user: str, how: str) -> Json:
        before = room.membership(user)
        unsigned = {"prev_content": {"membership": before}} if before else {}
        return self.state(
            room, sender, "m.room.member", {"membership": how}, user, unsigned=unsigned
        )

    def state(
        self, room: Room, sender: str, kind: str, content: Json, key: str = "", **more: Any
    ) -> Json:
        return self.add(room, sender, kind, content, state_key=key, **more)

    def say(self, room: Room, sender: str, body: str, **content: Any) -> Json:
        said = {"msgtype": "m.text", "body": body, **content}
        return self.add(room, sender, "m.room.message", said)

    def add(self, room: Room, sender: str, kind: str, content: Json, **more: Any) -> Json:
        """Something happens; the event."""
        event: Json = {
            "event_id": f"$e{next(self._numbers)}",
            "sender": sender,
            "type": kind,
            "content": content,
            "origin_server_ts": self.now_ms(),
            **more,
        }
        if "state_key" in more:
            room.state[kind, more["state_key"]] = event
        room.events.append((len(self.log), event))
        self.by_id[event["event_id"]] = event
        self.log.append((room.room_id, event))
        for watch in list(self.watchers):
            watch(room.room_id, event)
        return event

    def redact(self, room: Room, sender: str, target: str, **more: Any) -> Json:
        """Take an event back: its content goes, as far as it was said."""
        gone = self.by_id.get(target)
        if gone is not None and "state_key" not in gone:
            gone.setdefault("redacted", gone["content"])
            gone["content"] = {}
        content = more.pop("content", {})
        return self.add(room, sender, "m.room.redaction", content, redacts=target, **more)

    def joined(self, user: str) -> Iterator[Room]:
        return (room for room in self.rooms.values() if room.membership(user) == "join")

    def said_by(self, user: str) -> Iterator[tuple[str, Json]]:
        """Messages, reactions and redactions of one sender, in order."""
        kinds = ("m.room.message", "m.reaction", "m.room.redaction")
        return (
            (room, event)
            for room, event in self.log
            if event["sender"] == user and event["type"] in kinds
        )
