"""What was due in time, but could not leave: decided anew by the clock, once for each room."""

from datetime import UTC, datetime, timedelta

import pytest

from bot.domain.journal import OutboxRow, OutboxState
from bot.services.timing import Timing
from bot.storage import outbox
from bot.storage.database import Transaction
from tests.commands.conftest import ROOMS, Talk

NEWS, COMMUNITY, OFFICE = ROOMS["announcements"], ROOMS["community"], ROOMS["office"]
DUE = datetime(2026, 12, 1, 8, 0, tzinfo=UTC)
HOUR, MINUTE = timedelta(hours=1), timedelta(minutes=1)
SORRY = "Diese Ansage kommt {} zu spät; bitte entschuldigen Sie."
KEY = "p-ansage-1/2026-12-01-{}"


async def announce(talk: Talk, rule: str = "1.12.2026 9:00") -> None:
    for text in (f"!ansage neu {rule}: Guten Morgen", "!ja"):
        await talk.say(text, who="buero", room="office")


async def at(talk: Talk, moment: datetime) -> list[tuple[str, str]]:
    talk.clock.now_is(moment)
    return await talk.tick()


async def stored(talk: Talk, room: str = NEWS) -> OutboxRow:
    row = await talk.database.read(lambda tx: outbox.by_key(tx, KEY.format(room)))
    assert row is not None
    return row


async def held_up(talk: Talk) -> OutboxRow:
    """A post that was stored in time, and nothing that is stored leaves."""
    await announce(talk)
    talk.keeps = True
    assert [room for room, _ in await at(talk, DUE)] == [NEWS]
    return await stored(talk)


async def sent(talk: Talk, room: str) -> None:
    row, now = await stored(talk, room), talk.clock.now()
    await talk.database.write(lambda tx: outbox.mark_sent(tx, row.seq, f"$sent-{row.key}", now))


async def test_within_ten_minutes_it_stays_as_it_is(talk: Talk) -> None:
    before = await held_up(talk)
    assert await at(talk, DUE + 9 * MINUTE) == []
    assert before == await stored(talk)


async def test_later_it_says_how_late_it_is_under_the_same_key(talk: Talk) -> None:
    before = await held_up(talk)
    ((room, text),) = await at(talk, DUE + 3 * HOUR)
    assert (room, text) == (NEWS, "Guten Morgen\n\n" + SORRY.format("3 Stunden"))
    ((_, text),) = await at(talk, DUE + 5 * HOUR)
    assert text.endswith(SORRY.format("5 Stunden"))
    after = await stored(talk)
    assert (before.seq, before.key) == (after.seq, after.key)


async def test_beyond_its_limit_it_never_leaves_and_the_office_is_told_once(talk: Talk) -> None:
    await held_up(talk)
    ((room, text),) = await at(talk, DUE + 25 * HOUR)
    assert room == OFFICE
    assert text.startswith("Eine Ansage habe ich ausgelassen:")
    assert "fällig war sie Di., 1. Dezember 2026, 09:00 Uhr; sie käme zu spät" in text
    assert OutboxState.DEAD is (await stored(talk)).state
    assert await at(talk, DUE + 26 * HOUR) == []


async def test_of_several_that_are_held_up_the_office_gets_one_list(talk: Talk) -> None:
    for _ in range(3):
        await announce(talk)
    talk.keeps = True
    assert [room for room, _ in await at(talk, DUE)] == [NEWS] * 3
    ((room, text),) = await at(talk, DUE + 25 * HOUR)
    assert (room, text.splitlines()[0]) == (OFFICE, "3 Ansagen habe ich ausgelassen:")


async def test_of_a_repetition_that_is_held_up_only_the_newest_comes(talk: Talk) -> None:
    await announce(talk, "täglich 9:00")
    talk.keeps = True
    await at(talk, DUE)
    posts = await at(talk, DUE + 26 * HOUR)
    told = dict(posts)
    assert sorted(told) == sorted((NEWS, OFFICE))
    assert told[NEWS].endswith(SORRY.format("2 Stunden"))
    assert "eine neuere derselben Ansage" in told[OFFICE]


async def test_who_has_heard_it_hears_it_no_second_time(talk: Talk) -> None:
    await talk.say("!ansagen hier an ansage")
    await held_up_in_one(talk)
    assert [room for room, _ in await at(talk, DUE + 3 * HOUR)] == [NEWS]
    assert OutboxState.SENT is (await stored(talk, COMMUNITY)).state


async def held_up_in_one(talk: Talk) -> None:
    await announce(talk)
    talk.keeps = True
    assert {NEWS, COMMUNITY} == {room for room, _ in await at(talk, DUE)}
    await sent(talk, COMMUNITY)


async def test_the_office_is_told_where_it_was_left_out_if_others_have_heard_it(
    talk: Talk,
) -> None:
    await talk.say("!ansagen hier an ansage")
    await held_up_in_one(talk)
    ((room, text),) = await at(talk, DUE + 25 * HOUR)
    assert room == OFFICE
    assert ", in announcements – fällig war sie" in text


async def test_each_room_in_which_it_is_left_out_is_told_of_whenever_that_is(talk: Talk) -> None:
    await talk.say("!ansagen hier an ansage")
    await talk.say("!ansagen hier an ansage", who="buero", room="office")
    await talk.say("!ruhe hier 8-12 Uhr")
    await announce(talk)
    talk.keeps = True
    await at(talk, DUE)
    await sent(talk, NEWS)
    told = []
    for hours in (25, 27):
        told += [text for _, text in await at(talk, DUE + hours * HOUR)]
    assert [", in office" in text for text in told] == [True, False]
    assert [", in community" in text for text in told] == [False, True]


