"""Announcements that the office sets itself, as dialogues."""

from datetime import datetime
from zoneinfo import ZoneInfo

from tests.commands.conftest import ROOMS, Talk

BERLIN = ZoneInfo("Europe/Berlin")


async def office(talk: Talk, text: str) -> str:
    return await talk.say(text, who="buero", room="office")


async def announce(talk: Talk, text: str) -> str:
    await office(talk, f"!ansage neu {text}")
    return await office(talk, "!ja")


CONTENT = (
    "• Mo., 7. Dezember 2026, 09:00 Uhr\n"
    "• Mo., 21. Dezember 2026, 09:00 Uhr\n"
    "• Mo., 4. Januar 2027, 09:00 Uhr\n"
    "• … und so weiter\n\n"
    "Sie geht an: announcements\n\n"
    "Der Text:\nGuten Morgen,\n\nbis …\n\n"
)


async def test_a_new_announcement_shows_its_moments_rooms_and_whole_text_before_it_counts(
    talk: Talk,
) -> None:
    typed = "!ansage neu alle 2 Wochen montags 9 Uhr: Guten Morgen,\n\nbis …"
    assert await office(talk, typed) == (
        "Entwurf einer Ansage (alle 2 Wochen am Montag um 09:00 Uhr). Noch gilt nichts davon."
        f" Sie käme am:\n{CONTENT}"
        "Zur Wahl stehen ✅ Ja und ❌ Nein. Tippen Sie auf ein Zeichen, oder antworten Sie auf"
        " diese Nachricht mit dem Wort."
    )
    asked = f"$sent-{talk.key}"
    assert "keine Ansage gesetzt" in await office(talk, "!ansage liste")
    assert await talk.react("✅", who="buero", room="office", to=asked) == (
        "Die Ansage #1 ist gesetzt (alle 2 Wochen am Montag um 09:00 Uhr)."
        f" Sie kommt am:\n{CONTENT}"
        "Beenden: !ansage stopp 1"
    )


async def test_it_goes_to_the_rooms_that_were_named_and_keeps_its_lines(talk: Talk) -> None:
    said = await announce(
        talk, "1.12.2026 9:00 in #Community und !office:demo: Eins\nin #zwei: drei"
    )
    assert "Sie geht an: community und office" in said
    talk.clock.now_is(datetime(2026, 12, 1, 9, tzinfo=BERLIN))
    text = "Eins\nin #zwei: drei"
    assert await talk.tick() == [(ROOMS["community"], text), (ROOMS["office"], text)]


async def test_the_english_words_do_the_same(talk: Talk) -> None:
    await office(talk, "!announcement new every Monday 9:00 until 14.12.2026: Good morning")
    said = await office(talk, "!yes")
    assert said.startswith(
        "The announcement #1 is set (every Monday at 09:00 until Mon, 14 December 2026)."
    )
    assert said.count("•") == 3
    assert "next on Mon, 30 November 2026, 09:00" in await office(talk, "!announcement list")


async def test_a_stopped_announcement_comes_no_more(talk: Talk) -> None:
    assert "keine Ansage gesetzt" in await office(talk, "!ansage liste")
    await announce(talk, "täglich 9 Uhr: Guten Morgen")
    assert await office(talk, "!ansage liste") == (
        "Eine Ansage ist gesetzt:\n"
        "• Ansage #1: „Guten Morgen“ – täglich um 09:00 Uhr,"
        " das nächste Mal Di., 24. November 2026, 09:00 Uhr\n\n"
        "Beenden: !ansage stopp NUMMER"
    )
    draft = await office(talk, "!ansage stopp #1")
    assert draft.startswith(
        "Die Ansage #1 beenden? Bisher kommt sie täglich um 09:00 Uhr. Diese Termine entfielen:\n"
        "• Di., 24. November 2026, 09:00 Uhr\n"
    )
    assert "Eine Ansage ist gesetzt" in await office(talk, "!ansage liste")
    assert "kommt nicht mehr" in await office(talk, "!ja")
    assert "Eine Ansage #1 läuft nicht." in await office(talk, "!ansage stopp 1")
    assert "keine Ansage gesetzt" in await office(talk, "!ansage liste")
    talk.clock.now_is(datetime(2026, 11, 24, 9, tzinfo=BERLIN))
    assert await talk.tick() == []


