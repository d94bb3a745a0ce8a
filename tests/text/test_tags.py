"""Sentences hold only the tags that every client draws, closed where they were opened."""

import re
from importlib.resources import files

import pytest
from fluent.runtime import FluentResource
from fluent.syntax import ast
from fluent.syntax.visitor import Visitor

from bot.text.sentences import LOCALES


class Patterns(Visitor):
    """The words of each sentence and variant, without what gets put in."""

    def __init__(self) -> None:
        self.found: list[str] = []

    def visit_Pattern(self, node: ast.Pattern) -> None:  # noqa: N802 -- Fluent's naming
        texts = [e.value for e in node.elements if isinstance(e, ast.TextElement)]
        self.found.append("".join(texts))
        self.generic_visit(node)


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


@pytest.mark.parametrize("language", LOCALES)
def test_sentences_hold_only_our_tags_in_pairs(language: str) -> None:
    patterns = Patterns()
    for file in (files("bot") / "locales" / language).iterdir():
        patterns.visit(FluentResource(file.read_text("utf-8")))

    assert [pattern for pattern in patterns.found if faults(pattern)] == []


@pytest.mark.parametrize(
    "pattern", ["<b>x</b>", "<em>x", "x</em>", "<em><code></em></code>", "<br/>", "!pate <Thema>"]
)
def test_a_wrong_tag_is_noticed(pattern: str) -> None:
    assert faults(pattern) != []


def test_our_tags_are_no_fault() -> None:
    assert faults("<strong>a <em>b</em></strong><br><code>c</code> 1 < 2") == []
