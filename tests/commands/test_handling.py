"""What every command can meet before it runs: wrong words, missing rights, age, edits, faults."""

from datetime import timedelta

from tests.commands.conftest import PEOPLE, Talk


async def test_a_misspelt_command_is_answered_with_the_nearest(talk: Talk) -> None:
    assert "!pate" in await talk.say("!paate Pflege")


async def test_an_unknown_word_of_another_bot_stays_unanswered(talk: Talk) -> None:
    assert await talk.say("!wetter Berlin") == ""


async def test_an_unknown_word_in_a_direct_chat_is_answered(talk: Talk) -> None:
    assert "!hilfe" in await talk.say("Guten Morgen", room="direct")


async def test_a_word_that_needs_a_second_one_lists_them(talk: Talk) -> None:
    answer = await talk.say("!anfrage")
    assert "anfrage annehmen" in answer


async def test_guests_are_told_how_to_become_members(talk: Talk) -> None:
    answer = await talk.say("!pate Pflege", who="gast")
    assert "Mitglieder" in answer


async def test_a_name_or_a_power_level_gives_no_rights(talk: Talk) -> None:
    answer = await talk.say("!rolle liste", who="@buero:anderswo", room="office")
    assert "Büro vorbehalten" in answer


async def test_office_commands_work_in_the_office_room_alone(talk: Talk) -> None:
    answer = await talk.say("!rolle liste", who="buero", room="community")
    assert "Raum des Büros" in answer


async def test_too_long_a_command_is_refused_and_not_echoed(talk: Talk) -> None:
    answer = await talk.say("!pate " + "Pflege " * 9000)
    assert "4.000 Zeichen" in answer


async def test_an_old_question_is_answered_and_an_old_act_is_given_back(talk: Talk) -> None:
    question = await talk.say("!pate Pflege in Niedersachsen", age=timedelta(hours=3))
    act = await talk.say("!pate anfragen 12 Wie?", age=timedelta(hours=3))
    assert "Pflegenetz SON" in question
    assert "!pate anfragen 12 Wie?" in act


async def test_hostile_text_is_inert_in_the_answer(talk: Talk) -> None:
    hostile = "!pate <img src=x onerror=1> @room https://matrix.to/#/@bernd:demo <b>x</b>"
    answer = await talk.say(hostile)
    assert "<img" not in talk.html
    assert 'href="https://matrix.to' not in talk.html
    assert "@room" not in answer


async def test_control_characters_do_not_reach_the_answer(talk: Talk) -> None:
    answer = await talk.say("!pate \x00\u202egelfP\x1b[31m")
    assert not set(answer) & {"\x00", "\u202e", "\x1b"}


async def test_a_bare_mention_is_answered_with_the_help(talk: Talk) -> None:
    assert "!pate" in await talk.say("Lotse:")


async def test_roles_count_from_the_moment_they_are_given(talk: Talk) -> None:
    before = await talk.say("!projekt neu Pflegepaten", who="mitglied")
    given = await talk.say(
        f"!rolle koordination {PEOPLE['mitglied']} Pflegenetz SON", who="buero", room="office"
    )
    after = await talk.say("!projekt neu Pflegepaten", who="mitglied")
    assert "Koordination" in before
    assert "spricht jetzt für" in given
    assert "Pflegepaten" in after


async def test_amid_a_form_in_a_direct_chat_a_command_with_its_sign_stays_a_command(
    talk: Talk,
) -> None:
    await talk.say("!rolle koordination @anna:demo FKB OWL", who="buero", room="office")
    await talk.say("projekt neu Pflegecampus", room="direct")
    assert "Welches Projekt" in await talk.say("projekt meldung", room="direct")
    assert "ist notiert" in await talk.say("!meldung 1 Auftakt", room="direct")
    assert "Was ist geschehen" in await talk.say("#1", room="direct")
