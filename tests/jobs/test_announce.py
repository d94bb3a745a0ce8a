"""The schedule through the real parts: what comes, when, where, and how often."""

from collections import Counter
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from bot.storage import occurrences
from bot.storage.database import Database
from bot.storage.sqlite import Sqlite
from tests.commands.conftest import ROOMS, Collector, Talk, build

BERLIN = ZoneInfo("Europe/Berlin")
NEWS, COMMUNITY, OFFICE = ROOMS["announcements"], ROOMS["community"], ROOMS["office"]
MEETING = "9. Fachtagung | Gemeinsam stark | 26.10.2027 10:00 | Berlin | https://example.org/p"


async def enter(talk: Talk, text: str = MEETING) -> None:
    await office(talk, f"!tagung neu {text}")
    assert "eingetragen" in await office(talk, "!ja")


async def office(talk: Talk, text: str) -> str:
    return await talk.say(text, who="buero", room="office")


async def announce(talk: Talk, text: str) -> str:
    await office(talk, f"!ansage neu {text}")
    return await office(talk, "!ja")


def local(day: str, clock: str = "09:00") -> datetime:
    return datetime.combine(date.fromisoformat(day), time.fromisoformat(clock), BERLIN)


async def at(talk: Talk, moment: datetime) -> list[tuple[str, str]]:
    talk.clock.now_is(moment.astimezone(UTC))
    return await talk.tick()


async def reopened(talk: Talk, folder: Path) -> Talk:
    """The same database under new parts, as after a crash."""
    database = Database(Sqlite(folder / "lotse.db"))
    await database.open()
    out = Collector()
    return Talk(await build(database, talk.clock, out), database, talk.clock, out)


async def test_in_a_year_with_restarts_every_promise_comes_once_to_each_room(
    talk: Talk, tmp_path: Path
) -> None:
    await enter(talk)
    await talk.say("!ansagen hier an tagung", room="community")
    await announce(talk, "jeden Sonntag 2:30 in #office: Guten Morgen")
    sent: list[tuple[str, str, datetime]] = []
    first = talk
    while due := await talk.core.services.announcing.next_due(talk.clock.now()):
        if due > datetime(2027, 11, 23, tzinfo=UTC):
            break
        talk.clock.now_is(due - timedelta(milliseconds=1))
        assert await talk.tick() == []
        talk.clock.now_is(due)
        await talk.tick()
        sent += [(row.cause, row.target, due) for row in talk.out.rows]
        assert await talk.tick() == []
        if len(sent) % 9 == 0:
            again = await reopened(talk, tmp_path)
            if talk is not first:
                await talk.database.close()
            talk = again
    await talk.database.close()
    assert Counter((cause, room) for cause, room, _ in sent).most_common(1)[0][1] == 1
    steps = [
        ("save-the-date", "2027-04-26"),
        ("programme", "2027-08-31"),
        ("sign-up", "2027-10-05"),
        ("last-call", "2027-10-19"),
        ("day-before", "2027-10-25"),
        ("thanks", "2027-10-27"),
    ]
    assert [
        (f"fachtagung-9/v1/{step}", room, local(day))
        for step, day in steps
        for room in sorted((NEWS, COMMUNITY))
    ] == sorted((entry for entry in sent if "fachtagung" in entry[0]), key=lambda e: (e[2], e[1]))
    sundays = [due for cause, _, due in sent if cause.startswith("ansage-1/")]
    assert len(sundays) == 52
    assert datetime(2027, 3, 28, 1, 30, tzinfo=UTC) in sundays  # the gap: 03:30 CEST
    assert datetime(2027, 10, 31, 0, 30, tzinfo=UTC) in sundays  # the fold: its first 02:30
    assert all(room == OFFICE for cause, room, _ in sent if cause.startswith("ansage-1/"))


async def test_a_step_says_what_people_need_to_know(talk: Talk) -> None:
    await enter(talk)
    ((room, text),) = await at(talk, local("2027-04-26"))
    assert room == NEWS
    assert text == (
        "9. Fachtagung: Bitte merken Sie sich den Termin vor.\n"
        "• Motto: Gemeinsam stark\n"
        "• Termin: Di., 26. Oktober 2027, 10:00 Uhr\n"
        "• Ort: Berlin\n"
        "• Programm: https://example.org/p"
    )


async def test_a_post_that_comes_late_says_so(talk: Talk) -> None:
    await enter(talk)
    ((room, text),) = await at(talk, local("2027-04-26", "12:05"))
    assert room == NEWS
    assert text.endswith("Diese Ansage kommt 3 Stunden zu spät; bitte entschuldigen Sie.")


async def test_late_on_the_day_itself_the_day_before_says_today(talk: Talk) -> None:
    await enter(talk)
    await at(talk, local("2027-10-19"))
    ((_, text),) = await at(talk, local("2027-10-26", "08:00"))
    assert text.startswith("Heute ist es so weit: 9. Fachtagung.")


async def test_after_ten_days_off_the_office_gets_one_list_and_the_rooms_no_heap(
    talk: Talk,
) -> None:
    await enter(talk)
    await announce(talk, "täglich 8:00 bis 20.10.2027: Guten Morgen")
    await at(talk, local("2027-10-18"))
    posts = await at(talk, local("2027-10-29"))
    assert sorted((room for room, _ in posts), key=lambda r: r != OFFICE) == [OFFICE, NEWS]
    told = dict(posts)
    assert "Vielen Dank" in told[NEWS]
    assert told[OFFICE].startswith("4 Ansagen habe ich ausgelassen:")
    assert "9. Fachtagung, letzter Aufruf – fällig war sie Di., 19. Oktober 2027" in told[OFFICE]
    assert await at(talk, local("2027-10-29", "09:01")) == []


