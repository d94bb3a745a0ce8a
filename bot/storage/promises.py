"""A stored post together with the meeting or the announcement that it is about."""

from bot.domain.plans.announcement import Announcement
from bot.domain.plans.occurrence import Occurrence, StepName
from bot.domain.plans.promise import Promise
from bot.storage import announcements, meetings, occurrences
from bot.storage.database import Transaction


def promised(
    tx: Transaction, post: Occurrence, announcement: Announcement | None = None
) -> Promise:
    """The post with what it is about; its `announcement`, if that was read before."""
    news = post.step is StepName.CORRECTION
    return Promise(
        post=post,
        meeting=None if post.meeting is None else meetings.get(tx, post.meeting),
        announcement=announcement or _announcement(tx, post),
        details=occurrences.details(tx, [post.key]) if news else frozenset(),
    )


def _announcement(tx: Transaction, post: Occurrence) -> Announcement | None:
    return None if post.announcement is None else announcements.get(tx, post.announcement)
