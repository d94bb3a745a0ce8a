"""The sentences of one language, loud where one is missing or broken."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache
from importlib.resources import files

from fluent.runtime import FluentBundle, FluentResource
from fluent.syntax import ast
from fluent.syntax.visitor import Visitor

from bot.domain.dialogue.voice import Voice
from bot.text.body import Template, mark

Choice = int | str
"""What a sentence chooses a variant by: a number, or a word."""

_START = re.compile(r"^(-?[A-Za-z][A-Za-z0-9_-]*) *=", re.MULTILINE)
# Comments, and what goes on with an entry: indented, or the brace that ends a choice.
_STRAY = re.compile(r"(?<=\n)[^\s#}].*")
_CHOOSING = re.compile(r"\{\s*\$([A-Za-z][A-Za-z0-9_-]*)\s*->")


class MissingText(LookupError):  # noqa: N818 -- says what is wrong, as refusals do
    """No catalogue has a sentence of that id."""


class BrokenText(ValueError):  # noqa: N818 -- says what is wrong, as refusals do
    """A sentence cannot be formed: a fault in its file, or its arguments do not fit."""


class Sentences:
    """The Fluent messages of one voice, formed without their arguments and remembered.

    An overlay holds only the entries that differ from its base. Both form one bundle, so that a
    sentence of the base that refers to another gets the overlay's. An entry is read when it is
    first needed: most answers need few, and all together take long and much memory.
    """

    def __init__(
        self, locale: str, sources: Mapping[str, str], base: Sentences | None = None
    ) -> None:
        """Take the Fluent `sources`, given by file name, for a locale such as "de_DE".

        Raises:
            BrokenText: a line belongs to no entry, an id is there twice, or the base lacks it.
        """
        self.locale = locale
        self._bundle = FluentBundle([locale.replace("_", "-")], use_isolating=False)
        self.sources = _entries(sources)
        """The lines of each message and, with its hyphen, of each term."""
        if base:
            if strange := sorted(self.sources.keys() - base.sources.keys()):
                raise BrokenText(f"only the overlay has {', '.join(strange)}")
            self.sources = base.sources | self.sources
        self._read: set[str] = set()
        self.chosen_by = frozenset(
            name
            for text_id, source in self.sources.items()
            if not text_id.startswith("-")
            for name in _CHOOSING.findall(source)
        )
        self.template = lru_cache(maxsize=4_096)(self._template)

    @classmethod
    def load(cls, voice: Voice, base: Sentences | None = None) -> Sentences:
        """Read the files of a voice; see the constructor for errors."""
        folder = files("bot") / "locales" / voice.tag
        sources = {f.name: f.read_text("utf-8") for f in folder.iterdir() if f.name[-4:] == ".ftl"}
        return cls(voice.locale, sources, base)

    def _template(
        self, text_id: str, names: tuple[str, ...], choices: tuple[Choice, ...]
    ) -> Template:
        """The sentence as Fluent forms it, with places for its arguments in the order of `names`.

        There is a choice for each of the names that are in `chosen_by`.

        Raises:
            MissingText: there is none of that id.
            BrokenText: it cannot be read, needs other arguments or cannot be formed.
        """
        self.read(text_id)
        if not self._bundle.has_message(text_id):
            raise MissingText(f"no text {text_id!r} in {self.locale}")
        pattern = self._bundle.get_message(text_id).value
        if pattern is None:
            raise MissingText(f"the text {text_id!r} in {self.locale} has no value")
        told: dict[str, Choice] = {name: mark(index) for index, name in enumerate(names)}
        chosen_by = [f"{name}?" for name in names if name in self.chosen_by]
        told.update(zip(chosen_by, choices, strict=True))
        sentence, errors = self._bundle.format_pattern(pattern, told)
        if errors or not isinstance(sentence, str):
            raise BrokenText(f"text {text_id!r} in {self.locale}: {errors}")
        return Template.parse(sentence)

    def read(self, text_id: str) -> None:
        """Give the bundle an entry and those that it refers to, if there are such.

        Raises:
            BrokenText: one of them is no Fluent.
        """
        waiting = {text_id}
        while waiting:
            wanted = waiting.pop()
            if wanted in self._read or wanted not in self.sources:
                continue
            entry = _entry(wanted, self.sources[wanted])
            reading = _Reading(choosing=isinstance(entry, ast.Message))
            reading.visit(entry)
            self._bundle.add_resource(ast.Resource([entry]))
            self._read.add(wanted)
            waiting |= reading.refers


def _entries(sources: Mapping[str, str]) -> dict[str, str]:
    """The lines of each message and term, by its name; terms with their hyphen."""
    entries: dict[str, str] = {}
    seen: dict[str, str] = {}
    for name, source in sorted(sources.items()):
        head, *parts = _START.split(source)
        for text_id, lines in zip(("", *parts[::2]), (head, *parts[1::2]), strict=True):
            if stray := _STRAY.search(lines):
                raise BrokenText(f"{name} cannot be read: {stray[0]!r}")
            if text_id in seen:
                raise BrokenText(f"{text_id!r} is in {seen[text_id]} and in {name}")
            if text_id:
                seen[text_id] = name
                entries[text_id] = f"{text_id} ={lines}"
    return entries


def _entry(text_id: str, source: str) -> ast.Message | ast.Term:
    entry = FluentResource(source).body[0]
    if not isinstance(entry, ast.Message | ast.Term):
        raise BrokenText(f"{text_id!r} cannot be read: {source!r}")
    return entry


class _Reading(Visitor):
    """Notes what an entry refers to, and lets it choose by `$name?` where it shows `$name`.

    For a mark has no plural. Terms choose by what the sentence itself gives them.
    """

    def __init__(self, *, choosing: bool) -> None:
        self.refers: set[str] = set()
        self._choosing = choosing

    def visit_MessageReference(self, node: ast.MessageReference) -> None:  # noqa: N802 -- Fluent's naming
        self.refers.add(node.id.name)

    def visit_TermReference(self, node: ast.TermReference) -> None:  # noqa: N802 -- Fluent's naming
        self.refers.add(f"-{node.id.name}")
        self.generic_visit(node)

    def visit_SelectExpression(self, node: ast.SelectExpression) -> None:  # noqa: N802 -- Fluent's naming
        if self._choosing and isinstance(node.selector, ast.VariableReference):
            name = node.selector.id.name
            node.selector = ast.VariableReference(ast.Identifier(f"{name}?"))
        self.generic_visit(node)
