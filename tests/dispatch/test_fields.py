"""What a client sends by name, or a form has asked for, is read as if somebody had typed it."""

from datetime import date

import pytest

import bot.commands
from bot.dispatch.declaring.command import Input
from bot.dispatch.declaring.field import from_values
from bot.dispatch.declaring.router import Router
from bot.dispatch.turns.forming import labelled
from bot.domain.dialogue.ask import Filling

TODAY = date(2026, 11, 23)
COMMANDS = {" ".join(command.path): command for command in Router.discover(bot.commands)}


@pytest.mark.parametrize(
    ("command", "values", "typed"),
    [
        (
            "angebot neu",
            {"level": "2", "topic": "MINT", "note": "seit 2016", "network": "WiL"},
            "für WiL: MINT Stufe 2: seit 2016",
        ),
        ("bedarf neu", {"until": "31.12.", "topic": "MINT"}, "MINT bis 31.12.2026"),
        (
            "projekt neu",
            {"duty": "verstetigen", "title": "Campus", "topic": "Pflege", "network": "#2"},
            "für #2: Campus\nThema: Pflege\nPflicht: verstetigen",
        ),
        ("projekt meldung", {"update": "12.11.: Auftakt", "project": "3"}, "3 12.11.: Auftakt"),
        ("angebot zurück", {"offer": "3"}, "#3"),
        ("netzwerk", {"network": "Ems-Achse"}, "Ems-Achse"),
    ],
)
def test_arguments_by_name_mean_what_is_typed(
    command: str, values: dict[str, str], typed: str
) -> None:
    meant = COMMANDS[command]
    line = from_values(meant.fields, values)

    by_name, by_line = (meant.parse(Input(t, TODAY, "Europe/Berlin")) for t in (line, typed))

    assert by_name == by_line


@pytest.mark.parametrize(
    ("words", "values"),
    [
        ("MINT", {"topic": "MINT"}),
        ("Stufe: 2", {"level": "2"}),
        ("STUFE : 2\nThema: MINT", {"level": "2", "topic": "MINT"}),
        ("Bemerkung: eins\nzwei", {"note": "eins\nzwei"}),
        ("MINT\nStufe: 2", {"topic": "MINT\nStufe: 2"}),
        ("Stufe:", {"topic": "Stufe:"}),
        ("Quatsch: 2", {"topic": "Quatsch: 2"}),
    ],
)
def test_an_answer_goes_to_the_part_whose_label_it_bears(
    words: str, values: dict[str, str]
) -> None:
    form = Filling(("angebot", "neu"), "", (), "topic")

    assert dict(labelled(COMMANDS["angebot neu"], form, words).values) == values


def test_after_the_last_part_only_labels_change_anything() -> None:
    form = Filling(("angebot", "neu"), "", (("topic", "MINT"), ("level", "2")), "")
    command = COMMANDS["angebot neu"]

    assert labelled(command, form, "Guten Morgen") == form
    assert dict(labelled(command, form, "Stufe: 3").values) == {"topic": "MINT", "level": "3"}
