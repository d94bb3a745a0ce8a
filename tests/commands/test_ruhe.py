"""`!ruhe`: nothing unasked in calm hours; it comes afterwards, and questions are answered."""

from datetime import UTC, datetime, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.calendar import to_local
from bot.domain.dialogue.preference import Calm
from bot.domain.journal import Effect
from bot.storage import outbox
from tests.commands.conftest import PEOPLE, Talk

ZONE = "Europe/Berlin"
NIGHT = Calm(time(18), time(8))


async def waiting(talk: Talk, now: datetime) -> list[str]:
    """To whom something unsent may leave at that moment."""
    return [target for target, _ in await leaving(talk, now)]


async def leaving(talk: Talk, now: datetime) -> list[tuple[str, Effect]]:
    """The same with what it is; reactions follow the question whenever it leaves."""
    found = await talk.database.read(lambda tx: outbox.unfinished(tx, now))
    return [(row.target, row.effect) for row in found]


async def test_a_request_at_night_reaches_the_coordinator_in_the_morning(talk: Talk) -> None:
    await talk.say("!ruhe 18-8 Uhr", who="bernd", room="direct")
    evening = datetime(2026, 11, 23, 20, 0, tzinfo=UTC)
    talk.clock.now_is(evening)
    talk.keeps = True
    await talk.say("!pate anfragen 4 Wie geht das?")
    assert talk.posts == []
    assert PEOPLE["bernd"] not in await waiting(talk, datetime(2026, 11, 24, 6, 59, tzinfo=UTC))
    assert PEOPLE["bernd"] in await waiting(talk, datetime(2026, 11, 24, 7, 0, tzinfo=UTC))


async def test_what_was_held_until_a_morning_without_us_waits_for_the_next_one(talk: Talk) -> None:
    await talk.say("!ruhe 18-8 Uhr", who="bernd", room="direct")
    talk.clock.now_is(datetime(2026, 11, 23, 20, 0, tzinfo=UTC))
    talk.keeps = True
    await talk.say("!pate anfragen 4 Wie geht das?")
    night = datetime(2026, 11, 24, 21, 0, tzinfo=UTC)
    talk.clock.now_is(night)
    await talk.tick()
    assert (PEOPLE["bernd"], Effect.SEND) not in await leaving(talk, night)
    morning = datetime(2026, 11, 25, 7, 0, tzinfo=UTC)
    talk.clock.now_is(morning)
    await talk.tick()
    assert (PEOPLE["bernd"], Effect.SEND) in await leaving(talk, morning)


async def test_what_could_not_leave_before_calm_began_waits_for_its_end(talk: Talk) -> None:
    await talk.say("!ruhe 18-8 Uhr", who="bernd", room="direct")
    talk.keeps = True
    await talk.say("!pate anfragen 4 Wie geht das?")
    assert PEOPLE["bernd"] in [target for target, _ in talk.posts]
    just = datetime(2026, 11, 23, 16, 59, tzinfo=UTC)
    assert (PEOPLE["bernd"], Effect.SEND) in await leaving(talk, just)
    calm = datetime(2026, 11, 23, 17, 0, tzinfo=UTC)
    assert (PEOPLE["bernd"], Effect.SEND) not in await leaving(talk, calm)


async def test_what_becomes_of_a_held_question_is_held_with_it(talk: Talk) -> None:
    await talk.say("!ruhe 18-8 Uhr", who="bernd", room="direct")
    talk.clock.now_is(datetime(2026, 11, 23, 20, 0, tzinfo=UTC))
    talk.keeps = True
    await talk.say("!pate anfragen 4 Wie geht das?")
    await talk.say("!anfrage zurück 1")
    await talk.say("!ja")
    early = await waiting(talk, datetime(2026, 11, 24, 6, 59, tzinfo=UTC))
    late = await waiting(talk, datetime(2026, 11, 24, 7, 0, tzinfo=UTC))
    assert early.count(PEOPLE["bernd"]) == 0
    assert late.count(PEOPLE["bernd"]) > 2


