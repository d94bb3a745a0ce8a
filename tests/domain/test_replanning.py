from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.plans.meeting import Meeting, MeetingState
from bot.domain.plans.occurrence import (
    Occurrence,
    OccurrenceState,
    Reason,
    StepName,
    Verdict,
    decide,
)
from bot.domain.plans.planning import PlanRules, plan, planned
from bot.domain.plans.replanning import Replan, replan

RULES = PlanRules()
LONG_BEFORE = datetime(2026, 5, 1, tzinfo=UTC)
NOVEMBER = datetime(2026, 11, 23, 12, tzinfo=UTC)
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
MOVED = replace(MEETING, starts_local=datetime.fromisoformat("2026-12-15 10:00"), version=2)
ELSEWHERE = replace(MEETING, place="Bonn", version=2)
CANCELLED = replace(MEETING, state=MeetingState.CANCELLED, version=2)


def run(posts: tuple[Occurrence, ...], now: datetime) -> tuple[Occurrence, ...]:
    """The posts as they are when the bot has worked until now."""
    return tuple(
        replace(post, state=OccurrenceState.ENQUEUED)
        if post.state is OccurrenceState.PLANNED and decide(post, now).verdict is not Verdict.WAIT
        else post
        for post in posts
    )


def apply(posts: tuple[Occurrence, ...], change: Replan) -> tuple[Occurrence, ...]:
    """The posts as they are stored after a change."""
    kept = (
        replace(post, state=OccurrenceState.CANCELLED, reason=change.reason)
        if post.key in change.cancel
        else post
        for post in posts
    )
    return (*kept, *change.add, *([change.news] if change.news else []))


FRESH = plan(MEETING, RULES, LONG_BEFORE)
HEARD = run(FRESH, NOVEMBER)


def test_a_moved_meeting_is_planned_anew_with_one_correction() -> None:
    change = replan(HEARD, MEETING, MOVED, RULES, NOVEMBER)

    assert tuple(k.split("/")[2] for k in change.cancel) == ("last-call", "day-before", "thanks")
    assert plan(MOVED, RULES, NOVEMBER) == change.add
    assert change.news is not None
    assert (
        change.news.key,
        change.news.step,
        change.news.due_utc,
    ) == ("fachtagung-9/v2/correction", StepName.CORRECTION, NOVEMBER)
    assert decide(change.news, NOVEMBER).verdict == Verdict.SEND


def test_nobody_is_corrected_who_has_heard_nothing() -> None:
    change = replan(FRESH, MEETING, MOVED, RULES, LONG_BEFORE)

    assert change.news is None
    assert len(FRESH) == len(change.cancel)
    assert len(FRESH) == len(planned(change.add))


SUMMER = datetime(2026, 6, 10, 12, tzinfo=UTC)


@pytest.mark.parametrize(
    ("starts", "said"),
    [("2026-12-15 10:00", False), ("2026-12-22 10:00", False), ("2027-03-15 10:00", True)],
)
def test_the_date_is_not_announced_again_soon_after_its_correction(starts: str, said: bool) -> None:
    moved = replace(MEETING, starts_local=datetime.fromisoformat(starts), version=2)
    change = replan(run(FRESH, SUMMER), MEETING, moved, RULES, SUMMER)

    first = change.add[0]
    assert first.key == "fachtagung-9/v2/save-the-date"
    assert (first.state, first.reason) == (
        (OccurrenceState.PLANNED, None) if said else (OccurrenceState.SKIPPED, Reason.TOLD)
    )
    assert change.news is not None


def test_what_asks_for_something_is_said_again_for_the_new_date() -> None:
    evening = datetime(2026, 12, 7, 18, tzinfo=UTC)
    moved = replace(MEETING, starts_local=datetime.fromisoformat("2026-12-10 10:00"), version=2)
    change = replan(run(FRESH, evening), MEETING, moved, RULES, evening)

    assert [post.step for post in planned(change.add)] == [StepName.DAY_BEFORE, StepName.THANKS]


def test_what_nobody_has_heard_is_said() -> None:
    earlier = replace(MEETING, starts_local=datetime.fromisoformat("2026-12-01 10:00"), version=2)
    change = replan(FRESH, MEETING, earlier, RULES, LONG_BEFORE)

    assert change.add[0].state is OccurrenceState.PLANNED


def test_another_place_is_corrected_and_the_plan_stays() -> None:
    change = replan(HEARD, MEETING, ELSEWHERE, RULES, NOVEMBER)

    assert (change.cancel, change.add) == ((), ())
    assert change.news is not None
    assert change.news.key == "fachtagung-9/v2/correction"


def test_a_correction_that_has_not_left_gives_way_to_the_next() -> None:
    posts = apply(HEARD, replan(HEARD, MEETING, ELSEWHERE, RULES, NOVEMBER))

    change = replan(posts, ELSEWHERE, replace(ELSEWHERE, link="x", version=3), RULES, NOVEMBER)

    assert change.cancel == ("fachtagung-9/v2/correction",)
    assert change.news is not None