async def test_of_a_missed_repetition_only_the_newest_comes(talk: Talk) -> None:
    await announce(talk, "täglich 8:00: Guten Morgen")
    posts = await at(talk, local("2026-11-27", "08:05"))
    assert [post for post in posts if post[0] == NEWS] == [(NEWS, "Guten Morgen")]
    ((_, listed),) = [post for post in posts if post[0] == OFFICE]
    assert listed.startswith("3 Ansagen habe ich ausgelassen:")
    assert "eine neuere derselben Ansage war auch schon fällig" in listed
    assert await at(talk, local("2026-11-28", "08:00")) == [(NEWS, "Guten Morgen")]


async def test_a_changed_date_lays_the_plan_anew_and_corrects_once(talk: Talk) -> None:
    await enter(talk)
    await at(talk, local("2027-04-26"))
    await talk.say("!ansagen hier an tagung", room="community")
    shown = await office(talk, "!tagung ändern Termin: 2.11.2027 10:00")
    assert "Wer schon von der Tagung gehört hat, bekommt gleich eine Berichtigung." in shown
    assert await talk.tick() == []
    await office(talk, "!ja")
    ((room, text),) = await talk.tick()
    assert room == NEWS
    assert text.startswith("9. Fachtagung: Bitte beachten Sie die Änderung.\n\nNeu ist: Termin.")
    assert "Termin: Di., 2. November 2027, 10:00 Uhr" in text
    # Six months before the new date: the correction of four days ago said so.
    assert await at(talk, local("2027-04-30")) == []
    assert await at(talk, local("2027-08-31")) == []  # the old plan's programme
    assert sorted(room for room, _ in await at(talk, local("2027-09-07"))) == [NEWS, COMMUNITY]


async def test_two_changes_before_the_next_look_make_one_correction_of_both(talk: Talk) -> None:
    await enter(talk)
    await at(talk, local("2027-04-26"))
    for change in ("Ort: Bonn", "Motto: Weiter so"):
        await office(talk, f"!tagung ändern {change}")
        await office(talk, "!ja")
    ((_, text),) = await talk.tick()
    assert "Neu ist: Motto und Ort." in text


async def test_a_cancelled_meeting_is_heard_of_once_more_and_never_again(talk: Talk) -> None:
    await enter(talk)
    await at(talk, local("2027-04-26"))
    await office(talk, "!tagung absagen")
    await office(talk, "!ja")
    ((room, text),) = await talk.tick()
    assert (room, text.startswith("9. Fachtagung ist abgesagt.")) == (NEWS, True)
    assert None is await talk.core.services.announcing.next_due(talk.clock.now())
    assert await at(talk, local("2027-08-31")) == []


async def test_nobody_is_told_of_a_cancellation_who_never_heard_of_the_meeting(talk: Talk) -> None:
    await enter(talk)
    await office(talk, "!tagung absagen")
    await office(talk, "!ja")
    assert await talk.tick() == []


async def test_a_room_that_switched_a_kind_off_hears_no_more_of_it_not_even_corrections(
    talk: Talk,
) -> None:
    await enter(talk)
    await talk.say("!ansagen hier an", room="community")
    await at(talk, local("2027-04-26"))
    await talk.say("!ansagen hier aus tagung", room="community")
    await office(talk, "!tagung ändern Ort: Bonn")
    await office(talk, "!ja")
    assert [room for room, _ in await talk.tick()] == [NEWS]
    assert [room for room, _ in await at(talk, local("2027-08-31"))] == [NEWS]
    await announce(talk, "1.9.2027 9:00: Guten Morgen")
    assert {NEWS, COMMUNITY} == {room for room, _ in await at(talk, local("2027-09-01"))}


async def test_what_no_room_hears_is_shown_to_the_office(talk: Talk) -> None:
    await enter(talk)
    await talk.say("!ansagen hier aus", room="announcements")
    ((room, text),) = await at(talk, local("2027-04-26"))
    assert room == OFFICE
    assert text.startswith("Das hätte ich jetzt angesagt (9. Fachtagung, Termin vormerken)")
    assert "Termin: Di., 26. Oktober 2027, 10:00 Uhr" in text


async def test_planned_posts_follow_new_time_zone_rules(talk: Talk) -> None:
    await enter(talk)
    announcing = talk.core.services.announcing
    (promise, *_) = await announcing.planned()
    hour = timedelta(hours=1)
    old = replace(promise.post, due_utc=promise.post.due_utc + hour)
    await talk.database.write(lambda tx: occurrences.move(tx, [old]))
    assert local("2027-04-26", "10:00") == await announcing.next_due(talk.clock.now())
    await talk.database.write(announcing.recompute)
    assert local("2027-04-26") == await announcing.next_due(talk.clock.now())


@pytest.mark.parametrize("missed", [timedelta(0), timedelta(hours=23)])
async def test_an_announcement_for_once_comes_once(talk: Talk, missed: timedelta) -> None:
    await announce(talk, "1.12.2026 9:00: Zeile eins\nZeile zwei")
    ((room, text),) = await at(talk, local("2026-12-01") + missed)
    assert (room, text.startswith("Zeile eins\nZeile zwei")) == (NEWS, True)
    assert await at(talk, local("2026-12-09")) == []


async def test_what_became_due_just_after_the_look_is_still_woken_for(talk: Talk) -> None:
    await enter(talk)
    due = local("2027-04-26")
    assert await at(talk, due - timedelta(milliseconds=1)) == []
    asked_at = (due + timedelta(milliseconds=1)).astimezone(UTC)
    assert due == await talk.core.services.announcing.next_due(asked_at)
