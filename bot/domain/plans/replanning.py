"""What becomes of a meeting's posts when the office changes or cancels the meeting."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from bot.domain.calendar import to_local
from bot.domain.plans.meeting import Detail, Meeting, MeetingState
from bot.domain.plans.occurrence import Occurrence, OccurrenceState, Reason, StepName
from bot.domain.plans.planning import PlanRules, occurrence_key, plan, planned

_NEWS = (StepName.CORRECTION, StepName.CANCELLATION)
_FACTS = (StepName.SAVE_THE_DATE, StepName.PROGRAMME)
"""Posts that say what a correction says as well; the others ask for something to be done."""
_SOON = timedelta(weeks=2)


@dataclass(frozen=True, slots=True, kw_only=True)
class Replan:
    """The difference: planned posts that no longer hold, and why; new ones; one piece of news.

    `news` is the correction or cancellation, due at once; None if nobody had heard of the meeting
    or it is over anyway.
    """

    cancel: tuple[str, ...] = ()
    reason: Reason = Reason.REPLANNED
    add: tuple[Occurrence, ...] = ()
    news: Occurrence | None = None


def replan(
    old: Iterable[Occurrence], before: Meeting, after: Meeting, rules: PlanRules, now: datetime
) -> Replan:
    """How to come from the posts of `before` (all of them, of all versions) to those of `after`.

    A changed date lays the plan anew; what was sent stays sent, and a new version means new keys.
    What people heard of the old date is not said again soon after the correction.

    Raises:
        ValueError: `after` is not a later version, so its keys might have been used.
    """
    if after.version <= before.version:
        raise ValueError(f"version {after.version} of {after.slug} must exceed {before.version}")
    posts = tuple(old)
    still_open = planned(posts)
    if after.state is MeetingState.DRAFT:
        return Replan(cancel=_keys(still_open))
    changes = before.changes(after)
    if before.state is after.state and not changes:
        return Replan()
    news = _news(posts, before, after, rules, now)
    if after.state is MeetingState.CANCELLED:
        return Replan(cancel=_keys(still_open), reason=Reason.MEETING_CANCELLED, news=news)
    if before.state is after.state and Detail.STARTS not in changes:
        return Replan(cancel=_keys(o for o in still_open if o.step in _NEWS), news=news)
    return Replan(cancel=_keys(still_open), add=_lay_anew(posts, after, rules, now), news=news)


def _keys(posts: Iterable[Occurrence]) -> tuple[str, ...]:
    return tuple(post.key for post in posts)


def _lay_anew(
    posts: tuple[Occurrence, ...], after: Meeting, rules: PlanRules, now: datetime
) -> tuple[Occurrence, ...]:
    """The new plan; a post that was due, but not yet sent when the change came, is not lost."""
    waiting = {(post.step, post.due_utc) for post in planned(posts)}
    return tuple(
        replace(post, state=OccurrenceState.PLANNED, reason=None)
        if post.reason is Reason.PAST and (post.step, post.due_utc) in waiting
        else post.skipped(Reason.TOLD)
        if post.state is OccurrenceState.PLANNED and _is_told(post, posts, now)
        else post
        for post in plan(after, rules, now)
    )


def _is_told(post: Occurrence, before: tuple[Occurrence, ...], now: datetime) -> bool:
    """Whether it would say the same as an earlier one, so soon that it is only noise."""
    heard = (one.step for one in before if one.state is OccurrenceState.ENQUEUED)
    return post.step in _FACTS and post.due_utc - now < _SOON and post.step in heard


def _news(
    posts: tuple[Occurrence, ...], before: Meeting, after: Meeting, rules: PlanRules, now: datetime
) -> Occurrence | None:
    """One post due now, if people had heard of the meeting; of use until the later of its dates."""
    heard = any(post.state is OccurrenceState.ENQUEUED for post in posts)
    not_after = max(before.starts_utc, after.starts_utc)
    if not heard or now >= not_after:
        return None
    cancelled = after.state is MeetingState.CANCELLED
    step = StepName.CANCELLATION if cancelled else StepName.CORRECTION
    return Occurrence(
        key=occurrence_key(after, step),
        step=step,
        due_local=to_local(now, rules.zone),
        zone=rules.zone,
        due_utc=now,
        not_after=not_after,
        late_limit=not_after - now,
        meeting=after.number,
    )
