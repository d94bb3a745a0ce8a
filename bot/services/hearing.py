"""Who hears a scheduled post: the rooms it is for, without those that switched its kind off."""

from collections.abc import Iterable

from bot.domain.community.room import PostKind
from bot.domain.plans.occurrence import Occurrence, OccurrenceState, StepName
from bot.domain.plans.promise import Promise
from bot.services.hosting import Hosting
from bot.storage import occurrences, rooms
from bot.storage.database import Transaction

_NEWS = (StepName.CORRECTION, StepName.CANCELLATION)


def hearers(tx: Transaction, hosting: Hosting, promise: Promise) -> tuple[str, ...]:
    """The rooms that a promise is for, without those that switched its kind off."""
    if promise.announcement is None:
        if promise.post.step in _NEWS:
            return _that_heard(tx, hosting, promise.post)
        return hosting.announcement_rooms(PostKind.MEETING)
    if not promise.announcement.rooms:
        return hosting.announcement_rooms(PostKind.ANNOUNCEMENT)
    return _wanting(tx, promise.announcement.rooms, PostKind.ANNOUNCEMENT)


def still(tx: Transaction, audience: tuple[str, ...], targets: Iterable[str]) -> tuple[str, ...]:
    """Those of the audience that are among these targets, or became of them."""
    there = {_present(tx, target) for target in targets}
    return tuple(room for room in audience if room in there)


def _that_heard(tx: Transaction, hosting: Hosting, news: Occurrence) -> tuple[str, ...]:
    """The rooms that were told of the meeting before; the office, if told in their place, not."""
    posts = occurrences.of_meeting(tx, news.meeting or 0)
    told = [post.key for post in posts if post.state is OccurrenceState.ENQUEUED]
    heard = _wanting(tx, occurrences.heard_by(tx, told), PostKind.MEETING)
    hearing = hosting.announcement_rooms(PostKind.MEETING)
    instead = set(hosting.office_targets()) - set(hearing)
    return tuple(room for room in heard if room not in instead)


def _wanting(tx: Transaction, targets: tuple[str, ...], kind: PostKind) -> tuple[str, ...]:
    """Where these rooms are now, without those that switched the kind off."""
    choices = rooms.choices(tx, kind)
    present = dict.fromkeys(_present(tx, target) for target in targets)
    return tuple(target for target in present if choices.get(target, True))


def _present(tx: Transaction, target: str) -> str:
    """The room that an upgraded room became."""
    room = rooms.get(tx, target)
    return room.successor if room and room.successor and not room.joined else target