async def test_many_announcements_are_shown_page_by_page(talk: Talk) -> None:
    for day in range(1, 18):
        await announce(talk, f"{day}.12.2026 9:00: Türchen {day}")
    listed = await office(talk, "!ansage liste")
    assert listed.startswith("17 Ansagen sind gesetzt:")
    assert listed.count("•") == 15
    assert "▶️ Mehr" in listed
    more = await talk.react("▶️", who="buero", room="office")
    assert more.count("•") == 2
    assert "Türchen 17" in more
    assert "Mehr" not in more
    assert more == await office(talk, "!announcement list page 2") or "Türchen 17" in talk.html
    assert "Seite 3" in await office(talk, "!ansage liste Seite 3")


REFUSED = (
    ("neu morgen 9 Uhr Bitte anmelden", "fehlt der Doppelpunkt"),
    ("neu irgendwann: Hallo", "„irgendwann“ verstehe ich nicht als Zeitangabe."),
    ("neu 31.2.2027 9:00: Hallo", "Den Tag „31.2.2027“ gibt es nicht."),
    ("neu 20.11.2026 9:00: Hallo", "Fr., 20. November 2026, 09:00 Uhr ist schon vorbei."),
    ("neu 8.12.2026 10:00 in #Nirgends: Hallo", "Den Raum „#Nirgends“ finde ich nicht"),
    (
        "neu 8.12.2026 10:00 in !fremd:example.org: Hallo",
        "Den Raum „!fremd:example.org“ finde ich nicht",
    ),
    (f"neu 8.12.2026 10:00: {'ü' * 1800}", "zu lang für eine Nachricht"),
    ("stopp 7", "Eine Ansage #7 läuft nicht."),
)


async def test_what_cannot_be_is_refused_with_the_next_step(talk: Talk) -> None:
    said = [(answer, await office(talk, f"!ansage {typed}")) for typed, answer in REFUSED]
    assert [pair for pair in said if pair[0] not in pair[1]] == []
    assert "keine Ansage gesetzt" in await office(talk, "!ansage liste")


async def test_only_the_office_sets_announcements(talk: Talk) -> None:
    for command in ("neu morgen 9 Uhr: Hallo", "neu", "liste", "stopp", "stopp 1"):
        assert "dem Büro vorbehalten" in await talk.say(f"!ansage {command}")


async def test_the_text_reaches_the_rooms_inert(talk: Talk) -> None:
    await announce(talk, "1.12.2026 9:00: <b>@room</b>\u202e & mehr")
    talk.clock.now_is(datetime(2026, 12, 1, 9, tzinfo=BERLIN))
    ((_, body),) = await talk.tick()
    assert "@room" not in body
    assert "\u202e" not in body
    assert [row.content["m.mentions"] for row in talk.out.rows] == [{}]
    assert "&lt;b&gt;" in str(talk.out.rows[0].content["formatted_body"])


async def test_a_form_asks_when_and_what(talk: Talk) -> None:
    assert (await office(talk, "!ansage neu")).startswith("Wann soll die Ansage kommen?")
    assert "verstehe ich nicht als Zeitangabe" in await office(talk, "irgendwann")
    assert "ist schon vorbei" in await office(talk, "20.11.2026 9:00")
    assert (await office(talk, "jeden Montag 9 Uhr")).startswith("Wie lautet der Text?")
    assert (await office(talk, "zurück")).startswith("Wann soll die Ansage kommen?")
    await office(talk, "jeden Dienstag 9 Uhr")
    shown = await office(talk, "Guten Morgen\nzusammen: bis gleich")
    assert shown.startswith("Entwurf einer Ansage (jeden Dienstag um 09:00 Uhr).")
    assert "Der Text:\nGuten Morgen\nzusammen: bis gleich\n" in shown
    assert "Die Ansage #1 ist gesetzt" in await office(talk, "ja")


