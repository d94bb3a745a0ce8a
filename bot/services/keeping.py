"""Keeping promises: what is due, or could not leave when it was, is said, said late, or skipped."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime, timedelta

from bot.domain.journal import OutboxRow, OutboxState
from bot.domain.plans.announcement import Announcement
from bot.domain.plans.occurrence import Occurrence, Reason, Verdict, coalesce, decide, stands_until
from bot.domain.plans.promise import Posting, Promise, Skipped
from bot.services.hearing import hearers, still
from bot.services.hosting import Hosting
from bot.storage import occurrences, outbox, stale
from bot.storage.database import Transaction
from bot.storage.promises import promised

_UNWANTED = "unwanted"

Waiting = Mapping[str, Sequence[OutboxRow]]
"""Rows that never arrived and may not leave as they stand, by the key of their occurrence."""


def renew(
    tx: Transaction, hosting: Hosting, rows: Iterable[OutboxRow], now: datetime
) -> dict[str, list[OutboxRow]]:
    """Let what only calm hours held back leave, where they are over; the `Waiting` of the others."""
    scheduled: dict[str, list[OutboxRow]] = {}
    for row in rows:
        if hosting.calm_until(row.target, now) is not None:
            continue
        if occurrences.get(tx, row.cause) is None:
            stale.renew(tx, row.seq, hosting.calm_from(row.target, now))
        else:
            scheduled.setdefault(row.cause, []).append(row)
    return scheduled


class Keeping:
    """One look at the schedule; `known` are the announcements that it is about."""

    def __init__(
        self,
        hosting: Hosting,
        known: Mapping[int, Announcement | None],
        waiting: Waiting,
        now: datetime,
    ) -> None:
        self._hosting = hosting
        self._known = known
        self._waiting = waiting
        self._now = now

    def keep(
        self, tx: Transaction, due: Iterable[Occurrence]
    ) -> tuple[tuple[Posting, ...], tuple[Skipped, ...]]:
        """Decide on each post: it counts as posted or skipped from now on."""
        stay, gone = coalesce(due)
        postings = []
        for post in stay:
            promise = promised(tx, post, self._known.get(post.announcement or 0))
            decision = decide(post, self._now)
            outdated = promise.outdated if post.key in self._waiting else None
            if reason := outdated or decision.reason:
                gone += (post.skipped(reason),)
            elif decision.verdict is not Verdict.WAIT:
                occurrences.enqueue(tx, post.key, self._now)
                postings.append(self._posting(tx, promise, decision.late_by))
        skipped = [self._skipped(tx, post, post.reason) for post in gone if post.reason]
        return tuple(posting for posting in postings if posting.rooms), tuple(skipped)

    def _posting(self, tx: Transaction, promise: Promise, late_by: timedelta) -> Posting:
        audience, office = hearers(tx, self._hosting, promise), self._hosting.office_targets()
        unheard = not audience
        waiting = self._waiting.get(promise.post.key, ())
        if any(row.target not in office for row in waiting):
            # The others have heard it already.
            audience = still(tx, audience, (row.target for row in waiting))
        elif unheard:
            audience = office
        for row in waiting:
            if row.target not in audience:
                outbox.mark_dead(tx, row.seq, _UNWANTED, self._now)
        return Posting(
            promise=promise,
            late_by=late_by,
            rooms={room: self._until(promise.post, room) for room in audience},
            unheard=unheard,
        )

    def _until(self, post: Occurrence, room: str) -> datetime:
        return stands_until(post, self._now, self._hosting.calm_until(room, self._now))

    def _skipped(self, tx: Transaction, post: Occurrence, reason: Reason) -> Skipped:
        """Skipped everywhere, or where it waited, if it was said elsewhere."""
        waiting = self._waiting.get(post.key, ())
        for row in waiting:
            outbox.mark_dead(tx, row.seq, reason, self._now)
        if waiting and _was_said(tx, post.key):
            occurrences.enqueue(tx, post.key, self._now)
            return Skipped(promise=promised(tx, post), rooms=tuple(row.target for row in waiting))
        occurrences.skip(tx, post.key, reason, self._now)
        return Skipped(promise=promised(tx, post))


def _was_said(tx: Transaction, key: str) -> bool:
    """Whether a room has heard it, or may, or will."""
    return any(row.state is not OutboxState.DEAD for row in outbox.by_cause(tx, key))
