"""Every sentence that the code asks for is there, in every voice, with the same variables."""

from functools import cache

import pytest
from fluent.syntax import ast as ftl
from fluent.syntax.visitor import Visitor

from bot.domain import errors
from bot.domain.dialogue import message
from bot.domain.dialogue.message import Text
from bot.domain.dialogue.voice import Voice
from tests.text.spoken import Entry, nothing_wrong, spoken, written
from tests.text.texts_in_use import declared_ids, uses, uses_in


class Sentence(Visitor):
    """What one message or term needs."""

    def __init__(self, entry: Entry) -> None:
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
def catalogue(voice: Voice) -> dict[str, Sentence]:
    """All sentences of a voice; terms by their name with the hyphen."""
    return {text_id: Sentence(entry) for text_id, entry in spoken(voice).items()}


def reached(voice: Voice, text_id: str) -> set[str]:
    """The id and all ids its sentence refers to."""
    known = catalogue(voice)
    found: set[str] = set()
    waiting = {text_id}
    while waiting:
        found |= waiting
        waiting = {r for i in waiting if i in known for r in known[i].references} - found
    return found


def variables(voice: Voice, text_id: str) -> set[str]:
    """What must be passed; a term never sees what its sentence was given."""
    known = catalogue(voice)
    ids = {i for i in reached(voice, text_id) if i in known and not i.startswith("-")}
    return {name for i in ids for name in known[i].variables}


def test_ids_are_written_where_they_can_be_seen() -> None:
    assert [use.place for use in uses() if not use.text_id] == []


@pytest.mark.parametrize("voice", [voice for voice in Voice if not voice.base])
def test_no_text_is_missing_and_none_is_unused(voice: Voice) -> None:
    asked = {use.text_id for use in uses() if use.text_id} | set(declared_ids())
    needed = {i for text_id in asked for i in reached(voice, text_id)}

    nothing_wrong(f"{voice.tag} lacks {i}" for i in sorted(needed - set(catalogue(voice))))
    nothing_wrong(f"nobody asks for {i}" for i in sorted(set(catalogue(voice)) - needed))


@pytest.mark.parametrize("voice", [voice for voice in Voice if voice.base])
def test_an_overlay_says_nothing_that_nobody_asks_for(voice: Voice) -> None:
    assert voice.base
    strange = written(voice).keys() - spoken(voice.base).keys()

    nothing_wrong(f"{voice.base.tag} lacks {i} of {voice.tag}" for i in sorted(strange))


@pytest.mark.parametrize("voice", [voice for voice in Voice if voice is not Voice.FORMAL])
def test_voices_have_the_same_texts_with_the_same_variables(voice: Voice) -> None:
    known = catalogue(Voice.FORMAL)
    different = [
        f"{text_id} of {voice.tag} uses {sorted(mine)}, of de {sorted(formal)}"
        for text_id in catalogue(voice)
        if text_id[0] != "-" and text_id in known
        if (mine := variables(voice, text_id)) != (formal := variables(Voice.FORMAL, text_id))
    ]

    nothing_wrong(different)


def test_each_text_gets_exactly_the_variables_it_uses() -> None:
    wrong = [
        f"{use.place}: {use.text_id} gets {sorted(use.passed)}, uses {sorted(used)}"
        for use in uses()
        if use.passed is not None and use.text_id in catalogue(Voice.FORMAL)
        if use.passed != (used := variables(Voice.FORMAL, use.text_id))
    ]

    nothing_wrong(wrong)


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
