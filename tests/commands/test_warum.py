"""Every scheduled post can be asked why it came."""

from datetime import datetime
from zoneinfo import ZoneInfo

from tests.commands.conftest import ROOMS, Talk

BERLIN = ZoneInfo("Europe/Berlin")
NEWS = ROOMS["announcements"]


async def office(talk: Talk, text: str) -> str:
    return await talk.say(text, who="buero", room="office")


async def announce(talk: Talk, text: str) -> str:
    await office(talk, f"!ansage neu {text}")
    return await office(talk, "!ja")


async def posted(talk: Talk, moment: datetime) -> None:
    talk.clock.now_is(moment)
    assert [room for room, _ in await talk.tick()] == [NEWS]
    await talk.deliver()


async def last_call(talk: Talk) -> str:
    """The event id of a meeting's post."""
    await office(talk, "!tagung neu 9. Fachtagung | 8.12.2026 10:00 | Berlin")
    await office(talk, "!ja")
    await posted(talk, datetime(2026, 12, 1, 9, tzinfo=BERLIN))
    return f"$sent-p-fachtagung-9/v1/last-call-{NEWS}"


async def test_the_bare_word_in_reply_to_a_post_is_answered(talk: Talk) -> None:
    event = await last_call(talk)
    said = await talk.say("Warum?", who="gast", room="announcements", reply_to=event)
    assert said == (
        "Diese Ansage gehört zum Ansageplan: 9. Fachtagung, Schritt „letzter Aufruf“.\n\n"
        "Eingetragen hat das @buero:demo am Mo., 23. November 2026, 10:00 Uhr.\n\n"
        "Die nächste kommt am Mo., 7. Dezember 2026, 09:00 Uhr.\n\n"
        "Hier abschalten (Koordination oder Büro): !ansagen hier aus tagung"
    )


async def test_an_announcement_tells_its_rhythm(talk: Talk) -> None:
    await announce(talk, "jeden Dienstag 9 Uhr bis 1.12.2026: Guten Morgen")
    for day, following in (
        (datetime(2026, 11, 24, 9, tzinfo=BERLIN), "Die nächste kommt am Di., 1. Dezember 2026"),
        (datetime(2026, 12, 1, 9, tzinfo=BERLIN), "Danach ist keine weitere geplant."),
    ):
        await posted(talk, day)
        event = f"$sent-p-ansage-1/{day.date()}-{NEWS}"
        said = await talk.say("!warum", room="announcements", reply_to=event)
        assert said.startswith(
            "Das ist die Ansage #1 (jeden Dienstag um 09:00 Uhr bis Di., 1. Dezember 2026)."
        )
        assert following in said
        assert said.endswith("!ansagen hier aus ansage")


async def test_a_room_that_speaks_english_is_answered_in_english(talk: Talk) -> None:
    event = await last_call(talk)
    await talk.say("!sprache hier en", who="buero", room="announcements")
    said = await talk.say("Why?", room="announcements", reply_to=event)
    assert said.startswith("This announcement belongs to a plan: 9th Fachtagung, step “last call”.")
    assert said.endswith("!announcements here off meeting")


async def test_an_event_of_another_room_tells_nothing(talk: Talk) -> None:
    event = await last_call(talk)
    said = await talk.say("!warum", room="community", reply_to=event)
    assert said.startswith("Diese Nachricht kam nicht nach Plan")


async def test_without_a_reply_or_in_reply_to_an_answer_it_says_how(talk: Talk) -> None:
    assert (await talk.say("!warum")).startswith("Bitte antworten Sie auf die Ansage")
    await talk.say("!tagung")
    await talk.deliver()
    unplanned = await talk.say("warum", reply_to="$sent-r-$event2")
    assert unplanned.startswith("Diese Nachricht kam nicht nach Plan")


async def test_after_forgetting_the_content_the_reason_is_still_known(talk: Talk) -> None:
    event = await last_call(talk)
    talk.clock.now_is(datetime(2027, 2, 1, 9, tzinfo=BERLIN))
    await talk.tick()
    said = await talk.say("Warum?", room="announcements", reply_to=event)
    assert said.startswith("Diese Ansage gehört zum Ansageplan: 9. Fachtagung")
    assert "Danach ist keine weitere geplant." in said


async def test_from_a_post_and_from_its_reason_one_goes_on_without_a_number(talk: Talk) -> None:
    event = await last_call(talk)
    draft = await talk.say("!absagen", who="buero", room="announcements", reply_to=event)
    assert draft.startswith("Entwurf einer Absage: 9. Fachtagung.")
    await talk.say("Warum?", who="buero", room="announcements", reply_to=event)
    change = await talk.reply("!tagung ändern Ort: Bonn", who="buero", room="announcements")
    assert change.startswith("Entwurf einer Änderung: 9. Fachtagung.")


async def test_a_reply_to_an_announcement_in_a_room_stops_it(talk: Talk) -> None:
    await announce(talk, "täglich 9 Uhr: Guten Morgen")
    await posted(talk, datetime(2026, 11, 24, 9, tzinfo=BERLIN))
    event = f"$sent-p-ansage-1/2026-11-24-{NEWS}"
    draft = await talk.say("!stopp", who="buero", room="announcements", reply_to=event)
    assert draft.startswith("Die Ansage #1 beenden?")
