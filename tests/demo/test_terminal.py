"""What Tab completes, and what the welcome must not forget."""

from __future__ import annotations

import pytest
from prompt_toolkit.completion import CompleteEvent
from prompt_toolkit.document import Document

from bot.demo import words
from bot.demo.terminal import Completing, Vocabulary


def test_what_the_program_says_of_itself_fits_a_terminal_of_80_columns() -> None:
    assert [one for one in (words.HELP + words.WELCOME).splitlines() if len(one) > 80] == []


VOCABULARY = Vocabulary(
    ("hilfe", "pate", "pate anfragen", "projekt neu"), ("FKB OWL", "FKB Nordwest", "AfF NON")
)


@pytest.mark.parametrize(
    ("typed", "completed"),
    [
        ("!pa", ["!pate", "!pate anfragen"]),
        ("!pate", ["!pate anfragen"]),
        ("!PATE a", ["!pate anfragen"]),
        ("!netzwerk fk", ["!netzwerk FKB OWL", "!netzwerk FKB Nordwest"]),
        ("!netzwerk FKB o", ["!netzwerk FKB OWL"]),
        ("Ein Satz mit a", []),
        (":raum a", [":raum ansagen"]),
        (":p", [":person", ":person anna", ":person bernd", ":person buero"]),
        ("", []),
    ],
)
def test_tab_completes_commands_and_names_of_networks(typed: str, completed: list[str]) -> None:
    found = Completing(VOCABULARY).get_completions(Document(typed), CompleteEvent())
    assert [typed[: len(typed) + one.start_position] + one.text for one in found] == completed
