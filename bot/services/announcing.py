"""Announcing: what is due becomes posts or is skipped; the office sets and stops announcements."""

from collections.abc import Callable
from datetime import datetime
from zoneinfo import ZoneInfo

from bot.domain.clock import ClockVerdict
from bot.domain.errors import WrongInput
from bot.domain.plans.announcement import (
    Announcement,
    Repeat,
    Rule,
    next_after,
    occurrences_between,
)
from bot.domain.plans.occurrence import Occurrence, recompute
from bot.domain.plans.promise import Found, Promise
from bot.services.hearing import hearers
from bot.services.hosting import Hosting
from bot.services.keeping import Keeping, renew
from bot.services.setting import UnknownAnnouncement, first_of
from bot.services.timing import Timing
from bot.storage import announcements, occurrences, outbox, stale
from bot.storage.database import Database, Transaction
from bot.storage.promises import promised


class UnknownRoom(WrongInput):
    """We are in no room, or in several, that `text` could mean."""


class Announcing:
    """The schedule. Without `timing` the clock is believed.

    `held` tells by its key whether a row of the outbox is on its way just now.
    """

    def __init__(
        self,
        database: Database,
        hosting: Hosting,
        zone: str = "Europe/Berlin",
        timing: Timing | None = None,
        held: Callable[[str], bool] = lambda _: False,
    ) -> None:
        self._database = database
        self._hosting = hosting
        self._zone = ZoneInfo(zone)
        self._timing = timing
        self._held = held
        self._doubted = False
        self._looked: datetime | None = None

    def add(
        self,
        tx: Transaction,
        rule: Rule,
        text: str,
        rooms_named: tuple[str, ...],
        by: str,
        now: datetime,
    ) -> Announcement:
        """Store an announcement and plan its first post; without rooms the announcement rooms.

        Raises:
            PastMoment: it would never come.
            UnknownRoom: one of the rooms is none of ours.
        """
        first, chosen = first_of(rule, now), self.rooms(rooms_named)
        new = announcements.add(tx, rule, text, chosen, by, now)
        occurrences.add(tx, occurrences_between(rule, new.number, now, first))
        return new

    def stop(self, tx: Transaction, number: int, now: datetime) -> Announcement:
        """Let an announcement come no more.

        Raises:
            UnknownAnnouncement: none of that number is running.
        """
        found = announcements.get(tx, number)
        if found is None or not announcements.stop(tx, number):
            raise UnknownAnnouncement(number=str(number))
        occurrences.stop(tx, number, now)
        return found

    def due(self, tx: Transaction, now: datetime) -> Found:
        """Decide what is due: it counts as posted or skipped from now on.

        What could not leave in time is decided anew, unless it is on its way.
        """
        self._looked = now
        office = self._hosting.office_targets()
        rows = (row for row in stale.waiting(tx, now) if not self._held(row.key))
        waiting = renew(tx, self._hosting, rows, now)
        if self._timing and self._timing.check(now) is ClockVerdict.HOLD:
            return self._in_doubt(office, self._timing)
        self._doubted = False
        for key in waiting:
            occurrences.reopen(tx, key)
        found = occurrences.due(tx, now)
        numbers = {post.announcement for post in found if post.announcement is not None}
        known = {number: announcements.get(tx, number) for number in numbers}
        if sum(_derive(tx, one, now) for one in known.values() if one):
            found = occurrences.due(tx, now)
        postings, skipped = Keeping(self._hosting, known, waiting, now).keep(tx, found)
        return Found(
            postings=postings,
            skipped=skipped,
            office=office,
            next_due=occurrences.next_due(tx, now),
        )

    def recompute(self, tx: Transaction) -> None:
        """Give what is planned the instants of the zones' present rules; call it at start."""
        planned = occurrences.planned(tx)
        occurrences.move(tx, (new for old in planned if (new := recompute(old)) != old))

    async def next_due(self, now: datetime) -> datetime | None:
        """When to look next, if anything is planned that the latest look came too early for."""
        after = min(now, self._looked or now)
        return await self._database.read(lambda tx: occurrences.next_due(tx, after))

    async def planned(self) -> tuple[Promise, ...]:
        """All that is still to come, earliest first."""
        return await self._database.read(
            lambda tx: tuple(promised(tx, post) for post in occurrences.planned(tx))
        )

    async def planned_for(self, room_id: str) -> tuple[Promise, ...]:
        """What that room will hear, as things stand, earliest first."""

        def look(tx: Transaction) -> tuple[Promise, ...]:
            promises = (promised(tx, post) for post in occurrences.planned(tx))
            return tuple(p for p in promises if room_id in hearers(tx, self._hosting, p))

        return await self._database.read(look)

    async def why(
        self, event_id: str, places: tuple[str, ...]
    ) -> tuple[Promise, Occurrence | None] | None:
        """The promise that our message kept, and the next post of its kind.

        None if the message is no scheduled post, or was sent to none of these places.
        """

        def look(tx: Transaction) -> tuple[Promise, Occurrence | None] | None:
            sent = outbox.by_event(tx, event_id)
            post = occurrences.get(tx, sent.cause) if sent and sent.target in places else None
            return (promised(tx, post), occurrences.next_of(tx, post)) if post else None

        return await self._database.read(look)

    def rooms(self, named: tuple[str, ...]) -> tuple[str, ...]:
        """The ids of the rooms that people name so.

        Raises:
            UnknownRoom: one of them is none of ours.
        """
        return tuple(dict.fromkeys(self._room(name) for name in named))

    def _room(self, name: str) -> str:
        found = [
            room.room_id
            for room in self._hosting.joined()
            if name == room.room_id or (room.name and _letters(name) == _letters(room.name))
        ]
        if len(found) != 1:
            raise UnknownRoom(text=name)
        return found[0]

    def _in_doubt(self, office: tuple[str, ...], timing: Timing) -> Found:
        """Nothing, and why, once for each doubt."""
        server, blind = timing.server_now(), timing.blind()
        if self._doubted or (server is None and not blind):
            return Found(office=office)
        self._doubted = True
        shown = server.astimezone(self._zone) if server else None
        return Found(office=office, doubt=shown, blind=blind)


def _derive(tx: Transaction, one: Announcement, now: datetime) -> bool:
    """Plan what an announcement has missed, and its next post; True if there is any."""
    if one.rule.repeat is Repeat.ONCE:
        return False
    newest = occurrences.newest_due(tx, one.number)
    if newest is None:
        return False
    until = next_after(one.rule, now) or now
    return occurrences.add(tx, occurrences_between(one.rule, one.number, newest, until))


def _letters(name: str) -> str:
    return "".join(c for c in name.casefold() if c.isalnum())
