"""What a room wants to hear, as dialogues."""

from tests.commands.conftest import Talk


async def office(talk: Talk, text: str) -> str:
    return await talk.say(text, who="buero", room="office")


async def test_a_room_is_told_what_it_hears_and_what_comes_next(talk: Talk) -> None:
    await office(talk, "!tagung neu 9. Fachtagung | 8.12.2026 10:00 | Berlin")
    await office(talk, "!tagung bestätigen")
    await office(talk, "!ansage neu 2.12.2026 9:00 in #community: Nur hier")
    assert await talk.say("!ansagen", room="announcements", who="mitglied") == (
        "Dieser Raum hört: Ansagen zur Tagung und sonstige Ansagen.\n\n"
        "Als Nächstes kommt:\n"
        "• Di., 1. Dezember 2026, 09:00 Uhr: 9. Fachtagung, letzter Aufruf\n"
        "• Mo., 7. Dezember 2026, 09:00 Uhr: 9. Fachtagung, am Tag davor\n"
        "• Mi., 9. Dezember 2026, 09:00 Uhr: 9. Fachtagung, Dank\n\n"
        "Ändern (Koordination oder Büro): !ansagen hier an oder !ansagen hier aus;"
        " nur eine Art: !ansagen hier aus tagung"
    )
    chosen = await talk.say("!ansagen")
    assert "Dieser Raum hört keine Ansagen." in chosen
    assert "Ansage #1: „Nur hier“" in chosen


async def test_a_coordinator_switches_kinds_for_the_room(talk: Talk) -> None:
    assert (await talk.say("!ansagen hier an tagung")).startswith(
        "Dieser Raum hört ab jetzt: Ansagen zur Tagung."
    )
    assert "Dieser Raum hört: Ansagen zur Tagung.\n" in await talk.say("!ansagen")
    assert "This room hears: announcements of the annual meeting.\n" in await talk.say(
        "!announcements"
    )
    await talk.say("!announcements here on announcement")
    assert "Ansagen zur Tagung und sonstige Ansagen." in await talk.say("!ansagen")
    assert (await talk.say("!ansagen hier aus")).startswith(
        "Dieser Raum hört ab jetzt nicht mehr: Ansagen zur Tagung und sonstige Ansagen."
    )
    assert "Dieser Raum hört keine Ansagen." in await talk.say("!ansagen")


async def test_a_room_that_switched_off_is_not_promised_a_post_that_names_it(talk: Talk) -> None:
    await office(talk, "!ansage neu 2.12.2026 9:00 in #community: Nur hier")
    await talk.say("!ansagen hier aus ansage")
    assert "Geplant ist hier zurzeit nichts." in await talk.say("!ansagen")


async def test_words_that_make_no_sense_are_refused(talk: Talk) -> None:
    for words in ("", "vielleicht", "an aus", "an kuchen", "tagung"):
        assert "Bitte schreiben Sie !ansagen hier an" in await talk.say(f"!ansagen hier {words}")


async def test_members_ask_but_do_not_switch(talk: Talk) -> None:
    assert "für Koordinationen" in await talk.say("!ansagen hier aus", who="mitglied")
    assert "für Mitglieder" in await talk.say("!ansagen", who="gast")
