"""Every sentence that the code asks for is there, in every language, with the same variables."""

from functools import cache
from importlib.resources import files

import pytest
from fluent.runtime import FluentResource
from fluent.syntax import ast as ftl
from fluent.syntax.visitor import Visitor

from bot.domain import errors, message
from bot.domain.message import Text
from bot.text.sentences import LOCALES
from tests.text.texts_in_use import declared_ids, uses, uses_in


class Sentence(Visitor):
    """What one message or term needs."""

    def __init__(self, entry: ftl.Message | ftl.Term) -> None:
        self.variables: set[str] = set()
        self.references: set[str] = set()
        self.visit(entry)

    def visit_VariableReference(self, node: ftl.VariableReference) -> None:  # noqa: N802 -- Fluent's naming
        self.variables.add(node.id.name)

    def visit_MessageReference(self, node: ftl.MessageReference) -> None:  # noqa: N802 -- Fluent's naming
        self.references.add(node.id.name)

    def visit_TermReference(self, node: ftl.TermReference) -> None:  # noqa: N802 -- Fluent's naming
        self.references.add(f"-{node.id.name}")


@cache
def catalogue(language: str) -> dict[str, Sentence]:
    """All sentences of a language; terms by their name with the hyphen."""
    sentences = {}
    for file in (files("bot") / "locales" / language).iterdir():
        for entry in FluentResource(file.read_text("utf-8")).body:
            if isinstance(entry, ftl.Message | ftl.Term):
                hyphen = "-" if isinstance(entry, ftl.Term) else ""
                sentences[hyphen + entry.id.name] = Sentence(entry)
    return sentences


def reached(language: str, text_id: str) -> set[str]:
    """The id and all ids its sentence refers to."""
    known = catalogue(language)
    found: set[str] = set()
    waiting = {text_id}
    while waiting:
        found |= waiting
        waiting = {r for i in waiting if i in known for r in known[i].references} - found
    return found


def variables(language: str, text_id: str) -> set[str]:
    """What must be passed; a term never sees what its sentence was given."""
    known = catalogue(language)
    ids = {i for i in reached(language, text_id) if i in known and not i.startswith("-")}
    return {name for i in ids for name in known[i].variables}


def test_ids_are_written_where_they_can_be_seen() -> None:
    assert [use.place for use in uses() if not use.text_id] == []


@pytest.mark.parametrize("language", LOCALES)
def test_no_text_is_missing_and_none_is_unused(language: str) -> None:
    asked = {use.text_id for use in uses() if use.text_id} | set(declared_ids())
    needed = {i for text_id in asked for i in reached(language, text_id)}

    assert sorted(needed - set(catalogue(language))) == []
    assert sorted(set(catalogue(language)) - needed) == []


def test_languages_have_the_same_texts_with_the_same_variables() -> None:
    languages = [
        {
            text_id: variables(language, text_id)
            for text_id in catalogue(language)
            if text_id[0] != "-"
        }
        for language in LOCALES
    ]

    assert all(languages[0] == language for language in languages)


def test_each_text_gets_exactly_the_variables_it_uses() -> None:
    wrong = [
        f"{use.place}: {use.text_id} gets {sorted(use.passed)}, uses {sorted(used)}"
        for use in uses()
        if use.passed is not None and use.text_id in catalogue("de")
        if use.passed != (used := variables("de", use.text_id))
    ]

    assert wrong == []


@pytest.mark.parametrize(
    ("line", "ids", "passed"),
    [
        ('Text("a", x=1, y=2)', ["a"], {"x", "y"}),
        ('message.Text("a" if z else "b")', ["a", "b"], set()),
        ('Text("a", **data)', ["a"], None),
        ("Text(refusal.text_id(), **refusal.data)", [], None),
        ("Text(state.text_id)", [], None),
        ('Text(f"state-{state}", x=1)', [""], {"x"}),
        ('Text(f"{command.text_id}-help")', [], None),
        ('Text(f"{command.path}-help")', [""], set()),
        ("raise errors.NotFound(name=name)", ["error-not-found"], {"name"}),
        ("raise NotFound(name=name)", [], None),
    ],
)
def test_the_ids_in_a_line_are_seen(line: str, ids: list[str], passed: set[str] | None) -> None:
    names = {"Text": Text, "message": message, "errors": errors, "NotFound": LookupError}

    found = list(uses_in(line, names, "here"))

    assert [use.text_id for use in found] == ids
    assert all(use.passed == passed for use in found)
