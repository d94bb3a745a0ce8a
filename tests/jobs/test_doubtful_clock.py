"""A clock that may be wrong sends nothing and skips nothing; the office hears of it once."""

from datetime import UTC, datetime, timedelta
from functools import partial

import pytest

from bot.domain.clock import ClockVerdict
from bot.domain.plans.occurrence import Reason
from bot.domain.plans.promise import Found
from bot.services.announcing import Announcing
from bot.services.timing import Timing, boot_time
from tests.commands.conftest import ROOMS, Talk

START = datetime(2026, 12, 1, 8, 0, tzinfo=UTC)
DAY = timedelta(days=1)


class Machine:
    """A machine's running time, moved by hand."""

    def __init__(self) -> None:
        self.running = timedelta(hours=5)

    def __call__(self) -> timedelta:
        return self.running


@pytest.fixture
def machine() -> Machine:
    return Machine()


async def look(talk: Talk, timing: Timing, now: datetime) -> Found:
    announcing = Announcing(talk.database, talk.core.services.hosting, timing=timing)
    return await talk.database.write(lambda tx: announcing.due(tx, now))


async def test_a_due_post_waits_until_the_homeserver_agrees_with_the_clock(
    talk: Talk, machine: Machine
) -> None:
    await talk.say("!ansage neu 1.12.2026 9:00: Guten Morgen", who="buero", room="office")
    await talk.say("!ja", who="buero", room="office")
    timing = Timing(machine)
    assert (await look(talk, timing, START)).postings == ()
    timing.server_says(START - DAY)
    assert (await look(talk, timing, START)).postings == ()
    timing.server_says(START)
    assert [(ROOMS["announcements"],)] == [
        tuple(p.rooms) for p in (await look(talk, timing, START)).postings
    ]


async def test_the_office_is_told_once_of_each_doubt(talk: Talk, machine: Machine) -> None:
    timing = Timing(machine)
    announcing = Announcing(talk.database, talk.core.services.hosting, timing=timing)

    async def doubt() -> datetime | None:
        return (await talk.database.write(lambda tx: announcing.due(tx, START))).doubt

    assert None is await doubt()  # before the homeserver's first answer there is nothing to say
    timing.server_says(START - DAY)
    assert await doubt() == START - DAY
    assert None is await doubt()
    timing.server_says(START)
    assert None is await doubt()
    timing.server_says(START + DAY)
    assert await doubt() == START + DAY


async def test_that_no_answer_ever_says_the_time_is_told_once(talk: Talk, machine: Machine) -> None:
    timing = Timing(machine)
    announcing = Announcing(talk.database, talk.core.services.hosting, timing=timing)
    told = []
    for _ in range(40):  # twenty minutes
        found = await talk.database.write(lambda tx: announcing.due(tx, START))
        told.append(found.blind)
        machine.running += timedelta(seconds=30)
    assert told.index(True) == 20
    assert told.count(True) == 1


JUMPS = {
    "an hour ahead": timedelta(hours=1),
    "a day ahead": DAY,
    "an hour back": timedelta(hours=-1),
    "a day back": -DAY,
    "to 1970": datetime(1970, 1, 1, tzinfo=UTC) - START,
}


@pytest.mark.parametrize("jump", JUMPS.values(), ids=JUMPS.keys())
async def test_a_clock_that_jumps_and_comes_back_posts_each_promise_once(
    talk: Talk, machine: Machine, jump: timedelta
) -> None:
    """Hourly posts of a day; in the middle the clock is wrong for two hours."""
    for hour in range(24):
        text = f"!ansage neu 2.12.2026 {hour}:00: Stunde {hour}"
        await talk.say(text, who="buero", room="office")
        await talk.say("!ja", who="buero", room="office")
    timing = Timing(machine)
    announcing = Announcing(talk.database, talk.core.services.hosting, timing=timing)
    begin = datetime(2026, 12, 1, 22, 30, tzinfo=UTC)
    posted: dict[str, list[int]] = {}
    doubts = 0
    for look in range(26 * 12):
        real = begin + timedelta(minutes=5) * look
        wrong = 120 <= look < 144
        timing.server_says(real)
        now = real + jump if wrong else real
        found = await talk.database.write(partial(announcing.due, now=now))
        doubts += found.doubt is not None
        assert not (wrong and found.postings)
        for posting in found.postings:
            posted.setdefault(posting.promise.post.key, []).append(look)
        assert found.skipped == ()
        machine.running += timedelta(minutes=5)
    assert doubts == 1
    assert len(posted) == 24
    assert all(len(looks) == 1 for looks in posted.values())


async def test_of_a_machine_that_slept_the_night_the_office_gets_one_list(
    talk: Talk, machine: Machine
) -> None:
    await talk.say("!ansage neu täglich 9 Uhr: Guten Morgen", who="buero", room="office")
    await talk.say("!ja", who="buero", room="office")
    timing = Timing(machine)
    announcing = Announcing(talk.database, talk.core.services.hosting, timing=timing)
    timing.server_says(START)
    await talk.database.write(lambda tx: announcing.due(tx, START))
    slept = timedelta(days=5, hours=9)
    machine.running += slept
    found = await talk.database.write(lambda tx: announcing.due(tx, START + slept))
    assert [p.promise.post.key for p in found.postings] == ["ansage-1/2026-12-06"]
    assert [one.promise.post.reason for one in found.skipped] == [Reason.SUPERSEDED] * 4
    assert found.doubt is None


def test_a_machine_that_slept_catches_up_without_asking(machine: Machine) -> None:
    timing = Timing(machine)
    timing.server_says(START)
    assert ClockVerdict.CATCH_UP is timing.check(START)
    assert ClockVerdict.OK is timing.check(START)
    machine.running += timedelta(hours=9)
    late = START + timedelta(hours=9)
    assert ClockVerdict.CATCH_UP is timing.check(late)


def test_a_clock_that_jumps_between_two_looks_is_not_believed(machine: Machine) -> None:
    timing = Timing(machine)
    timing.server_says(START)
    timing.check(START)
    assert ClockVerdict.HOLD is timing.check(START + DAY)
    assert ClockVerdict.OK is timing.check(START)


def test_a_start_without_the_homeserver_is_not_believed(machine: Machine) -> None:
    timing = Timing(machine)
    assert timing.check(START) is ClockVerdict.HOLD
    timing.server_says(START)
    assert timing.check(START) is ClockVerdict.CATCH_UP


def test_the_real_running_time_only_grows() -> None:
    assert timedelta(0) < boot_time() <= boot_time()
