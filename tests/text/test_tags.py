"""Sentences hold only the tags that every client draws, closed where they were opened."""

import re

import pytest

from bot.domain.dialogue.voice import Voice
from tests.text.spoken import patterns, written


def faults(pattern: str) -> list[str]:
    """Tags that are not ours or not closed in the same pattern or variant."""
    wrong, opened = [], []
    for tag in re.findall(r"</?[A-Za-z!][^>]*>?", pattern):
        if tag in {"<strong>", "<em>", "<code>"}:
            opened.append(tag)
        elif opened and tag == f"</{opened[-1][1:]}":
            opened.pop()
        elif tag != "<br>":
            wrong.append(tag)
    return wrong + opened


@pytest.mark.parametrize("voice", Voice)
def test_sentences_hold_only_our_tags_in_pairs(voice: Voice) -> None:
    found = [pattern for entry in written(voice).values() for pattern in patterns(entry)]

    assert [pattern for pattern in found if faults(pattern)] == []


@pytest.mark.parametrize(
    "pattern", ["<b>x</b>", "<em>x", "x</em>", "<em><code></em></code>", "<br/>", "!pate <Thema>"]
)
def test_a_wrong_tag_is_noticed(pattern: str) -> None:
    assert faults(pattern) != []


def test_our_tags_are_no_fault() -> None:
    assert faults("<strong>a <em>b</em></strong><br><code>c</code> 1 < 2") == []
