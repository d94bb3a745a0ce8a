"""Announcements as the office sets them: when they would come, which run, taking a step back."""

from collections.abc import Iterator
from datetime import datetime
from zoneinfo import ZoneInfo

from bot.domain.calendar import moment
from bot.domain.errors import NotFound, WrongInput
from bot.domain.plans.announcement import Announcement, Rule, next_after
from bot.domain.plans.proposing import PastMoment
from bot.storage import announcements, occurrences
from bot.storage.database import Transaction


class UnknownAnnouncement(NotFound):
    """No announcement of that `number` is running."""


class AnnouncedSince(WrongInput):
    """The announcement `number` was heard, so that it cannot be as if it had never been set."""


def first_of(rule: Rule, now: datetime) -> datetime:
    """The instant at which a rule comes next.

    Raises:
        PastMoment: it will never come.
    """
    first = next_after(rule, now)
    if first is None:
        local = datetime.combine(rule.until or rule.start, rule.at)
        raise PastMoment(moment=moment(local, rule.zone))
    return first


def coming(rule: Rule, now: datetime) -> Iterator[datetime]:
    """The moments of a rule after now, in its zone."""
    zone = ZoneInfo(rule.zone)
    after: datetime | None = now
    while after and (after := next_after(rule, after)):
        yield after.astimezone(zone)


def running(tx: Transaction, number: int) -> Announcement:
    """The announcement of that number.

    Raises:
        UnknownAnnouncement: there is none, or it was stopped.
    """
    found = announcements.get(tx, number)
    if found is None or found.stopped:
        raise UnknownAnnouncement(number=str(number))
    return found


def all_coming(tx: Transaction) -> tuple[Announcement, ...]:
    """Those that still come, by number."""
    planned = {post.announcement for post in occurrences.planned(tx)}
    return tuple(one for one in announcements.running(tx) if one.number in planned)


def unsay(tx: Transaction, number: int, now: datetime) -> Announcement:
    """Take a new announcement back, before anything of it was heard.

    Raises:
        AnnouncedSince: something was.
        UnknownAnnouncement: somebody stopped it.
    """
    found = running(tx, number)
    if occurrences.was_sent(tx, number):
        raise AnnouncedSince(number=str(number))
    announcements.stop(tx, number)
    occurrences.stop(tx, number, now)
    return found


def resume(tx: Transaction, number: int) -> Announcement:
    """Let a stopped announcement come again, with what it still had to say."""
    announcements.resume(tx, number)
    occurrences.resume(tx, number)
    return running(tx, number)