def test_a_cancelled_meeting_is_told_once_and_leaves_nothing_planned() -> None:
    change = replan(HEARD, MEETING, CANCELLED, RULES, NOVEMBER)

    assert {post.key for post in planned(HEARD)} == set(change.cancel)
    assert (change.add, change.reason) == ((), Reason.MEETING_CANCELLED)
    assert change.news is not None
    assert change.news.step == StepName.CANCELLATION


def test_a_cancelled_meeting_that_nobody_heard_of_goes_silently() -> None:
    assert replan(FRESH, MEETING, CANCELLED, RULES, LONG_BEFORE).news is None


def test_cancelling_twice_says_nothing_twice() -> None:
    again = replace(CANCELLED, version=3)

    assert Replan() == replan(HEARD, CANCELLED, again, RULES, NOVEMBER)


def test_a_cancelled_meeting_that_comes_back_is_planned_and_told() -> None:
    posts = apply(HEARD, replan(HEARD, MEETING, CANCELLED, RULES, NOVEMBER))
    revived = replace(MEETING, version=3)

    change = replan(posts, CANCELLED, revived, RULES, NOVEMBER)

    assert plan(revived, RULES, NOVEMBER) == change.add
    assert change.news is not None
    assert change.news.step == StepName.CORRECTION


def test_a_draft_has_no_posts_until_it_counts() -> None:
    draft = replace(MEETING, state=MeetingState.DRAFT)
    still_draft = replace(MOVED, state=MeetingState.DRAFT)

    assert Replan() == replan((), draft, still_draft, RULES, LONG_BEFORE)
    counts = replan((), draft, replace(MEETING, version=2), RULES, LONG_BEFORE)
    assert len(counts.add) == 6
    assert counts.news is None


def test_the_same_facts_change_nothing() -> None:
    assert Replan() == replan(HEARD, MEETING, replace(MEETING, version=2), RULES, NOVEMBER)


def test_a_version_that_was_used_is_no_version() -> None:
    with pytest.raises(ValueError, match="version"):
        replan(HEARD, MEETING, replace(MOVED, version=1), RULES, NOVEMBER)


def test_a_meeting_moved_forward_is_corrected_until_its_old_date() -> None:
    earlier = replace(MOVED, starts_local=datetime.fromisoformat("2026-11-24 10:00"))

    change = replan(HEARD, MEETING, earlier, RULES, NOVEMBER)

    assert change.news is not None
    assert change.news.not_after == MEETING.starts_utc


def test_a_meeting_that_is_over_is_corrected_no_more() -> None:
    afterwards = MEETING.starts_utc + timedelta(hours=1)

    assert replan(HEARD, MEETING, ELSEWHERE, RULES, afterwards).news is None


def test_a_post_that_was_due_but_not_yet_sent_survives_a_change_of_the_hour() -> None:
    save_the_date = FRESH[0]
    later = replace(MEETING, starts_local=datetime.fromisoformat("2026-12-08 11:00"), version=2)
    now = save_the_date.due_utc + timedelta(seconds=10)

    change = replan(FRESH, MEETING, later, RULES, now)

    assert planned(change.add)[0].key == "fachtagung-9/v2/save-the-date"
    assert decide(change.add[0], now).verdict == Verdict.SEND


@given(
    edits=st.lists(
        st.tuples(
            st.integers(0, 200),  # days until the edit
            st.integers(-30, 200),  # days from the edit to the meeting
            st.sampled_from(["Berlin", "Bonn"]),
            st.sampled_from([MeetingState.ANNOUNCED, MeetingState.CANCELLED]),
            st.booleans(),  # did the bot work in between?
        ),
        max_size=6,
    )
)
def test_however_often_a_meeting_changes_no_key_comes_twice_and_no_old_post_stays(
    edits: list[tuple[int, int, str, MeetingState, bool]],
) -> None:
    now, meeting, posts = LONG_BEFORE, MEETING, FRESH
    for wait, ahead, place, state, worked in edits:
        now += timedelta(days=wait)
        posts = run(posts, now) if worked else posts
        start = (now + timedelta(days=ahead)).replace(hour=10, tzinfo=None)
        version = meeting.version + 1
        changed = replace(meeting, starts_local=start, place=place, state=state, version=version)

        change = replan(posts, meeting, changed, RULES, now)

        keys = [post.key for post in (*change.add, *([change.news] if change.news else []))]
        assert not {post.key for post in posts} & set(keys)
        assert len(set(keys)) == len(keys)
        posts, meeting = apply(posts, change), changed
        steps = [post.step for post in planned(posts)]
        assert len(set(steps)) == len(steps)
