from datetime import UTC, date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.calendar import (
    Distance,
    is_working_day,
    moment,
    shift,
    to_local,
    to_utc,
    working_day_until,
)

BERLIN = "Europe/Berlin"
local = datetime.fromisoformat
ZONES = st.sampled_from([BERLIN, "America/New_York", "Australia/Lord_Howe", "Asia/Kolkata", "UTC"])
DAYS = st.dates(date(1996, 1, 1), date(2059, 12, 30))


@pytest.mark.parametrize(
    ("wall", "instant"),
    [
        (local("2026-12-08 10:00"), datetime(2026, 12, 8, 9, tzinfo=UTC)),
        (local("2026-07-08 10:00"), datetime(2026, 7, 8, 8, tzinfo=UTC)),
        (local("2027-03-28 02:30"), datetime(2027, 3, 28, 1, 30, tzinfo=UTC)),
        (local("2026-10-25 02:30"), datetime(2026, 10, 25, 0, 30, tzinfo=UTC)),
        (local("2026-10-25 02:30").replace(fold=1), datetime(2026, 10, 25, 0, 30, tzinfo=UTC)),
    ],
)
def test_a_gap_moves_forward_and_a_fold_takes_the_first(wall: datetime, instant: datetime) -> None:
    assert instant == to_utc(wall, BERLIN)


def test_a_time_in_the_gap_is_shown_as_the_time_that_exists() -> None:
    shown = moment(local("2027-03-28 02:30"), BERLIN)

    assert shown.isoformat() == "2027-03-28T03:30:00+02:00"


def test_the_local_time_of_the_second_hour_in_the_fold_has_no_fold_left() -> None:
    wall = to_local(datetime(2026, 10, 25, 1, 30, tzinfo=UTC), BERLIN)

    assert (local("2026-10-25 02:30"), 0) == (wall, wall.fold)


@given(day=DAYS, at=st.times(), zone=ZONES)
def test_later_days_are_later_instants(day: date, at: time, zone: str) -> None:
    this, following = (
        to_utc(datetime.combine(day + timedelta(days=ahead), at), zone) for ahead in (0, 1)
    )

    assert this < following


@pytest.mark.parametrize(
    ("day", "distance", "expected"),
    [
        (date(2026, 8, 31), Distance(months=-6), date(2026, 2, 28)),
        (date(2024, 8, 31), Distance(months=-6), date(2024, 2, 29)),
        (date(2026, 12, 8), Distance(months=-6), date(2026, 6, 8)),
        (date(2026, 1, 15), Distance(months=-1), date(2025, 12, 15)),
        (date(2026, 12, 31), Distance(months=2), date(2027, 2, 28)),
        (date(2026, 12, 8), Distance(weeks=-8), date(2026, 10, 13)),
        (date(2026, 12, 31), Distance(days=1), date(2027, 1, 1)),
    ],
)
def test_a_distance_is_counted_in_the_calendar(
    day: date, distance: Distance, expected: date
) -> None:
    assert expected == shift(day, distance)


@pytest.mark.parametrize(
    ("day", "land", "expected"),
    [
        (date(2026, 12, 8), None, date(2026, 12, 8)),
        (date(2026, 12, 6), None, date(2026, 12, 4)),
        (date(2026, 4, 6), None, date(2026, 4, 2)),  # Easter Monday, back over Good Friday
        (date(2026, 12, 26), None, date(2026, 12, 24)),
        (date(2027, 3, 8), None, date(2027, 3, 8)),
        (date(2027, 3, 8), "DE-BE", date(2027, 3, 5)),  # Women's Day in Berlin, a Monday
    ],
)
def test_the_nearest_earlier_working_day(day: date, land: str | None, expected: date) -> None:
    assert expected == working_day_until(day, land)


@given(day=DAYS)
def test_a_working_day_is_near_and_not_later(day: date) -> None:
    found = working_day_until(day)

    assert is_working_day(found)
    assert timedelta(0) <= day - found <= timedelta(days=5)
