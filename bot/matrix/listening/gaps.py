"""Fetches what /sync left out of a room: from where its answer begins back to what we know."""

from __future__ import annotations

import logging
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from http import HTTPStatus

from bot.matrix.content.answers import listed
from bot.matrix.content.batch import MESSAGES_FILTER, News, arrival
from bot.matrix.content.reading import Raw, mappings
from bot.matrix.door.errors import Limited, Permanent, Temporary
from bot.matrix.door.homeserver import Homeserver, Json
from bot.matrix.door.patience import Backoff
from bot.matrix.listening.opening import Opening, Said

log = logging.getLogger(__name__)

MOST_EVENTS = 5000
OLDEST = timedelta(days=7)
# Events of a hostile server can break a page; smaller ones may get round them.
_PAGES = (100, 100, 100, 20, 20, 5, 5, 1)
# So many failures in a row may be a passing trouble of the whole homeserver.
_HICCUPS = 3
_MARGIN = timedelta(minutes=10)


@dataclass(slots=True)
class Gap:
    """What was said there, in its order; `open` if older events are missing for good."""

    news: News
    said: Said = field(default_factory=Said)
    open: bool = False
    events: int = 0
    ours: list[Raw] = field(default_factory=list)
    """What we said ourselves in it."""


class Gaps:
    """Fills gaps one after the other, so that a long absence does not fill the memory."""

    def __init__(
        self, homeserver: Homeserver, opening: Opening, ours: str, pause: float = 1.0
    ) -> None:
        """`pause`: seconds after the first failure; each further one is longer, up to 15 times."""
        self._homeserver = homeserver
        self._opening = opening
        self._ours = ours
        self._pause = pause

    async def fill(
        self, news: News, since: str | None, known_until: datetime, now: datetime
    ) -> Gap:
        """Everything before the batch, back to the token `since`.

        Without a token (it was refused) back to the moment `known_until`; what was handled
        already is known by its event id. Waits for the homeserver as long as it takes.

        Raises:
            Unauthorised: see there.
        """
        gap = Gap(news)
        horizon = max(now - OLDEST, known_until - _MARGIN if since is None else now - OLDEST)
        position = news.prev_batch
        gap.open = position is None
        while position:
            page = await self._page(gap, position, since)
            if page is None:
                gap.open = True
                break
            events = mappings(page.get("chunk"))
            done = await self._take(gap, events, horizon, now)
            if done or gap.open:
                break
            position = _next(page, position)
        if gap.open:
            log.error("room %s: events before the gap's end stay unread", news.room_id)
        return gap

    async def _take(self, gap: Gap, events: list[Raw], horizon: datetime, now: datetime) -> bool:
        """Keep a page; True if it was the last."""
        ours = arrival(events[::-1], self._ours)
        if ours is not None:
            # Newest first: only what stands before our arrival came after it.
            events = events[: len(events) - 1 - ours]
        gap.ours += [event for event in events if event.get("sender") == self._ours]
        page = [(gap.news.room_id, event) for event in reversed(events)]
        gap.said = (await self._opening.read(page, now)).followed_by(gap.said)
        gap.events += len(events)
        if ours is not None:
            return True
        if events and all(_sent_before(event, horizon) for event in events):
            gap.open = horizon == now - OLDEST
            return True
        gap.open = gap.events >= MOST_EVENTS
        return False

    async def _page(self, gap: Gap, position: str, since: str | None) -> Json | None:
        """One page; None if the homeserver cannot give it, however small."""
        query = {"dir": "b", "from": position, "filter": MESSAGES_FILTER}
        if since is not None:
            query["to"] = since
        backoff, refusals = Backoff(self._pause, 15 * self._pause), 0
        while refusals < len(_PAGES):
            query["limit"] = str(_PAGES[refusals])
            try:
                path = ("rooms", gap.news.room_id, "messages")
                page = await self._homeserver.get(*path, query=query)
                listed(page, "chunk")
            except Permanent as refused:
                log.warning("room %s: page refused: %s", gap.news.room_id, refused)
                return None
            except Temporary as fault:
                refusals += await self._is_about_the_room(fault, backoff.failures)
                await backoff.sleep("fetching a page", fault)
            else:
                return page
        return None

    async def _is_about_the_room(self, fault: Temporary, before: int) -> bool:
        """Whether the homeserver lives but fails at this very request."""
        if isinstance(fault, Limited):
            return False
        suspect = fault.status == HTTPStatus.INTERNAL_SERVER_ERROR or before >= _HICCUPS
        return suspect and await self._homeserver.works()


def _sent_before(event: Raw, moment: datetime) -> bool:
    sent = event.get("origin_server_ts")
    return isinstance(sent, int) and sent < moment.timestamp() * 1000


def _next(page: Json, position: str) -> str | None:
    end = page.get("end")
    return end if isinstance(end, str) and end != position else None
