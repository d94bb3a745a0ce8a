"""Looks in the room whether something was sent already, when transaction ids no longer tell.

Homeservers forget transaction ids after a while, and never knew those of another device.
"""

from __future__ import annotations

import json
from datetime import datetime, timedelta

from bot.matrix.content.answers import listed
from bot.matrix.content.effects import Unsendable
from bot.matrix.content.reading import Raw, mappings
from bot.matrix.door.errors import Temporary
from bot.matrix.encryption import Encryption
from bot.matrix.login.session import Session
from bot.matrix.said.echoes import echoes

TRUSTED_FOR = timedelta(minutes=20)
_MARGIN = timedelta(minutes=5)
_MOST_PAGES = 200


async def find_sent(
    session: Session, encryption: Encryption, room_id: str, key: str, since: datetime
) -> str | None:
    """The event id of what was sent under that key since then; None if it never was.

    Raises:
        Permanent: nobody can say, because we may no longer read the room, or what we said there.
        Temporary: the homeserver does not say now, or the room is too busy to tell.
    """
    homeserver, ours, closed = session.homeserver, session.user_id, False
    oldest = (since - _MARGIN).timestamp() * 1000
    wanted = json.dumps({"senders": [ours], "lazy_load_members": True})
    query = {"dir": "b", "limit": "100", "filter": wanted}
    for _ in range(_MOST_PAGES):
        page = await homeserver.get("rooms", room_id, "messages", query=query)
        events = mappings(listed(page, "chunk"))
        for echo in await echoes(encryption, ours, [(room_id, event) for event in events]):
            if echo.is_of(key):
                return echo.event_id
            closed = closed or echo.closed
        end = page.get("end")
        if not isinstance(end, str) or (events and _sent_at(events[-1]) < oldest):
            if closed:
                raise Unsendable("cannot-tell")
            return None
        query["from"] = end
    raise Temporary("the room holds too much to look through")


def _sent_at(event: Raw) -> float:
    at = event.get("origin_server_ts")
    return at if isinstance(at, int) else 0.0
