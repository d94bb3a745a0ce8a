"""Looks in the room whether something was sent already, when transaction ids no longer tell.

Homeservers forget transaction ids after a while, and never knew those of another device.
"""

from __future__ import annotations

import json
from datetime import datetime, timedelta

from bot.matrix.effects import transaction_id
from bot.matrix.errors import Temporary
from bot.matrix.homeserver import Homeserver
from bot.matrix.reading import Raw, mapping, mappings
from bot.text.content import KEY

TRUSTED_FOR = timedelta(minutes=20)
_MARGIN = timedelta(minutes=5)
_MOST_PAGES = 200


async def find_sent(
    homeserver: Homeserver, room_id: str, key: str, since: datetime, ours: str
) -> str | None:
    """The event id of what was sent under that key since then; None if it never was.

    Raises:
        Permanent: nobody can say, because we may no longer read the room.
        Temporary: the homeserver does not say now, or the room is too busy to tell.
    """
    oldest = (since - _MARGIN).timestamp() * 1000
    wanted = json.dumps({"senders": [ours], "lazy_load_members": True})
    query = {"dir": "b", "limit": "100", "filter": wanted}
    for _ in range(_MOST_PAGES):
        page = await homeserver.get("rooms", room_id, "messages", query=query)
        events = mappings(page.get("chunk"))
        for event in events:
            if event.get("sender") == ours and _is(event, key):
                return str(event.get("event_id"))
        end = page.get("end")
        if not isinstance(end, str) or (events and _sent_at(events[-1]) < oldest):
            return None
        query["from"] = end
    raise Temporary("the room holds too much to look through")


def _is(event: Raw, key: str) -> bool:
    known = mapping(event.get("unsigned")).get("transaction_id")
    return known == transaction_id(key) or mapping(event.get("content")).get(KEY) == key


def _sent_at(event: Raw) -> float:
    at = event.get("origin_server_ts")
    return at if isinstance(at, int) else 0.0
