"""Meetings and announcements come back as they were stored."""

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from functools import partial

from bot.domain.plans.announcement import Repeat, Rule, occurrences_between
from bot.domain.plans.meeting import Meeting, MeetingState
from bot.domain.plans.occurrence import Reason
from bot.storage import announcements, meetings, occurrences
from bot.storage.database import Database

NOW = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
NINTH = Meeting(
    number=0,
    series="Fachtagung",
    ordinal=9,
    motto="Gemeinsam „stark“",
    starts_local=datetime(2026, 12, 8, 10, 0),  # noqa: DTZ001 -- a wall clock
    zone="Europe/Berlin",
    place="Berlin",
    link=None,
    state=MeetingState.ANNOUNCED,
    version=1,
    created_by="@buero:demo",
    created_at=NOW,
)


async def test_meetings_come_back_earliest_first(database: Database) -> None:
    later = replace(NINTH, ordinal=10, starts_local=NINTH.starts_local + timedelta(days=364))
    numbers = [await database.write(partial(meetings.add, new=one)) for one in (later, NINTH)]
    assert await database.read(meetings.every) == (
        replace(NINTH, number=numbers[1]),
        replace(later, number=numbers[0]),
    )


async def test_a_changed_meeting_takes_the_place_of_its_earlier_version(
    database: Database,
) -> None:
    number = await database.write(lambda tx: meetings.add(tx, NINTH))
    changed = replace(NINTH, number=number, place="Bonn", link="https://example.org", version=2)
    await database.write(lambda tx: meetings.change(tx, changed))
    assert await database.read(lambda tx: meetings.get(tx, number)) == changed
    assert await database.read(lambda tx: meetings.get(tx, number + 1)) is None


async def test_announcements_come_back_whole_until_they_are_stopped(database: Database) -> None:
    rule = Rule(
        repeat=Repeat.WEEKLY,
        start=date(2026, 11, 30),
        at=time(9),
        zone="Europe/Berlin",
        weeks=2,
        until=date(2027, 3, 31),
    )
    once = Rule(repeat=Repeat.ONCE, start=date(2026, 12, 1), at=time(8, 30), zone="Europe/Berlin")
    first = await database.write(
        lambda tx: announcements.add(tx, rule, "Eins\nZwei", ("!a:demo",), "@buero:demo", NOW)
    )
    second = await database.write(
        lambda tx: announcements.add(tx, once, "Drei", (), "@buero:demo", NOW)
    )
    assert (first.rule, first.text, first.rooms) == (rule, "Eins\nZwei", ("!a:demo",))
    assert await database.read(lambda tx: announcements.get(tx, second.number)) == second
    assert await database.write(lambda tx: announcements.stop(tx, first.number))
    assert not await database.write(lambda tx: announcements.stop(tx, first.number))
    stopped = await database.read(lambda tx: announcements.get(tx, first.number))
    assert stopped == replace(first, stopped=True)


async def test_a_resumed_announcement_comes_again_with_what_it_still_had_to_say(
    database: Database,
) -> None:
    rule = Rule(repeat=Repeat.DAILY, start=date(2026, 11, 24), at=time(9), zone="Europe/Berlin")
    new = await database.write(lambda tx: announcements.add(tx, rule, "Eins", (), "@a:demo", NOW))
    posts = occurrences_between(rule, new.number, NOW, NOW + timedelta(days=2))
    await database.write(lambda tx: occurrences.add(tx, posts))
    await database.write(lambda tx: occurrences.cancel(tx, [posts[0].key], Reason.REPLANNED, NOW))
    await database.write(lambda tx: announcements.stop(tx, new.number))
    await database.write(lambda tx: occurrences.stop(tx, new.number, NOW))
    assert await database.read(occurrences.planned) == ()
    await database.write(lambda tx: announcements.resume(tx, new.number))
    await database.write(lambda tx: occurrences.resume(tx, new.number))
    assert await database.read(announcements.running) == (new,)
    assert await database.read(occurrences.planned) == posts[1:]
    assert not await database.read(lambda tx: occurrences.was_sent(tx, new.number))
    await database.write(lambda tx: occurrences.enqueue(tx, posts[1].key, NOW))
    assert await database.read(lambda tx: occurrences.was_sent(tx, new.number))