async def test_who_listens_since_then_does_not_hear_what_others_hear_late(talk: Talk) -> None:
    await held_up(talk)
    await talk.say("!ansagen hier an ansage")
    assert [room for room, _ in await at(talk, DUE + 3 * HOUR)] == [NEWS]


async def test_who_does_not_want_it_any_more_does_not_get_it_late(talk: Talk) -> None:
    await talk.say("!ansagen hier an ansage")
    await announce(talk)
    talk.keeps = True
    await at(talk, DUE)
    await talk.say("!ansagen hier aus ansage")
    assert [room for room, _ in await at(talk, DUE + 3 * HOUR)] == [NEWS]
    assert OutboxState.DEAD is (await stored(talk, COMMUNITY)).state


@pytest.mark.parametrize("state", [OutboxState.SENDING, OutboxState.NEW])
async def test_what_may_have_left_or_is_on_its_way_is_not_touched(
    talk: Talk, state: OutboxState
) -> None:
    before = await held_up(talk)
    if state is OutboxState.SENDING:
        await talk.database.write(lambda tx: outbox.mark_sending(tx, [before.seq], "D", DUE))
        before = await stored(talk)
    else:
        talk.out.held.add(before.key)
    assert await at(talk, DUE + 25 * HOUR) == []
    assert before == await stored(talk)


async def test_it_waits_until_the_clock_is_believed(talk: Talk) -> None:
    before = await held_up(talk)
    announcing = talk.core.services.announcing
    announcing._timing = Timing(lambda: timedelta(days=3))
    assert await at(talk, DUE + 25 * HOUR) == []
    announcing._timing = None
    assert before == await stored(talk)


@pytest.mark.parametrize(
    ("change", "news", "why"),
    [
        ("absagen", "9. Fachtagung ist abgesagt.", "die Tagung ist abgesagt"),
        ("ändern Termin: 2.11.2027 10:00", "Bitte beachten Sie die Änderung", "hat sich geändert"),
    ],
)
async def test_what_is_not_true_any_more_is_not_said_late(
    talk: Talk, change: str, news: str, why: str
) -> None:
    meeting = "9. Fachtagung | Gemeinsam stark | 26.10.2027 10:00 | Berlin"
    for text in (f"!tagung neu {meeting}", "!ja"):
        await talk.say(text, who="buero", room="office")
    due = datetime(2027, 10, 25, 7, 0, tzinfo=UTC)
    await at(talk, due - timedelta(days=6))
    talk.keeps = True
    assert "Morgen ist es so weit" in dict(await at(talk, due))[NEWS]
    for text in (f"!tagung {change}", "!ja"):
        await talk.say(text, who="buero", room="office")
    told = dict(await at(talk, due + HOUR))
    assert news in told[NEWS]
    assert why in told[OFFICE]


async def test_a_rooms_calm_hours_make_nothing_late(talk: Talk) -> None:
    await talk.say("!ansagen hier an ansage")
    await talk.say("!ruhe hier 8-12 Uhr")
    await announce(talk)
    talk.keeps = True
    await at(talk, DUE)
    noon = DUE + 3 * HOUR
    assert [room for room, _ in await at(talk, noon)] == [NEWS]
    row = await stored(talk, COMMUNITY)
    assert row.content["body"] == "Guten Morgen"
    assert [row.may_leave(moment) for moment in (noon - MINUTE, noon)] == [False, True]


async def test_after_calm_hours_without_us_it_comes_late_or_never(talk: Talk) -> None:
    await talk.say("!ansagen hier an ansage")
    await talk.say("!ruhe hier 8-12 Uhr")
    await announce(talk)
    talk.keeps = True
    await at(talk, DUE)
    await sent(talk, NEWS)
    ((room, text),) = await at(talk, DUE + 5 * HOUR)
    assert (room, text.endswith(SORRY.format("5 Stunden"))) == (COMMUNITY, True)
    # In its next calm nothing is decided, and after it, it is too late.
    assert await at(talk, DUE + 24 * HOUR) == []
    ((room, text),) = await at(talk, DUE + 27 * HOUR)
    assert (room, ", in community" in text) == (OFFICE, True)


async def test_what_no_room_hears_is_shown_to_the_office_late(talk: Talk) -> None:
    await talk.say("!ansagen hier aus ansage", who="buero", room="announcements")
    await announce(talk)
    talk.keeps = True
    await at(talk, DUE)
    ((room, text),) = await at(talk, DUE + 3 * HOUR)
    assert room == OFFICE
    assert text.startswith("Das hätte ich jetzt angesagt")
    assert text.endswith(SORRY.format("3 Stunden"))


async def test_the_office_is_told_in_the_morning_what_was_left_out(talk: Talk) -> None:
    await talk.say("!ruhe hier 18-8 Uhr", who="buero", room="office")
    await held_up(talk)
    night = DUE + 35 * HOUR
    await at(talk, night)
    (row,) = await talk.database.read(listed)
    assert [row.may_leave(moment) for moment in (night, night + 13 * HOUR)] == [False, True]


def listed(tx: Transaction) -> list[OutboxRow]:
    return [row for row in outbox.unfinished(tx) if row.cause.startswith("skipped/")]
