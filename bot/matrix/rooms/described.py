"""Compares what a room has of our commands with what it should have, as far as we may change it."""

from __future__ import annotations

import logging
from collections.abc import Iterator, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from bot.dispatch.declaring.describing import DESCRIPTION, LIST, Json, Key, Menu
from bot.matrix.content.power import Powers
from bot.matrix.content.reading import Raw, mapping, mappings
from bot.matrix.door.homeserver import ARRAY, Homeserver
from bot.matrix.door.state import state_content, state_event

log = logging.getLogger(__name__)

POWER_LEVELS = "m.room.power_levels"
KINDS = (DESCRIPTION, LIST)


@dataclass(frozen=True, slots=True)
class Change:
    """A state event to be set; `contested` if it is somebody else's now."""

    key: Key
    content: Json
    contested: bool = False


async def changes(
    homeserver: Homeserver, room_id: str, menu: Menu, lost: AbstractSet[str], ours: str
) -> list[Change]:
    """What is to be set, so that the room has the menu, apart from the state keys that are `lost`.

    Raises:
        MatrixError: we may not see it, or the homeserver does not answer.
    """
    may = await _may_set(homeserver, room_id, ours)
    if not may:
        return []
    there = await _there(homeserver, room_id, may)
    wanted = {key: content for key, content in menu.events.items() if key[0] in may}
    found = [*_missing(there, wanted, ours), *_obsolete(there, wanted, ours)]
    for change in found:
        if change.contested and change.key[1] not in lost:
            sender = there[change.key].get("sender")
            log.warning("room %s: %s overwrote the description of a command", room_id, sender)
    return [change for change in found if not (change.contested and change.key[1] in lost)]


def _missing(there: Mapping[Key, Raw], wanted: Mapping[Key, Json], ours: str) -> Iterator[Change]:
    for key, content in wanted.items():
        event = there.get(key)
        is_ours = event is None or event.get("sender") == ours
        if event is None or not is_ours or event.get("content") != content:
            yield Change(key, content, contested=not is_ours)


def _obsolete(there: Mapping[Key, Raw], wanted: Mapping[Key, Json], ours: str) -> Iterator[Change]:
    for key, event in there.items():
        if key not in wanted and event.get("sender") == ours and event.get("content"):
            yield Change(key, {})


async def _may_set(homeserver: Homeserver, room_id: str, ours: str) -> frozenset[str]:
    """Those of our types that we may set; none in spaces, where nobody writes."""
    created = await state_event(homeserver, room_id, "m.room.create")
    if mapping(created.get("content")).get("type") == "m.space":
        return frozenset()
    powers = Powers(await state_content(homeserver, room_id, POWER_LEVELS), created)
    level = powers.of(ours)
    return frozenset(kind for kind in KINDS if level >= powers.needed(kind, state=True))


async def _there(homeserver: Homeserver, room_id: str, kinds: AbstractSet[str]) -> dict[Key, Raw]:
    """The state events of these types."""
    events = mappings((await homeserver.get("rooms", room_id, "state")).get(ARRAY))
    found = [event for event in events if event.get("type") in kinds]
    return {(str(e["type"]), str(e.get("state_key"))): e for e in found}