async def test_without_a_text_only_the_text_is_asked_for(talk: Talk) -> None:
    assert (await office(talk, "!ansage neu 1.12.2026 9:00")).startswith("Wie lautet der Text?")
    assert "• Di., 1. Dezember 2026, 09:00 Uhr\n" in await office(talk, "Guten Morgen")
    await office(talk, "ja")
    talk.clock.now_is(datetime(2026, 12, 1, 9, tzinfo=BERLIN))
    assert await talk.tick() == [(ROOMS["announcements"], "Guten Morgen")]


async def test_tomorrow_stays_the_day_that_was_shown(talk: Talk) -> None:
    talk.clock.now_is(datetime(2026, 11, 23, 23, 50, tzinfo=BERLIN))
    assert "• Di., 24. November 2026, 18:00 Uhr" in await office(
        talk, "!ansage neu morgen 18 Uhr: Guten Abend"
    )
    talk.clock.now_is(datetime(2026, 11, 24, 0, 10, tzinfo=BERLIN))
    assert "• Di., 24. November 2026, 18:00 Uhr" in await office(talk, "!ja")


async def test_the_form_for_stopping_offers_what_runs(talk: Talk) -> None:
    await announce(talk, "täglich 9 Uhr: Guten Morgen")
    await announce(talk, "täglich 18 Uhr: Guten Abend")
    asked = await office(talk, "!ansage stopp")
    assert asked.startswith("Welche Ansage meinen Sie?\n1. Ansage #1: „Guten Morgen“\n2. Ansage #2")
    shown = await talk.react("2️⃣", who="buero", room="office")
    assert "Der Text:\nGuten Abend\n" in shown
    assert "Die Ansage #2 kommt nicht mehr." in await office(talk, "ja")


async def test_a_reply_to_an_announcement_stops_it(talk: Talk) -> None:
    await announce(talk, "täglich 9 Uhr: Guten Morgen")
    assert (await talk.reply("!stopp", who="buero", room="office")).startswith(
        "Die Ansage #1 beenden?"
    )


async def test_a_new_announcement_can_be_taken_back_before_it_was_heard(talk: Talk) -> None:
    await announce(talk, "1.12.2026 9:00: Guten Morgen")
    assert "kommt nicht mehr" in await office(talk, "!rückgängig")
    assert "keine Ansage gesetzt" in await office(talk, "!ansage liste")
    talk.clock.now_is(datetime(2026, 12, 1, 8, 55, tzinfo=BERLIN))
    await announce(talk, "1.12.2026 9:00: Guten Morgen")
    talk.clock.now_is(datetime(2026, 12, 1, 9, tzinfo=BERLIN))
    assert len(await talk.tick()) == 1
    assert "schon in den Räumen angekommen" in await office(talk, "!rückgängig")


async def test_deleting_the_command_takes_the_announcement_back(talk: Talk) -> None:
    await office(talk, "!ansage neu 1.12.2026 9:00: Guten Morgen")
    event = talk.event
    await office(talk, "!ja")
    await talk.delete(event, who="buero", room="office")
    assert "keine Ansage gesetzt" in await office(talk, "!ansage liste")


async def test_a_stopped_announcement_can_be_resumed(talk: Talk) -> None:
    await announce(talk, "täglich 9 Uhr: Guten Morgen")
    await office(talk, "!ansage stopp 1")
    await office(talk, "!ja")
    resumed = await office(talk, "!rückgängig")
    assert resumed.startswith(
        "Zurückgenommen.\n\nDie Ansage #1 läuft wieder (täglich um 09:00 Uhr)."
    )
    talk.clock.now_is(datetime(2026, 11, 24, 9, tzinfo=BERLIN))
    assert await talk.tick() == [(ROOMS["announcements"], "Guten Morgen")]
