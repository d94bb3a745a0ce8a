"""Rooms and what they serve."""

from tests.commands.conftest import Talk


async def test_the_configuration_wins_over_chat(talk: Talk) -> None:
    assert "Konfiguration" in await talk.say("!raum büro", who="buero", room="community")


async def test_an_admin_names_the_community_in_the_room_itself(talk: Talk) -> None:
    done = await talk.say("!raum gemeinschaft", who="buero", room="community")
    shown = await talk.say("!raum", who="buero", room="community")
    assert "Gemeinschaft" in done
    assert "Gemeinschaft" in shown


async def test_a_room_speaks_english_when_told_so(talk: Talk) -> None:
    await talk.say("!raum sprache en", who="buero", room="community")
    english = await talk.say("!hilfe", room="community")
    wrong = await talk.say("!raum sprache fr", who="buero", room="community")
    assert "What you can do here" in english
    assert "!room language" in wrong


async def test_coordinators_may_not_change_rooms(talk: Talk) -> None:
    assert "Administrat" in await talk.say("!raum gemeinschaft", who="anna")
