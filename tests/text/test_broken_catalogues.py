"""A catalogue with a fault is refused when it is loaded, or at the latest by the tests."""

import pytest

from bot.domain.dialogue.voice import Voice
from bot.text import BrokenText
from bot.text.sentences import Sentences


@pytest.mark.parametrize(
    "sources",
    [
        {"a.ftl": "one = eins\ntwo"},
        {"a.ftl": "one = eins\none = noch eins"},
        {"a.ftl": "one = eins", "b.ftl": "one = noch eins"},
        {"a.ftl": "-one = eins", "b.ftl": "-one = noch eins"},
    ],
)
def test_a_catalogue_with_a_fault_is_refused(sources: dict[str, str]) -> None:
    with pytest.raises(BrokenText, match=r"one|two"):
        Sentences("de_DE", sources)


def test_a_term_and_a_sentence_may_share_their_name() -> None:
    Sentences("de_DE", {"a.ftl": "one = { -one }\n-one = eins"})


def test_an_overlay_with_an_id_of_its_own_is_refused() -> None:
    base = Sentences("de_DE", {"a.ftl": "one = eins"})

    with pytest.raises(BrokenText, match="zwo"):
        Sentences("de_DE", {"a.ftl": "one = eins\nzwo = zwei"}, base)


def test_an_entry_that_is_no_fluent_is_refused_with_all_that_refer_to_it() -> None:
    sentences = Sentences("de_DE", {"a.ftl": "one = { two }\ntwo = { $x ->\n}\nthree = drei"})
    sentences.read("three")
    with pytest.raises(BrokenText, match="two"):
        sentences.read("one")


@pytest.mark.parametrize("voice", Voice)
def test_every_entry_that_we_ship_can_be_read(voice: Voice) -> None:
    sentences = Sentences.load(voice, Sentences.load(voice.base) if voice.base else None)
    for text_id in sentences.sources:
        sentences.read(text_id)
