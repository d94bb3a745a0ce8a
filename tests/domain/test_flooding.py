"""Who asks too much is refused, and nobody else; what was refused draws nothing."""

from __future__ import annotations

from collections import Counter
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.flooding import Asked, Flooding, Limits, Rate, Refused, Whose

START = datetime(2026, 11, 28, 9, tzinfo=UTC)
LIMITS = Limits(
    person=Rate(5, 10), room=Rate(20, 60), server=Rate(60, 180), everyone=Rate(100, 600)
)


def asked(second: float, sender: str = "@anna:a", room: str = "!r:a", **more: bool) -> Asked:
    return Asked(sender, room, START + timedelta(seconds=second), **more)


def refusals(flooding: Flooding, *wants: Asked) -> list[Refused | None]:
    trial = flooding.trial()
    found = [trial.refuse(want) for want in wants]
    trial.keep()
    return found


def passing(flooding: Flooding, *wants: Asked) -> int:
    return refusals(flooding, *wants).count(None)


def test_a_burst_of_five_passes_and_then_one_every_six_seconds() -> None:
    flooding = Flooding(LIMITS)
    assert passing(flooding, *[asked(0)] * 20) == 5
    assert passing(flooding, asked(5.9)) == 0
    assert passing(flooding, asked(6), asked(6)) == 1
    assert passing(flooding, *[asked(600)] * 20) == 5


def test_a_thousand_in_a_minute_take_nothing_from_the_others() -> None:
    flooding = Flooding(LIMITS)
    flood = [asked(n * 0.06) for n in range(1000)]
    assert 14 <= passing(flooding, *flood) <= 15
    others = [asked(60, f"@p{n}:a") for n in range(15)]
    assert passing(flooding, *others) == 15


@pytest.mark.parametrize(
    ("wants", "whose", "most"),
    [
        ([asked(0, f"@p{n}:s{n}") for n in range(50)], Whose.ROOM, 20),
        ([asked(0, f"@p{n}:a", f"!r{n}:a") for n in range(500)], Whose.SERVER, 60),
        ([asked(0, f"@p{n}:s{n}", f"!r{n}:a") for n in range(500)], Whose.EVERYONE, 100),
    ],
)
def test_each_wider_limit_holds_by_itself(wants: list[Asked], whose: Whose, most: int) -> None:
    found = refusals(Flooding(LIMITS), *wants)
    assert found.count(None) == most
    assert {one.whose for one in found if one} == {whose}


def test_answers_to_questions_are_no_flood() -> None:
    """Ten fields of a form, an answer every two seconds, corrections among them."""
    flooding = Flooding(LIMITS)
    form = [asked(n * 2.0, answers=True) for n in range(30)]
    assert passing(flooding, asked(0), *form, asked(61)) == 32


def test_a_person_is_told_once_in_ten_minutes() -> None:
    flooding = Flooding(LIMITS)
    found = [refusals(flooding, asked(second))[0] for second in range(1200)]
    assert [one.told for one in found if one].count(True) == 2


def test_of_a_full_room_the_room_is_told_once() -> None:
    crowd = [asked(0, f"@p{n}:s{n}") for n in range(50)]
    found = refusals(Flooding(LIMITS), *crowd)
    assert sum(one.told for one in found if one) == 1


def test_however_many_are_over_the_limit_only_some_are_told() -> None:
    flooding = Flooding(Limits(person=Rate(1, 1)))
    crowd = [asked(0, f"@p{n}:a", f"!r{n}:a") for n in range(500)]
    found = refusals(flooding, *crowd, *crowd)
    assert sum(one is None for one in found) == 500
    assert sum(one.told for one in found if one) == 20
    assert not any(one.told for one in refusals(flooding, *crowd) if one)


def test_what_was_not_kept_does_not_count() -> None:
    flooding = Flooding(LIMITS)
    for _ in range(10):
        trial = flooding.trial()
        assert [trial.refuse(asked(0)) for _ in range(5)] == [None] * 5
    assert len(flooding) == 0


def test_the_memory_holds_ten_thousand_and_keeps_those_used_last() -> None:
    flooding = Flooding(LIMITS)
    refusals(flooding, *[asked(0)] * 6)
    for n in range(0, 30_000, 100):
        wants = [asked(n, f"@p{n + k}:s{n + k}", f"!r{n + k}:a") for k in range(50)]
        refusals(flooding, *wants)
        refusals(flooding, asked(n))
    assert len(flooding) == 10_000
    assert flooding.level((Whose.PERSON, "@anna:a")) is not None


def test_a_clock_that_was_set_back_shuts_nobody_out() -> None:
    flooding = Flooding(LIMITS)
    assert passing(flooding, *[asked(3600)] * 6) == 5
    assert passing(flooding, asked(0)) == 1


def test_without_limits_everything_passes() -> None:
    flooding = Flooding(Limits())
    assert passing(flooding, *[asked(0)] * 5000) == 5000
    assert len(flooding) == 0


@given(st.lists(st.tuples(st.floats(0, 30), st.sampled_from("abc"), st.booleans()), max_size=80))
def test_nobody_gets_more_than_the_burst_and_the_rate(
    steps: list[tuple[float, str, bool]],
) -> None:
    flooding, passed, second = Flooding(LIMITS), Counter[str](), 0.0
    for pause, name, answers in steps:
        second += pause
        want = asked(second, f"@{name}:a", answers=answers)
        if passing(flooding, want):
            passed[name] += round(want.cost * 10)
    assert all(drawn <= 50 + second / 60 * 100 + 0.01 for drawn in passed.values())
