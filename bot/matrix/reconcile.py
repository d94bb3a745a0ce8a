"""Looks in the room whether something was sent already, when transaction ids no longer tell.

Homeservers forget transaction ids after a while, and never knew those of another device.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import datetime, timedelta

from bot.matrix.answers import listed
from bot.matrix.effects import Unsendable, transaction_id
from bot.matrix.encryption import Encryption, Opened, Sealed
from bot.matrix.errors import Temporary
from bot.matrix.reading import Raw, mapping, mappings
from bot.matrix.session import Session
from bot.text.content import KEY

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
        own = [event for event in events if event.get("sender") == ours]
        for event in await _opened(encryption, room_id, own):
            if event is None:
                closed = True
            elif _is(event, key):
                return str(event.get("event_id"))
        end = page.get("end")
        if not isinstance(end, str) or (events and _sent_at(events[-1]) < oldest):
            if closed:
                raise Unsendable("cannot-tell")
            return None
        query["from"] = end
    raise Temporary("the room holds too much to look through")


async def _opened(
    encryption: Encryption, room_id: str, events: Sequence[Raw]
) -> Sequence[Raw | None]:
    """Our own events; None for those that an earlier device of ours encrypted.

    Whose transaction id the homeserver still knows needs no opening: it was this device.
    """
    sealed = [(room_id, event) for event in events if _needs_opening(event)]
    results = iter(await encryption.open_all(sealed))
    return [_plain(next(results)) if _needs_opening(event) else event for event in events]


def _needs_opening(event: Raw) -> bool:
    return event.get("type") == "m.room.encrypted" and _transaction(event) is None


def _plain(result: Opened | Sealed) -> Raw | None:
    return result.event if isinstance(result, Opened) else None


def _transaction(event: Raw) -> object:
    return mapping(event.get("unsigned")).get("transaction_id")


def _is(event: Raw, key: str) -> bool:
    return (
        _transaction(event) == transaction_id(key) or mapping(event.get("content")).get(KEY) == key
    )


def _sent_at(event: Raw) -> float:
    at = event.get("origin_server_ts")
    return at if isinstance(at, int) else 0.0
