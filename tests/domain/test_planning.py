from dataclasses import replace
from datetime import UTC, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.calendar import Distance
from bot.domain.plans.meeting import Meeting, MeetingState
from bot.domain.plans.occurrence import Occurrence, OccurrenceState, Reason, StepName
from bot.domain.plans.planning import DEFAULT_STEPS, PlanRules, Step, plan, planned

RULES = PlanRules()
HOUR = timedelta(hours=1)
LONG_BEFORE = datetime(2026, 5, 1, tzinfo=UTC)
MEETING = Meeting(
    number=3,
    series="Fachtagung",
    ordinal=9,
    motto="Gemeinsam für Fachkräfte",
    starts_local=datetime.fromisoformat("2026-12-08 10:00"),
    zone="Europe/Berlin",
    place="Berlin",
    link=None,
    state=MeetingState.ANNOUNCED,
    version=1,
    created_by="@buero:example.org",
    created_at=LONG_BEFORE,
)
INSTANTS = st.datetimes(
    datetime.fromisoformat("2020-01-01"),
    datetime.fromisoformat("2040-01-01"),
    timezones=st.just(UTC),
)
MEETINGS = st.builds(
    lambda start, zone, version: replace(
        MEETING, starts_local=start.replace(tzinfo=None), zone=zone, version=version
    ),
    INSTANTS,
    st.sampled_from(["Europe/Berlin", "America/New_York", "Australia/Lord_Howe"]),
    st.integers(1, 9),
)


def step(name: StepName, *posts: Occurrence) -> Occurrence:
    return next(post for post in posts if post.step is name)


def test_the_plan_of_a_meeting_in_december() -> None:
    posts = plan(MEETING, RULES, LONG_BEFORE)

    expected = {
        "fachtagung-9/v1/save-the-date": "2026-06-08T09:00:00",
        "fachtagung-9/v1/programme": "2026-10-13T09:00:00",
        "fachtagung-9/v1/sign-up": "2026-11-17T09:00:00",
        "fachtagung-9/v1/last-call": "2026-12-01T09:00:00",
        "fachtagung-9/v1/day-before": "2026-12-07T09:00:00",
        "fachtagung-9/v1/thanks": "2026-12-09T09:00:00",
    }
    assert expected == {post.key: post.due_local.isoformat() for post in posts}
    assert datetime(2026, 6, 8, 7, tzinfo=UTC) == posts[0].due_utc


def test_holidays_move_a_post_to_the_working_day_before_but_not_the_last_two() -> None:
    easter_week = replace(MEETING, starts_local=datetime.fromisoformat("2026-04-13 10:00"))

    posts = plan(easter_week, RULES, datetime(2025, 1, 1, tzinfo=UTC))

    expected = ["2025-10-13", "2026-02-16", "2026-03-23", "2026-04-02", "2026-04-12", "2026-04-14"]
    assert expected == [post.due_local.date().isoformat() for post in posts]


def test_what_is_past_when_a_meeting_is_entered_is_shown_and_never_sent() -> None:
    posts = plan(MEETING, RULES, datetime(2026, 11, 17, 8, tzinfo=UTC))

    assert [post.reason for post in posts] == [Reason.PAST] * 3 + [None] * 3
    assert [post.step for post in planned(posts)] == [
        StepName.LAST_CALL,
        StepName.DAY_BEFORE,
        StepName.THANKS,
    ]


def test_of_two_steps_at_the_same_moment_the_earlier_one_is_skipped() -> None:
    steps = (
        Step(name=StepName.SIGN_UP, distance=Distance(days=-9)),
        Step(name=StepName.LAST_CALL, distance=Distance(days=-10)),
    )
    sunday = replace(MEETING, starts_local=datetime.fromisoformat("2026-12-14 10:00"))

    posts = plan(sunday, PlanRules(steps=steps), LONG_BEFORE)

    assert f"{posts[0].due_local:%Y-%m-%d %H:%M}" == "2026-12-04 09:00"
    assert [post.reason for post in posts] == [Reason.SAME_MOMENT, None]


def test_a_reminder_behind_the_start_is_skipped() -> None:
    steps = (Step(name=StepName.DAY_BEFORE, distance=Distance(days=0)),)

    posts = plan(MEETING, PlanRules(steps=steps, at=time(10)), LONG_BEFORE)

    assert [post.reason for post in posts] == [Reason.OVER]


def test_how_late_the_posts_may_be() -> None:
    posts = plan(MEETING, RULES, LONG_BEFORE)

    limits = [24 * HOUR] * 5 + [7 * 24 * HOUR]
    assert limits == [post.late_limit for post in posts]
    ends = [MEETING.starts_utc] * 5 + [MEETING.starts_utc + timedelta(days=7)]
    assert ends == [post.not_after for post in posts]


def test_a_reminder_is_never_later_than_halfway_to_the_next() -> None:
    steps = (
        Step(name=StepName.LAST_CALL, distance=Distance(days=-2), working_day=False),
        *DEFAULT_STEPS[-2:],
    )

    last_call, *_ = plan(MEETING, PlanRules(steps=steps), LONG_BEFORE)

    assert last_call.late_limit == 12 * HOUR


def test_thanks_that_are_planned_late_can_still_be_sent() -> None:
    steps = (Step(name=StepName.THANKS, distance=Distance(days=10)),)

    (thanks,) = plan(MEETING, PlanRules(steps=steps), LONG_BEFORE)

    assert thanks.due_utc + 24 * HOUR == thanks.not_after


def test_the_holidays_of_one_land_count_when_it_is_named() -> None:
    meeting = replace(MEETING, starts_local=datetime.fromisoformat("2027-03-15 10:00"))
    last_call = StepName.LAST_CALL  # a week before: Women's Day, a Monday

    nation, berlin = (
        step(last_call, *plan(meeting, PlanRules(land=land), LONG_BEFORE)).due_local.day
        for land in (None, "DE-BE")
    )

    assert (nation, berlin) == (8, 5)


def test_a_plan_without_steps_is_empty() -> None:
    assert plan(MEETING, PlanRules(steps=()), LONG_BEFORE) == ()


def test_a_step_stands_in_a_plan_once() -> None:
    with pytest.raises(ValueError, match="once"):
        PlanRules(steps=(DEFAULT_STEPS[0], DEFAULT_STEPS[0]))


@given(meeting=MEETINGS, now=INSTANTS)
def test_keys_are_unique_and_nothing_is_planned_in_the_past(
    meeting: Meeting, now: datetime
) -> None:
    posts = plan(meeting, RULES, now)

    assert len(RULES.steps) == len({post.key for post in posts})
    assert all(post.due_utc > now for post in planned(posts))
    assert all((post.reason is None) == (post.state is OccurrenceState.PLANNED) for post in posts)
    assert sorted(post.due_utc for post in posts) == [post.due_utc for post in posts]