async def test_questions_are_answered_in_calm_hours(talk: Talk) -> None:
    await talk.say("!ruhe 0-23 Uhr")
    assert "Das können Sie" in await talk.say("!hilfe")


async def test_calm_hours_end_when_they_are_switched_off(talk: Talk) -> None:
    await talk.say("!ruhe 0-23 Uhr", who="bernd")
    await talk.say("!ruhe aus", who="bernd")
    await talk.say("!pate anfragen 4 Wie geht das?")
    assert PEOPLE["bernd"] in [target for target, _ in talk.posts]


async def test_a_rooms_calm_hours_are_set_by_coordinators(talk: Talk) -> None:
    assert "In diesem Raum" in await talk.say("!ruhe hier 20:00 bis 7:00")
    assert "ohne „hier“" in await talk.say("!ruhe hier aus", who="mitglied")


async def test_ones_own_hours_are_asked_for_in_the_direct_chat(talk: Talk) -> None:
    assert "direkten Chat" in await talk.say("!ruhe")
    ((target, asked),) = talk.posts
    assert target == PEOPLE["anna"]
    assert "Von wann bis wann" in asked
    assert "18-8" in await talk.say("18-8", room="direct")
    assert "nichts Ungefragtes" in await talk.say("ja", room="direct")


async def test_a_rooms_hours_are_asked_for_in_the_room_and_stay_the_rooms(talk: Talk) -> None:
    assert "in diesem Raum" in await talk.say("!ruhe hier")
    await talk.reply("18-8")
    assert "In diesem Raum" in await talk.reply("ja")


@pytest.mark.parametrize("typed", ["18", "18-18", "morgens", "25-8", "18-8-9", "von bis"])
async def test_what_is_no_time_is_refused_with_an_example(talk: Talk, typed: str) -> None:
    answer = await talk.say(f"!ruhe {typed}")
    assert "zum Beispiel" in answer or "Uhrzeit" in answer


@given(st.datetimes(datetime(2020, 1, 1), datetime(2040, 1, 1)), st.times(), st.times())  # noqa: DTZ001 -- made aware below
def test_calm_is_over_at_its_end_and_never_lasts_a_day_longer(
    moment: datetime, start: time, end: time
) -> None:
    now, calm = moment.replace(tzinfo=UTC), Calm(start, end)
    over = calm.over(now, ZONE)
    if over is not None:
        assert 0 < (over - now).total_seconds() <= 25 * 3600
        assert calm.over(over, ZONE) is None or start == end


@given(st.datetimes(datetime(2020, 1, 1), datetime(2040, 1, 1)), st.times(), st.times())  # noqa: DTZ001 -- made aware below
def test_the_next_calm_begins_within_a_day_and_reigns_then(
    moment: datetime, start: time, end: time
) -> None:
    now, calm = moment.replace(tzinfo=UTC), Calm(start, end)
    begins = calm.next(now, ZONE)
    assert 0 < (begins - now).total_seconds() <= 25 * 3600
    assert calm.over(begins, ZONE) is not None


def test_calm_across_midnight_holds_before_and_after_it() -> None:
    late = datetime(2026, 11, 23, 22, 0, tzinfo=UTC)
    early = datetime(2026, 11, 24, 5, 0, tzinfo=UTC)
    noon = datetime(2026, 11, 24, 11, 0, tzinfo=UTC)
    ends = [NIGHT.over(moment, ZONE) for moment in (late, early)]
    assert [to_local(end, ZONE) if end else None for end in ends] == [
        datetime(2026, 11, 24, 8, 0),  # noqa: DTZ001 -- a wall clock's
        datetime(2026, 11, 24, 8, 0),  # noqa: DTZ001 -- a wall clock's
    ]
    assert NIGHT.over(noon, ZONE) is None
