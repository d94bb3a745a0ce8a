"""The plan of a meeting's posts, laid out from its date when the office enters it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime, time, timedelta
from itertools import pairwise

from bot.domain.calendar import Distance, shift, to_utc, working_day_until
from bot.domain.plans.meeting import Meeting
from bot.domain.plans.occurrence import Occurrence, OccurrenceState, Reason, StepName

_LONGEST_DELAY = timedelta(hours=24)
_THANKS_WITHIN = timedelta(days=7)


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One post of the plan; `distance` from the meeting's day, negative is before it.

    With `working_day` it moves to the nearest earlier working day.
    """

    name: StepName
    distance: Distance
    working_day: bool = True


DEFAULT_STEPS = (
    Step(name=StepName.SAVE_THE_DATE, distance=Distance(months=-6)),
    Step(name=StepName.PROGRAMME, distance=Distance(weeks=-8)),
    Step(name=StepName.SIGN_UP, distance=Distance(weeks=-3)),
    Step(name=StepName.LAST_CALL, distance=Distance(weeks=-1)),
    Step(name=StepName.DAY_BEFORE, distance=Distance(days=-1), working_day=False),
    Step(name=StepName.THANKS, distance=Distance(days=1), working_day=False),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanRules:
    """Which posts a meeting gets, and at what time of day in which zone.

    `land` ("DE-BE") adds the public holidays of one Land to the nation-wide ones.

    Raises:
        ValueError: a step is named twice, though its name makes the key.
    """

    steps: tuple[Step, ...] = DEFAULT_STEPS
    at: time = time(9)
    zone: str = "Europe/Berlin"
    land: str | None = None

    def __post_init__(self) -> None:
        if len({step.name for step in self.steps}) != len(self.steps):
            raise ValueError("each step of a plan may stand in it once")


def plan(meeting: Meeting, rules: PlanRules, now: datetime) -> tuple[Occurrence, ...]:
    """All posts of a meeting, earliest first; those already past are there as skipped."""
    laid = sorted((_lay(meeting, step, rules) for step in rules.steps), key=lambda o: o.due_utc)
    if not laid:
        return ()
    limited = [_limit(this, following) for this, following in pairwise(laid)]
    return tuple(_skip(o, laid, now) for o in (*limited, laid[-1]))


def occurrence_key(meeting: Meeting, name: StepName) -> str:
    """The promise of one post: a changed meeting has a new version and so new keys."""
    return f"{meeting.slug}/v{meeting.version}/{name}"


def _lay(meeting: Meeting, step: Step, rules: PlanRules) -> Occurrence:
    day = shift(meeting.starts_local.date(), step.distance)
    if step.working_day:
        day = working_day_until(day, rules.land)
    due_local = datetime.combine(day, rules.at)
    due_utc = to_utc(due_local, rules.zone)
    not_after, late_limit = _limits(meeting, step.name, due_utc)
    return Occurrence(
        key=occurrence_key(meeting, step.name),
        step=step.name,
        due_local=due_local,
        zone=rules.zone,
        due_utc=due_utc,
        not_after=not_after,
        late_limit=late_limit,
        meeting=meeting.number,
    )


def _limits(meeting: Meeting, name: StepName, due: datetime) -> tuple[datetime, timedelta]:
    """When a post is never sent any more, and how late it may be; thanks are welcome later."""
    if name is not StepName.THANKS:
        return meeting.starts_utc, _LONGEST_DELAY
    end = to_utc(meeting.starts_local + _THANKS_WITHIN, meeting.zone)
    return max(end, due + _LONGEST_DELAY), _THANKS_WITHIN


def _limit(this: Occurrence, following: Occurrence) -> Occurrence:
    """A reminder comes nearer to its own moment than to the next one, however late it is."""
    half = (following.due_utc - this.due_utc) / 2
    return replace(this, late_limit=min(this.late_limit, half))


def _skip(occurrence: Occurrence, laid: list[Occurrence], now: datetime) -> Occurrence:
    same = [other.key for other in laid if other.due_utc == occurrence.due_utc]
    if occurrence.due_utc <= now:
        return occurrence.skipped(Reason.PAST)
    if occurrence.due_utc >= occurrence.not_after:
        return occurrence.skipped(Reason.OVER)
    if same[-1] != occurrence.key:
        return occurrence.skipped(Reason.SAME_MOMENT)
    return occurrence


def planned(occurrences: tuple[Occurrence, ...]) -> tuple[Occurrence, ...]:
    """Those that are still to come."""
    return tuple(o for o in occurrences if o.state is OccurrenceState.PLANNED)
