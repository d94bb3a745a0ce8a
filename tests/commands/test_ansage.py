"""Announcements that the office sets itself, as dialogues."""

from datetime import datetime
from zoneinfo import ZoneInfo

from tests.commands.conftest import ROOMS, Talk

BERLIN = ZoneInfo("Europe/Berlin")


async def office(talk: Talk, text: str) -> str:
    return await talk.say(text, who="buero", room="office")


async def test_a_new_announcement_shows_its_next_dates_rooms_and_whole_text(talk: Talk) -> None:
    assert await office(
        talk, "!ansage neu alle 2 Wochen montags 9 Uhr: Guten Morgen,\n\nbis …"
    ) == (
        "Die Ansage #1 ist gesetzt (alle 2 Wochen am Montag um 09:00 Uhr). Sie kommt am:\n"
        "• Mo., 7. Dezember 2026, 09:00 Uhr\n"
        "• Mo., 21. Dezember 2026, 09:00 Uhr\n"
        "• Mo., 4. Januar 2027, 09:00 Uhr\n\n"
        "Sie geht an: announcements\n\n"
        "Der Text:\nGuten Morgen,\n\nbis …\n\n"
        "Beenden: !ansage stopp 1"
    )


async def test_it_goes_to_the_rooms_that_were_named_and_keeps_its_lines(talk: Talk) -> None:
    said = await office(
        talk, "!ansage neu 1.12.2026 9:00 in #Community und !office:demo: Eins\nin #zwei: drei"
    )
    assert "Sie geht an: community und office" in said
    talk.clock.now_is(datetime(2026, 12, 1, 9, tzinfo=BERLIN))
    text = "Eins\nin #zwei: drei"
    assert await talk.tick() == [(ROOMS["community"], text), (ROOMS["office"], text)]


async def test_the_english_words_do_the_same(talk: Talk) -> None:
    said = await office(talk, "!announcement new every Monday 9:00 until 14.12.2026: Good morning")
    assert said.startswith(
        "The announcement #1 is set (every Monday at 09:00 until Mon, 14 December 2026)."
    )
    assert said.count("•") == 3
    assert "next on Mon, 30 November 2026, 09:00" in await office(talk, "!announcement list")


async def test_a_stopped_announcement_comes_no_more(talk: Talk) -> None:
    assert "keine Ansage gesetzt" in await office(talk, "!ansage liste")
    await office(talk, "!ansage neu täglich 9 Uhr: Guten Morgen")
    assert await office(talk, "!ansage liste") == (
        "Eine Ansage ist gesetzt:\n"
        "• Ansage #1: „Guten Morgen“ – täglich um 09:00 Uhr,"
        " das nächste Mal Di., 24. November 2026, 09:00 Uhr\n\n"
        "Beenden: !ansage stopp NUMMER"
    )
    assert "kommt nicht mehr" in await office(talk, "!ansage stopp #1")
    assert "Eine Ansage #1 läuft nicht." in await office(talk, "!ansage stopp 1")
    assert "keine Ansage gesetzt" in await office(talk, "!ansage liste")
    talk.clock.now_is(datetime(2026, 11, 24, 9, tzinfo=BERLIN))
    assert await talk.tick() == []


async def test_many_announcements_are_shown_in_part(talk: Talk) -> None:
    for day in range(1, 18):
        await office(talk, f"!ansage neu {day}.12.2026 9:00: Türchen {day}")
    listed = await office(talk, "!ansage liste")
    assert listed.startswith("17 Ansagen sind gesetzt:")
    assert listed.count("•") == 15
    assert "Hier fehlen 2 weitere" in listed


REFUSED = (
    ("neu", "fehlt der Text"),
    ("neu 8.12.2026 10:00", "fehlt der Text"),
    ("neu irgendwann: Hallo", "„irgendwann“ verstehe ich nicht als Zeitangabe."),
    ("neu 31.2.2027 9:00: Hallo", "Den Tag „31.2.2027“ gibt es nicht."),
    ("neu 20.11.2026 9:00: Hallo", "Fr., 20. November 2026, 09:00 Uhr ist schon vorbei."),
    ("neu 8.12.2026 10:00 in #Nirgends: Hallo", "die „#Nirgends“ heißen"),
    ("neu 8.12.2026 10:00 in !fremd:example.org: Hallo", "die „!fremd:example.org“ heißen"),
    (f"neu 8.12.2026 10:00: {'ü' * 1800}", "zu lang für eine Nachricht"),
    ("stopp", "fehlt die Nummer"),
    ("stopp 7", "Eine Ansage #7 läuft nicht."),
)


async def test_what_cannot_be_is_refused_with_the_next_step(talk: Talk) -> None:
    said = [(answer, await office(talk, f"!ansage {typed}")) for typed, answer in REFUSED]
    assert [pair for pair in said if pair[0] not in pair[1]] == []
    assert "keine Ansage gesetzt" in await office(talk, "!ansage liste")


async def test_only_the_office_sets_announcements(talk: Talk) -> None:
    for command in ("neu morgen 9 Uhr: Hallo", "liste", "stopp 1"):
        assert "dem Büro vorbehalten" in await talk.say(f"!ansage {command}")


async def test_the_text_reaches_the_rooms_inert(talk: Talk) -> None:
    await office(talk, "!ansage neu 1.12.2026 9:00: <b>@room</b>\u202e & mehr")
    talk.clock.now_is(datetime(2026, 12, 1, 9, tzinfo=BERLIN))
    ((_, body),) = await talk.tick()
    assert "@room" not in body
    assert "\u202e" not in body
    assert [row.content["m.mentions"] for row in talk.out.rows] == [{}]
    assert "&lt;b&gt;" in str(talk.out.rows[0].content["formatted_body"])
