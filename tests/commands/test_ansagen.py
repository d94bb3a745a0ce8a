"""What a room wants to hear, as dialogues."""

from tests.commands.conftest import Talk


async def office(talk: Talk, text: str) -> str:
    return await talk.say(text, who="buero", room="office")


async def announce(talk: Talk, text: str) -> str:
    await office(talk, f"!ansage neu {text}")
    return await office(talk, "!ja")


async def test_a_room_is_told_what_it_hears_and_what_comes_next(talk: Talk) -> None:
    await office(talk, "!tagung neu 9. Fachtagung | 8.12.2026 10:00 | Berlin")
    await office(talk, "!ja")
    await announce(talk, "2.12.2026 9:00 in #community: Nur hier")
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
    await announce(talk, "2.12.2026 9:00 in #community: Nur hier")
    await talk.say("!ansagen hier aus ansage")
    assert "Geplant ist hier zurzeit nichts." in await talk.say("!ansagen")


async def test_words_that_make_no_sense_are_refused(talk: Talk) -> None:
    for words in ("vielleicht", "an aus", "an kuchen"):
        assert "Bitte schreiben Sie !ansagen hier an" in await talk.say(f"!ansagen hier {words}")


async def test_members_ask_but_do_not_switch(talk: Talk) -> None:
    assert "für Koordinationen" in await talk.say("!ansagen hier aus", who="mitglied")
    assert "für Mitglieder" in await talk.say("!ansagen", who="gast")


async def test_the_switch_is_asked_for_and_summed_up(talk: Talk) -> None:
    asked = await talk.say("!ansagen hier tagung")
    assert asked.startswith("Soll dieser Raum die Ansagen hören?\n1. einschalten\n2. ausschalten")
    assert "So verstehe ich Sie." in await talk.react("1️⃣")
    assert "Dieser Raum hört ab jetzt: Ansagen zur Tagung." in await talk.say("ja")
    assert "Dieser Raum hört: Ansagen zur Tagung." in await talk.say("!ansagen")


async def test_the_same_in_english_by_word(talk: Talk) -> None:
    assert "1. on\n2. off" in await talk.say("!announcements here")
    await talk.say("on")
    assert "From now on this room hears:" in await talk.say("yes")


async def test_a_switch_is_taken_back_to_what_was_chosen_before(talk: Talk) -> None:
    await talk.say("!ansagen hier an tagung")
    await talk.say("!ansagen hier aus")
    assert "was vorher galt" in await talk.say("!rückgängig")
    assert "Dieser Raum hört: Ansagen zur Tagung." in await talk.say("!ansagen")


async def test_what_somebody_else_switched_since_stays(talk: Talk) -> None:
    await talk.say("!ansagen hier an", who="anna")
    await talk.say("!ansagen hier aus tagung", who="bernd")
    assert "inzwischen jemand geändert" in await talk.say("!rückgängig", who="anna")
    assert "Dieser Raum hört: sonstige Ansagen." in await talk.say("!ansagen")


async def test_an_edited_switch_counts_as_it_reads_now(talk: Talk) -> None:
    await talk.say("!ansagen hier an")
    event, answer = talk.event, talk.key
    await talk.edit(event, "!ansagen hier an tagung")
    assert "Ansagen zur Tagung. Zurück" in await talk.said(answer)
    assert "Dieser Raum hört: Ansagen zur Tagung." in await talk.say("!ansagen")


async def test_a_deleted_switch_is_taken_back(talk: Talk) -> None:
    await talk.say("!ansagen hier an")
    answer = talk.key
    await talk.delete(talk.event)
    assert "Zurückgenommen." in await talk.said(answer)
    assert "Dieser Raum hört keine Ansagen." in await talk.say("!ansagen")
