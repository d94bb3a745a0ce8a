from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.calendar import to_local, to_utc
from bot.domain.plans.announcement import Repeat, Rule, next_after, occurrences_between

BERLIN = "Europe/Berlin"
ZONES = st.sampled_from([BERLIN, "America/New_York", "Australia/Lord_Howe", "Asia/Kolkata", "UTC"])
DAYS = st.dates(date(1996, 1, 1), date(2059, 12, 20))
MONDAY = date(2026, 11, 23)
NOW = datetime(2026, 11, 23, 12, tzinfo=UTC)
YEAR = timedelta(days=365)
DAILY = Rule(repeat=Repeat.DAILY, start=MONDAY, at=time(9), zone=BERLIN)


@st.composite
def rules(draw: st.DrawFn) -> Rule:
    start = draw(DAYS)
    return Rule(
        repeat=draw(st.sampled_from(Repeat)),
        start=start,
        at=draw(st.times()),
        zone=draw(ZONES),
        weeks=draw(st.integers(1, 5)),
        day=draw(st.integers(1, 31)),
        until=draw(st.none() | st.just(start + timedelta(days=40))),
    )


def days(rule: Rule, until: datetime = NOW + YEAR) -> list[str]:
    return [o.due_local.date().isoformat() for o in occurrences_between(rule, 12, NOW, until)]


def test_once_comes_once() -> None:
    rule = replace(DAILY, repeat=Repeat.ONCE, start=date(2026, 12, 8))

    assert days(rule) == ["2026-12-08"]


def test_once_in_the_past_never_comes() -> None:
    assert next_after(replace(DAILY, repeat=Repeat.ONCE), NOW) is None


def test_daily_comes_each_day_as_far_as_its_end() -> None:
    rule = replace(DAILY, until=date(2026, 11, 25))

    assert days(rule) == ["2026-11-24", "2026-11-25"]


def test_a_rhythm_waits_for_its_start() -> None:
    assert days(replace(DAILY, start=date(2026, 12, 1)))[0] == "2026-12-01"


def test_what_is_due_at_the_very_end_belongs_to_the_time_looked_at() -> None:
    assert days(DAILY, datetime(2026, 11, 24, 8, tzinfo=UTC)) == ["2026-11-24"]


def test_a_post_that_the_gap_moves_past_midnight_is_not_lost() -> None:
    # In Greenland the clock goes from Saturday 23:00 to Sunday 00:00.
    rule = replace(DAILY, start=date(2024, 3, 1), at=time(23, 30), zone="America/Nuuk")
    sunday = datetime(2024, 3, 31, 1, 10, tzinfo=UTC)

    assert next_after(rule, sunday) == datetime(2024, 3, 31, 1, 30, tzinfo=UTC)


def test_every_two_weeks_counts_from_the_start() -> None:
    rule = replace(DAILY, repeat=Repeat.WEEKLY, weeks=2)

    assert days(rule, NOW + timedelta(days=30)) == ["2026-12-07", "2026-12-21"]


def test_the_31st_of_a_short_month_is_its_last_day() -> None:
    rule = replace(DAILY, repeat=Repeat.MONTHLY, day=31)

    assert days(rule)[:4] == ["2026-11-30", "2026-12-31", "2027-01-31", "2027-02-28"]


def test_monthly_may_begin_on_its_start() -> None:
    rule = replace(DAILY, repeat=Repeat.MONTHLY, day=15, start=date(2026, 12, 15))

    assert days(rule)[0] == "2026-12-15"


def test_a_day_of_the_month_before_the_start_waits_for_the_next_month() -> None:
    rule = replace(DAILY, repeat=Repeat.MONTHLY, day=1)

    assert days(rule)[0] == "2026-12-01"


def test_the_key_says_which_announcement_and_which_day() -> None:
    occurrence = occurrences_between(DAILY, 12, NOW, NOW + YEAR)[0]

    assert (occurrence.key, occurrence.announcement) == ("ansage-12/2026-11-24", 12)


@pytest.mark.parametrize(
    ("repeat", "limit"), [(Repeat.ONCE, timedelta(hours=24)), (Repeat.WEEKLY, timedelta(hours=12))]
)
def test_how_late_an_announcement_may_be(repeat: Repeat, limit: timedelta) -> None:
    rule = replace(DAILY, repeat=repeat, start=date(2026, 12, 7))

    assert [limit] == [o.late_limit for o in occurrences_between(rule, 1, NOW, NOW + YEAR)[:1]]


@pytest.mark.parametrize(("weeks", "day"), [(0, 1), (1, 0)])
def test_a_rule_that_never_moves_on_cannot_be_made(weeks: int, day: int) -> None:
    with pytest.raises(ValueError, match="rule"):
        replace(DAILY, weeks=weeks, day=day)


@given(first=DAYS, zone=ZONES)
def test_daily_at_half_past_two_comes_at_one_instant_of_each_local_day(
    first: date, zone: str
) -> None:
    rule = Rule(repeat=Repeat.DAILY, start=first, at=time(2, 30), zone=zone)
    midnight = to_utc(datetime.combine(first, time(0)), zone)

    found = occurrences_between(rule, 1, midnight, midnight + timedelta(days=8))[:7]

    expected = [first + timedelta(days=ahead) for ahead in range(7)]
    assert expected == [to_local(occurrence.due_utc, zone).date() for occurrence in found]
    assert sorted({o.due_utc for o in found}) == [o.due_utc for o in found]


@given(
    rule=rules(), hours=st.integers(-2000, 2000), length=st.integers(0, 4000), cut=st.floats(0, 1)
)
def test_looking_in_two_steps_finds_what_one_look_finds(
    rule: Rule, hours: int, length: int, cut: float
) -> None:
    after = to_utc(datetime.combine(rule.start, rule.at), rule.zone) + timedelta(hours=hours)
    until = after + timedelta(hours=length)
    between = after + (until - after) * cut

    halves = occurrences_between(rule, 1, after, between) + occurrences_between(
        rule, 1, between, until
    )

    assert occurrences_between(rule, 1, after, until) == halves
    assert len({occurrence.key for occurrence in halves}) == len(halves)
    assert all(after < occurrence.due_utc <= until for occurrence in halves)
