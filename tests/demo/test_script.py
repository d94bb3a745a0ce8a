"""Scripts: what their lines mean, and which lines are refused."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.demo import words
from bot.demo.progress import DemoError
from bot.demo.script import Expected, Line, parse


def read(text: str) -> tuple[Line, ...]:
    return parse(text, ("anna", "buero"), ("gemeinschaft", "ansagen"))


def test_a_line_says_who_speaks_where_and_what() -> None:
    assert read("# Anfang\n\n anna |gemeinschaft|  !pate Pflege | Ausbildung \n") == (
        Line(3, "anna", "gemeinschaft", "!pate Pflege | Ausbildung"),
    )


def test_several_lines_of_one_message_are_joined_by_a_written_line_break() -> None:
    (line,) = read(r"anna | gemeinschaft | !projekt neu\nTitel: Pflege")
    assert line.text == "!projekt neu\nTitel: Pflege"


@pytest.mark.parametrize("marker", ["| still", "|still", "|  still  "])
def test_a_marked_line_must_stay_unanswered(marker: str) -> None:
    expected = Line(1, "anna", "gemeinschaft", "Guten Tag", Expected.SILENCE)
    assert read(f"anna | gemeinschaft | Guten Tag {marker}") == (expected,)


def test_words_that_the_answer_must_hold_follow_an_arrow() -> None:
    expected = Line(1, "anna", "ansagen", "a | b", wanted=("ja", "doch schon"))
    assert read("anna | ansagen | a | b => ja oder doch schon") == (expected,)


def test_a_post_of_the_bot_can_be_waited_for() -> None:
    expected = Line(1, "warte", "ansagen", "Fachtagung", Expected.POST)
    assert read("warte | ansagen | Fachtagung") == (expected,)


@pytest.mark.parametrize(
    ("line", "complaint"),
    [
        ("anna: Hallo", "Zeile 2: erwartet wird „wer | Raum | Text“, gelesen: anna: Hallo"),
        ("anna | gemeinschaft |", "Zeile 2: erwartet wird"),
        ("anna | gemeinschaft | still", "Zeile 2: erwartet wird"),
        ("otto | ansagen | Hallo", "Zeile 2: unbekannte Person „otto“. Es gibt: anna, buero"),
        ("anna | flur | Hallo", "Zeile 2: unbekannter Raum „flur“. Es gibt: gemeinschaft, ansagen"),
    ],
)
def test_a_wrong_line_is_named_with_its_number(line: str, complaint: str) -> None:
    with pytest.raises(DemoError) as refused:
        read(f"anna | gemeinschaft | Hallo\n{line}")
    assert str(refused.value).startswith(complaint)


@pytest.mark.parametrize("name", ["setup.txt", "meeting.txt", "change.txt", "readme.txt"])
def test_the_scripts_of_the_demo_itself_are_well_formed(name: str) -> None:
    text = Path(words.__file__).with_name(name).read_text("utf-8")
    assert parse(text, words.PEOPLE, words.ROOMS)
