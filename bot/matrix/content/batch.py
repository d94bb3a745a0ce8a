"""One answer of /sync, read with suspicion: the rooms with their news, invitations, departures."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass

from bot.dispatch.declaring.describing import DESCRIPTION, LIST
from bot.domain.community.room import Room
from bot.matrix.content.cleaning import clean, identifier
from bot.matrix.content.invocations import EVENTS
from bot.matrix.content.reading import Raw, mapping, mappings

DIRECT = "org.netzwerklotse.direct"
"""State event in chats that the bot opened itself; its content names the person."""

_SAID = (
    "m.room.message",
    "m.room.encrypted",
    "m.room.redaction",
    "m.reaction",
    "m.key.verification.*",
    *EVENTS,
)
_STATE = (
    "m.room.encryption",
    "m.room.tombstone",
    "m.room.name",
    "m.room.create",
    DIRECT,
    "m.room.power_levels",
    DESCRIPTION,
    LIST,
)
TYPES = (*_SAID, "m.room.member", *_STATE)
_NONE: Mapping[str, list[str]] = {"types": []}
MESSAGES_FILTER = json.dumps({"types": (*_SAID, "m.room.member"), "lazy_load_members": True})


def _filter(timeline: int) -> str:
    """With so many events of each room at most."""
    return json.dumps(
        {
            "presence": _NONE,
            "account_data": _NONE,
            "room": {
                "account_data": _NONE,
                "ephemeral": _NONE,
                "timeline": {"limit": timeline, "types": TYPES, "lazy_load_members": True},
                "state": {"types": _STATE, "lazy_load_members": True},
            },
        }
    )


SYNC_FILTER = _filter(100)
FIRST_FILTER = _filter(1)
"""For the first batch ever, which only tells of rooms: what was said before is not executed."""


@dataclass(frozen=True, slots=True)
class News:
    """What happened in a room that we are in."""

    room_id: str
    events: list[Raw]
    state: list[Raw]
    limited: bool
    prev_batch: str | None
    joined: int | None
    invited: int | None
    others: tuple[str, ...]
    """A few of the people in it besides us, only as many as would name the room."""

    def changes(self, kind: str) -> list[Raw]:
        """The state events of that type with an empty key, oldest first."""
        found = [*self.state, *self.events]
        return [e for e in found if e.get("type") == kind and e.get("state_key") == ""]

    def latest(self, kind: str) -> Raw | None:
        """The newest of them."""
        changes = self.changes(kind)
        return changes[-1] if changes else None

    def arrival(self, user_id: str) -> int | None:
        """Where in `events` that person joined, if they did."""
        return arrival(self.events, user_id)


@dataclass(frozen=True, slots=True)
class Invitation:
    """Who asks us into a room."""

    room_id: str
    inviter: str


@dataclass(frozen=True, slots=True)
class Batch:
    """`token` is where the next one goes on."""

    token: str
    news: list[News]
    invitations: list[Invitation]
    left: list[str]


def read_batch(data: Raw, ours: str) -> Batch | None:
    """The batch, or None if the answer has no token: then it is no answer to /sync."""
    token = data.get("next_batch")
    if not isinstance(token, str) or not token:
        return None
    rooms = mapping(data.get("rooms"))
    joined = mapping(rooms.get("join"))
    invited = mapping(rooms.get("invite"))
    asked = (_invitation(room, mapping(one), ours) for room, one in invited.items())
    return Batch(
        token,
        [_news(room, mapping(one), ours) for room, one in joined.items() if identifier(room)],
        [invitation for invitation in asked if invitation],
        [room for room in mapping(rooms.get("leave")) if identifier(room)],
    )


def arrival(events: list[Raw], user_id: str) -> int | None:
    """Where in a timeline that person joined last, if they did."""
    for place in range(len(events) - 1, -1, -1):
        event = events[place]
        if event.get("type") != "m.room.member" or event.get("state_key") != user_id:
            continue
        before = mapping(mapping(event.get("unsigned")).get("prev_content"))
        joins = mapping(event.get("content")).get("membership") == "join"
        if joins and before.get("membership") != "join":
            return place
    return None


def name_of(news: News, room: Room | None) -> str:
    """The room's name now; unnamed rooms have an empty one."""
    event = news.latest("m.room.name")
    if event is None:
        return room.name if room else ""
    name = mapping(event.get("content")).get("name")
    return clean(name, 200).replace("\n", " ").strip() if isinstance(name, str) else ""


def _news(room_id: str, one: Raw, ours: str) -> News:
    timeline = mapping(one.get("timeline"))
    summary = mapping(one.get("summary"))
    previous = timeline.get("prev_batch")
    heroes = summary.get("m.heroes")
    names = [identifier(hero) for hero in heroes] if isinstance(heroes, list) else []
    return News(
        room_id,
        mappings(timeline.get("events")),
        mappings(mapping(one.get("state")).get("events")),
        timeline.get("limited") is True,
        previous if isinstance(previous, str) and previous else None,
        _count(summary.get("m.joined_member_count")),
        _count(summary.get("m.invited_member_count")),
        tuple(name for name in names if name and name != ours),
    )


def _count(value: object) -> int | None:
    return value if isinstance(value, int) and not isinstance(value, bool) else None


def _invitation(room_id: str, one: Raw, ours: str) -> Invitation | None:
    if not identifier(room_id):
        return None
    for event in mappings(mapping(one.get("invite_state")).get("events")):
        content = mapping(event.get("content"))
        inviter = identifier(event.get("sender"))
        if (
            event.get("type") == "m.room.member"
            and event.get("state_key") == ours
            and content.get("membership") == "invite"
            and inviter
        ):
            return Invitation(room_id, inviter)
    return None
