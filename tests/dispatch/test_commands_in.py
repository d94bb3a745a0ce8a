"""Several commands in one message, told from one command with several lines."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

import bot.commands
from bot.dispatch.declaring.router import Router
from bot.dispatch.hearing.addressing import Names, commands_in
from tests.dispatch.test_addressing import message

NAMES = Names("@lotse:example.org", "Netz Lotse")
ROUTER = Router.discover(bot.commands)


def found(text: str, *, direct: bool = False) -> tuple[str, ...]:
    return commands_in(message(text, direct=direct), NAMES, ROUTER)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("!hilfe\n!projekt liste", ("!hilfe", "!projekt liste")),
        ("!hilfe\n\n\n!projekt liste\n", ("!hilfe", "!projekt liste")),
        ("/hilfe\n  //projekt liste", ("/hilfe", "//projekt liste")),
        ("Netz Lotse: hilfe\n!tagung", ("Netz Lotse: hilfe", "!tagung")),
        ("@lotse:example.org hilfe\n@lotse:example.org tagung", None),
        ("!hilfe\n!projket liste", ("!hilfe", "!projket liste")),
        (
            "!projekt neu Pflegepaten\nThema: Pflege\n!tagung",
            ("!projekt neu Pflegepaten\nThema: Pflege", "!tagung"),
        ),
        (
            "!tagung\n!projekt meldung 12 Auftakt\n\nZweiter Absatz!\n- Punkt",
            ("!tagung", "!projekt meldung 12 Auftakt\n\nZweiter Absatz!\n- Punkt"),
        ),
    ],
)
def test_each_line_with_a_command_begins_one(text: str, expected: tuple[str, ...] | None) -> None:
    assert found(text) == (expected or tuple(text.split("\n")))


@pytest.mark.parametrize(
    "text",
    [
        "!projekt meldung 12 20.11.: Auftakt\n21.11.: Treffen\n\n22.11.: Ende",
        "!projekt meldung 12 Anna fragte:\n> !hilfe\nDas war gut",
        "!projekt meldung 12 So geht es:\n```\n!hilfe\n```\nFertig",
        "!projekt meldung 12 Danke!\n!!! wichtig\n! hilfe\n/me winkt",
        "!projekt meldung 12 Wetter mit\n!wetter Berlin",
        "!projekt meldung 12 Beteiligt:\n@anna:example.org\n@lotse:example.org",
        "!projekt meldung 12 Auftakt\nLotse hilfe war dabei\nprojekt liste",
        "!projekt meldung 12 Befehl\n/hilfe@meteo",
        "!tagung neu Jahrestreffen\nTermin: 14.5.2027 10 Uhr\nOrt: Erfurt\nMotto: Projekt liste",
        "Schreiben Sie:\n!hilfe\n!tagung",
        "projekt liste\n!tagung",
        "!hilfe",
        "",
    ],
)
def test_a_command_with_several_lines_stays_whole(text: str) -> None:
    assert found(text) == (text,)


def test_in_a_direct_chat_the_first_one_needs_no_sigil_and_the_others_do() -> None:
    assert found("projekt liste\n!tagung", direct=True) == ("projekt liste", "!tagung")
    assert found("projekt liste\ntagung", direct=True) == ("projekt liste\ntagung",)
    assert found("Guten Morgen\n!tagung", direct=True) == ("Guten Morgen\n!tagung",)


def test_no_more_are_told_apart_than_are_asked_for() -> None:
    assert len(found("!tagung\n" * 100)) == 6


@given(st.lists(st.sampled_from(["!hilfe", "> !hilfe", "```", "", "Text", "!x", "@", "/tagung"])))
def test_nothing_is_lost_or_made_up(lines: list[str]) -> None:
    text = "\n".join(lines)
    parts = found(text)
    assert "".join(text.split()) == "".join("".join(parts).split())
