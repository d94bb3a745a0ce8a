"""A catalogue with a fault is refused when the bot starts, not when a person asks."""

import pytest

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
