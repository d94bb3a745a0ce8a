"""Meetings, drafts and announcements come back as they were stored."""

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from functools import partial

from bot.domain.announcement import Repeat, Rule
from bot.domain.draft import Act, Draft, Entry
from bot.domain.meeting import Meeting, MeetingState
from bot.storage import announcements, meetings
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


def draft(user_id: str, entry: Entry, made: datetime = NOW) -> Draft:
    return Draft(user_id=user_id, act=Act.CHANGE, meeting=1, entry=entry, created_at=made)


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


async def test_each_person_has_one_draft_the_newest(database: Database) -> None:
    first = draft("@a:demo", Entry(place="Bonn"))
    second = draft("@a:demo", Entry(starts_local=NINTH.starts_local, motto="", ordinal=7))
    other = draft("@b:demo", Entry(link="https://example.org"))
    for one in (first, second, other):
        await database.write(partial(meetings.keep_draft, draft=one))
    assert await database.read(lambda tx: meetings.draft_of(tx, "@a:demo")) == second
    assert await database.write(lambda tx: meetings.drop_draft(tx, "@a:demo"))
    assert not await database.write(lambda tx: meetings.drop_draft(tx, "@a:demo"))
    assert await database.read(lambda tx: meetings.draft_of(tx, "@b:demo")) == other


async def test_drafts_that_nobody_confirmed_are_forgotten(database: Database) -> None:
    for one in (draft("@a:demo", Entry(), NOW - timedelta(seconds=1)), draft("@b:demo", Entry())):
        await database.write(partial(meetings.keep_draft, draft=one))
    assert await database.write(lambda tx: meetings.forget_drafts(tx, NOW)) == 1
    assert await database.read(lambda tx: meetings.draft_of(tx, "@a:demo")) is None
    assert await database.read(lambda tx: meetings.draft_of(tx, "@b:demo")) is not None


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
