"""What holds for every command there is, and for every one to come."""

import pytest

import bot.commands
from bot.dispatch.declaring.command import AnyCommand
from bot.dispatch.declaring.context import Place
from bot.dispatch.declaring.router import Router
from bot.domain.dialogue.message import Text
from bot.domain.dialogue.people import Role
from bot.domain.dialogue.voice import Voice
from tests.commands.conftest import Talk

ROUTER = Router.discover(bot.commands)
COMMANDS = tuple(ROUTER)
OPEN = tuple(command for command in COMMANDS if command.permission is not Role.GUEST)
HOSTILE = (
    "<b>@room</b> [x](https://matrix.to/#/@buero:demo) \u202e\u0000'\"; DROP TABLE project; --",
    "%s {0} { $x } {}",
    "#" * 3000,
    "12 " * 900,
    "\n|\n|\n:\n",
    "0",
    "-1",
    "999999999999999999999",
)


def words(command: AnyCommand) -> str:
    return " ".join(command.path)


def room_for(command: AnyCommand) -> str:
    return "office" if command.place is Place.OFFICE_ROOM else "direct"


async def test_their_help_is_there_in_every_voice(talk: Talk) -> None:
    for voice in Voice:
        catalogue = talk.core.wording.catalogues.get(voice)
        for command in COMMANDS:
            for part in ("help", "usage", "examples"):
                assert catalogue.line(Text(f"{command.text_id}-{part}"))


@pytest.mark.parametrize("command", COMMANDS, ids=words)
def test_its_german_and_its_english_words_find_it(command: AnyCommand) -> None:
    german, english = ROUTER.match(words(command)), ROUTER.match(" ".join(command.alias))
    assert german is not None
    assert english is not None
    assert (german.command, english.command) == (command, command)
    assert english.english or command.path == command.alias


@pytest.mark.parametrize("command", COMMANDS, ids=words)
async def test_whatever_is_typed_or_not_it_answers_and_never_breaks(
    talk: Talk, command: AnyCommand
) -> None:
    for typed in ("", *HOSTILE):
        answer = await talk.say(f"!{words(command)} {typed}", who="buero", room=room_for(command))
        assert answer
        assert "der Fehler liegt bei mir" not in answer
        assert "<b>" not in talk.html


@pytest.mark.parametrize("command", COMMANDS, ids=words)
async def test_far_too_much_text_is_refused_with_the_limit(talk: Talk, command: AnyCommand) -> None:
    answer = await talk.say(f"!{words(command)} {'x ' * 4000}", room="direct")
    assert "4.000 Zeichen" in answer


@pytest.mark.parametrize("command", OPEN, ids=words)
async def test_who_has_no_right_is_told_whose_it_is_and_nothing_happens(
    talk: Talk, command: AnyCommand
) -> None:
    answer = await talk.say(f"!{words(command)} 1 x", who="gast", room="direct")
    whose = ("Mitglieder", "Koordinationen", "Büro", "Administratorinnen")
    assert any(word in answer for word in whose)


@pytest.mark.parametrize("command", COMMANDS, ids=words)
def test_its_fields_are_named_once_and_written_into_its_line(command: AnyCommand) -> None:
    names = [field.name for field in command.fields]
    assert len(set(names)) == len(names)
    assert all("{}" in field.form for field in command.fields)
