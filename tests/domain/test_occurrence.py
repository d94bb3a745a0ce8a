from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from bot.domain.plans.occurrence import (
    Decision,
    Occurrence,
    OccurrenceState,
    Reason,
    StepName,
    Verdict,
    coalesce,
    decide,
    recompute,
    stands_until,
)

DUE = datetime(2026, 12, 7, 8, tzinfo=UTC)
MINUTE = timedelta(minutes=1)
HOUR = timedelta(hours=1)
REMINDER = Occurrence(
    key="fachtagung-9/v1/day-before",
    step=StepName.DAY_BEFORE,
    due_local=datetime.fromisoformat("2026-12-07 09:00"),
    zone="Europe/Berlin",
    due_utc=DUE,
    not_after=DUE + 25 * HOUR,
    late_limit=24 * HOUR,
    meeting=1,
)
NEWS = replace(REMINDER, key="ansage-2/2026-12-07", meeting=None, announcement=2)


@pytest.mark.parametrize(
    ("late", "decision"),
    [
        (-MINUTE, Decision(Verdict.WAIT)),
        (0 * MINUTE, Decision(Verdict.SEND)),
        (10 * MINUTE, Decision(Verdict.SEND)),
        (11 * MINUTE, Decision(Verdict.SEND_LATE, late_by=11 * MINUTE)),
        (24 * HOUR, Decision(Verdict.SEND_LATE, late_by=24 * HOUR)),
        (24 * HOUR + MINUTE, Decision(Verdict.SKIP, reason=Reason.TOO_LATE)),
    ],
)
def test_late_is_said_and_too_late_is_skipped(late: timedelta, decision: Decision) -> None:
    assert decision == decide(REMINDER, DUE + late)


def test_a_reminder_never_comes_after_what_it_announces() -> None:
    short = replace(REMINDER, not_after=DUE + HOUR)

    assert Decision(Verdict.SKIP, reason=Reason.OVER) == decide(short, DUE + HOUR)


@pytest.mark.parametrize(
    "state", [state for state in OccurrenceState if state is not OccurrenceState.PLANNED]
)
def test_nothing_is_decided_twice(state: OccurrenceState) -> None:
    with pytest.raises(ValueError, match="fachtagung-9"):
        decide(replace(REMINDER, state=state), DUE)


def test_new_zone_rules_move_the_instants_and_keep_the_key() -> None:
    stored = replace(REMINDER, due_utc=DUE - HOUR, not_after=REMINDER.not_after - HOUR)

    assert recompute(stored) == REMINDER


def test_several_missed_ones_of_an_announcement_become_the_newest() -> None:
    older = replace(NEWS, key="ansage-2/of-the-day-before", due_utc=DUE - 24 * HOUR)
    other = replace(NEWS, key="ansage-3/2026-12-05", due_utc=DUE - 48 * HOUR, announcement=3)
    last_call = replace(REMINDER, key="fachtagung-9/v1/last-call", due_utc=DUE - 2 * HOUR)

    stay, gone = coalesce((NEWS, older, REMINDER, last_call, other))

    assert {other, last_call, NEWS, REMINDER} == set(stay)
    assert (older.skipped(Reason.SUPERSEDED),) == gone


@pytest.mark.parametrize(
    ("late", "until"),
    [
        (0 * MINUTE, DUE + 10 * MINUTE),
        (10 * MINUTE, DUE + 10 * MINUTE),
        (3 * HOUR, DUE + 3 * HOUR + 10 * MINUTE),
        (24 * HOUR - MINUTE, DUE + 24 * HOUR),
    ],
)
def test_a_decision_stands_until_it_would_be_another(late: timedelta, until: datetime) -> None:
    now = DUE + late
    stands = stands_until(REMINDER, now, None)
    assert stands == until
    assert decide(REMINDER, stands + MINUTE) != decide(REMINDER, now)


def test_what_calm_hours_hold_back_is_in_time_when_they_end_unless_its_meeting_has_begun() -> None:
    morning = DUE + 15 * HOUR
    daily = replace(NEWS, late_limit=12 * HOUR, not_after=DUE + 12 * HOUR)
    assert stands_until(daily, DUE, morning) == morning + 10 * MINUTE
    begun = replace(REMINDER, not_after=DUE + HOUR)
    assert stands_until(begun, DUE, morning) == DUE + HOUR


def test_what_is_late_already_is_decided_anew_after_calm_hours() -> None:
    now = DUE + 2 * HOUR
    assert stands_until(REMINDER, now, DUE + 10 * HOUR) == now + 10 * MINUTE
