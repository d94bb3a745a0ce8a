"""Rooms and what they serve."""

import pytest

from bot.storage import rooms
from bot.storage.database import Database
from tests.commands.conftest import ROOMS, Collector, SettableClock, Talk, build


async def admin(talk: Talk, text: str, room: str = "community") -> str:
    return await talk.say(text, who="buero", room=room)


async def test_the_configuration_wins_over_chat(talk: Talk) -> None:
    assert "Konfiguration" in await admin(talk, "!raum büro")


async def test_an_admin_names_the_community_in_the_room_itself_after_seeing_what_it_means(
    talk: Talk,
) -> None:
    assert (await admin(talk, "!raum gemeinschaft")).startswith(
        "community soll die Gemeinschaft sein."
        " Wer hier Mitglied ist, darf dann alles, was Mitglieder dürfen.\n\n"
        "community: kein besonderer Zweck\n\n"
        "Zur Wahl stehen ✅ Ja und ❌ Nein."
    )
    assert "kein besonderer Zweck" in await admin(talk, "!raum")
    assert "dient jetzt als: Gemeinschaft" in await admin(talk, "!ja")
    assert "community: Gemeinschaft" in await admin(talk, "!raum")


async def test_only_the_one_who_asked_may_confirm(talk: Talk) -> None:
    await admin(talk, "!raum gemeinschaft")
    asked = f"$sent-{talk.key}"
    foreign = await talk.say("ja", who="anna", reply_to=asked)
    assert "an jemand anderen gerichtet" in foreign
    assert "kein besonderer Zweck" in await admin(talk, "!raum")


async def test_another_room_that_loses_its_purpose_is_named_and_gets_it_back(talk: Talk) -> None:
    await admin(talk, "!raum gemeinschaft")
    await admin(talk, "!ja")
    draft = await admin(talk, "!raum gemeinschaft", room="announcements")
    assert "Diesen Zweck verliert dafür: community" in draft
    await admin(talk, "!ja", room="announcements")
    assert "kein besonderer Zweck" in await admin(talk, "!raum")
    assert "was vorher galt" in await admin(talk, "!rückgängig", room="announcements")
    assert "community: Gemeinschaft" in await admin(talk, "!raum")
    assert "Gemeinschaft" not in await admin(talk, "!raum", room="announcements")


async def test_a_purpose_is_not_taken_back_over_a_later_one(talk: Talk) -> None:
    await admin(talk, "!raum gemeinschaft")
    event = talk.event
    await admin(talk, "!ja")
    await admin(talk, "!raum frei")
    await admin(talk, "!ja")
    answer = await talk.delete(event, who="buero")
    assert "inzwischen jemand geändert" in answer


async def test_a_freed_room_gets_its_purpose_back_unless_another_has_it(talk: Talk) -> None:
    await admin(talk, "!raum gemeinschaft")
    await admin(talk, "!ja")
    assert "keinen besonderen Zweck mehr haben" in await admin(talk, "!raum frei")
    event = talk.event
    await admin(talk, "!ja")
    assert "was vorher galt" in await admin(talk, "!rückgängig")
    assert "community: Gemeinschaft" in await admin(talk, "!raum")
    await admin(talk, "!raum frei")
    event = talk.event
    await admin(talk, "!ja")
    await admin(talk, "!raum gemeinschaft", room="announcements")
    await admin(talk, "!ja", room="announcements")
    assert "inzwischen jemand geändert" in await talk.delete(event, who="buero")


async def test_in_an_encrypted_room_only_the_word_counts(
    database: Database, clock: SettableClock
) -> None:
    out = Collector()
    await database.write(lambda tx: rooms.enter(tx, ROOMS["community"], encrypted=True))
    talk = Talk(await build(database, clock, out), database, clock, out)
    assert "Zeichen zählen hier nicht" in await admin(talk, "!raum gemeinschaft")
    asked = f"$sent-{talk.key}"
    tapped = await talk.react("✅", who="buero", to=asked)
    assert "zählen hier keine Zeichen" in tapped
    assert "kein besonderer Zweck" in await admin(talk, "!raum")
    await talk.say("ja", who="buero", reply_to=asked)
    assert "community: Gemeinschaft" in await admin(talk, "!raum")


async def test_coordinators_may_not_change_rooms(talk: Talk) -> None:
    assert "Administrat" in await talk.say("!raum gemeinschaft", who="anna")


@pytest.mark.parametrize("words", ["Seite 2", "99"])
async def test_a_page_that_is_not_there_is_refused(talk: Talk, words: str) -> None:
    assert "gibt es nicht" in await admin(talk, f"!raum liste {words}")
