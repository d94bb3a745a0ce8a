"""Sentences choose their words by numbers, words, yes and no, and the length of lists."""

from enum import StrEnum

import pytest

from bot.domain.dialogue.message import Text
from bot.text import Catalogue
from bot.text.sentences import Sentences

FTL = """
found = { $count ->
    [0] Niemand hilft
    [one] { $count } Netzwerk hilft
   *[other] { $count } Netzwerke helfen
}
state = { $state ->
    [accepted] zugesagt
    [yes] ja
    [no] nein
    [2] zwei
   *[other] offen: { $state }
}
list = { $names ->
    [0] Niemand.
    [one] Nur { $names }.
   *[other] { $names }.
}
nested = { $count ->
   *[other] { $kind ->
        [patron] Patin
       *[other] sonst
    }
}
-office = { $case ->
    [dative] dem Büro
   *[nominative] das Büro
}
ask = Fragen Sie bei { -office(case: "dative") }.
"""
WORDS = Catalogue(Sentences("de_DE", {"test.ftl": FTL}))


class State(StrEnum):
    ACCEPTED = "accepted"
    OPEN = "still-open"
    SECOND = "2"


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        (Text("found", count=0), "Niemand hilft"),
        (Text("found", count=1), "1 Netzwerk hilft"),
        (Text("found", count=1200), "1.200 Netzwerke helfen"),
        (Text("state", state=State.ACCEPTED), "zugesagt"),
        (Text("state", state="accepted"), "zugesagt"),
        (Text("state", state=True), "ja"),
        (Text("state", state=False), "nein"),
        (Text("state", state=State.SECOND), "zwei"),
        (Text("state", state=State.OPEN), "offen: still-open"),
        (Text("state", state="<b>"), "offen: <b>"),
        (Text("list", names=()), "Niemand."),
        (Text("list", names=("a",)), "Nur a."),
        (Text("list", names=("a", "b")), "a und b."),
        (Text("list", names=2), "2."),
        (Text("list", names=""), "Niemand."),
        (Text("list", names="<a>"), "<a>."),
        (Text("ask"), "Fragen Sie bei dem Büro."),
        (Text("nested", count=2, kind="patron"), "Patin"),
    ],
)
def test_a_sentence_chooses_by_number_and_word(text: Text, plain: str) -> None:
    assert plain == WORDS.line(text)


def test_what_people_type_does_not_crowd_out_remembered_sentences() -> None:
    sentences = Sentences("de_DE", {"test.ftl": FTL})
    catalogue = Catalogue(sentences)

    for typed in ("zwei Worte", "noch etwas", "<b>"):
        catalogue.line(Text("state", state=typed))

    assert sentences.template.cache_info().currsize == 1
