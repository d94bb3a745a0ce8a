"""A stored post together with the meeting or the announcement that it is about."""

from bot.domain.plans.occurrence import Occurrence, StepName
from bot.domain.plans.promise import Promise
from bot.storage import announcements, meetings, occurrences
from bot.storage.database import Transaction


def promised(tx: Transaction, post: Occurrence) -> Promise:
    """The post with what it is about."""
    news = post.step is StepName.CORRECTION
    return Promise(
        post=post,
        meeting=None if post.meeting is None else meetings.get(tx, post.meeting),
        announcement=(
            None if post.announcement is None else announcements.get(tx, post.announcement)
        ),
        details=occurrences.details(tx, [post.key]) if news else frozenset(),
    )
