"""`!hilfe` shows what this person may do here."""

from dataclasses import replace
from datetime import timedelta

from tests.commands.conftest import Talk


async def test_members_see_their_commands_and_not_the_office_ones(talk: Talk) -> None:
    answer = await talk.say("!hilfe", who="mitglied")
    assert "!pate" in answer
    assert "!rolle" not in answer


async def test_the_office_sees_its_commands_in_its_room_alone(talk: Talk) -> None:
    here = await talk.say("!hilfe", who="buero", room="office")
    elsewhere = await talk.say("!hilfe", who="buero", room="community")
    assert "!rolle" in here
    assert "!rolle" not in elsewhere


async def test_guests_are_shown_what_is_open_to_them(talk: Talk) -> None:
    answer = await talk.say("!hilfe", who="gast")
    assert ("!tagung" in answer, "!pate" in answer) == (True, False)


async def test_one_command_is_explained_with_examples(talk: Talk) -> None:
    answer = await talk.say("!hilfe pate")
    assert "!pate Pflege in NRW" in answer
    assert "!pate anfragen" in answer


async def test_help_on_nothing_names_what_is_near(talk: Talk) -> None:
    assert "netzwerk" in await talk.say("!hilfe netzwerg")


async def test_english_words_are_answered_in_english(talk: Talk) -> None:
    answer = await talk.say("!help")
    assert "!patron" in answer
    assert "What you can do here" in answer


async def test_help_fits_a_phone_screen_and_a_message(talk: Talk) -> None:
    answer = await talk.say("!hilfe", who="buero", room="office")
    assert len(answer.splitlines()) <= 20
    assert max(map(len, answer.splitlines())) <= 60


async def test_help_is_not_given_twice_in_a_minute(talk: Talk) -> None:
    first = await talk.say("!hilfe")
    second = await talk.say("!hilfe", who="bernd")
    elsewhere = await talk.say("!hilfe", room="direct")
    talk.clock.now_is(talk.clock.now() + timedelta(seconds=61))
    later = await talk.say("!hilfe")
    assert "steht gerade erst weiter oben" in second
    assert first == later == elsewhere


async def test_one_subcommand_is_explained_alone(talk: Talk) -> None:
    answer = await talk.say("!hilfe projekt meldung")
    assert "!projekt meldung 3" in answer
    assert "!projekt neu" not in answer


async def test_the_example_is_open_to_whoever_asks(talk: Talk) -> None:
    assert (await talk.say("!hilfe", who="gast")).endswith("!hilfe tagung")
    assert (await talk.say("!hilfe", room="direct")).endswith("!hilfe pate")


async def test_more_commands_than_fit_are_named_in_one_line(talk: Talk) -> None:
    every = [*talk.core.handling.router]
    for number in range(5):
        word = f"neues{number}"
        talk.core.handling.router.add(
            replace(every[0], path=(word,), alias=(f"en{word}",), also=())
        )
    lines = (await talk.say("!hilfe", who="buero", room="office")).splitlines()
    assert len(lines) <= 23
    assert lines[-3].startswith("Außerdem: !")
    assert "!weiter" in lines[-3]


async def test_several_commands_of_a_word_bring_examples(talk: Talk) -> None:
    answer = await talk.say("!hilfe angebot")
    assert "!angebot neu für FKB OWL" in answer
    assert "!angebot zurück #" in answer.rpartition("Zum Beispiel:")[2]
