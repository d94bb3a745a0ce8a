"""The sentences of one language, loud where one is missing or broken."""

from __future__ import annotations

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


class MissingText(LookupError):  # noqa: N818 -- says what is wrong, as refusals do
    """No catalogue has a sentence of that id."""


class BrokenText(ValueError):  # noqa: N818 -- says what is wrong, as refusals do
    """A sentence cannot be formed: a fault in its file, or its arguments do not fit."""


class Sentences:
    """The Fluent messages of one voice, formed without their arguments and remembered.

    An overlay holds only the entries that differ from its base. Both form one bundle, so that a
    sentence of the base that refers to another gets the overlay's.
    """

    def __init__(
        self, locale: str, sources: Mapping[str, str], base: Sentences | None = None
    ) -> None:
        """Read the Fluent `sources`, given by file name, for a locale such as "de_DE".

        Raises:
            BrokenText: a file cannot be read, an id is there twice, or the base lacks it.
        """
        self.locale = locale
        self._bundle = FluentBundle([locale.replace("_", "-")], use_isolating=False)
        self.entries = _entries(sources)
        choosing = _Choosing()
        for entry in self.entries.values():
            choosing.visit(entry)
        self.chosen_by = frozenset(choosing.names)
        if base:
            if strange := sorted(self.entries.keys() - base.entries.keys()):
                raise BrokenText(f"only the overlay has {', '.join(strange)}")
            self.entries = base.entries | self.entries
            self.chosen_by |= base.chosen_by
        self._bundle.add_resource(ast.Resource([*self.entries.values()]))
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
            BrokenText: it needs other arguments or cannot be formed.
        """
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


def _entries(sources: Mapping[str, str]) -> dict[str, ast.Message | ast.Term]:
    """Messages and terms of all files; terms by their name with the hyphen."""
    entries: dict[str, ast.Message | ast.Term] = {}
    seen: dict[str, str] = {}
    for name, source in sorted(sources.items()):
        for entry in FluentResource(source).body:
            if isinstance(entry, ast.Junk):
                raise BrokenText(f"{name} cannot be read: {entry.content!r}")
            if isinstance(entry, ast.Message | ast.Term):
                text_id = ("-" if isinstance(entry, ast.Term) else "") + entry.id.name
                if text_id in seen:
                    raise BrokenText(f"{text_id!r} is in {seen[text_id]} and in {name}")
                seen[text_id] = name
                entries[text_id] = entry
    return entries


class _Choosing(Visitor):
    """Lets sentences choose by `$name?` where they show `$name`: a mark has no plural.

    Terms stay as they are, because they choose by what the sentence itself gives them.
    """

    def __init__(self) -> None:
        self.names: set[str] = set()

    def visit_Term(self, _: ast.Term) -> None:  # noqa: N802 -- Fluent's naming
        return

    def visit_SelectExpression(self, node: ast.SelectExpression) -> None:  # noqa: N802 -- Fluent's naming
        if isinstance(node.selector, ast.VariableReference):
            name = node.selector.id.name
            self.names.add(name)
            node.selector = ast.VariableReference(ast.Identifier(f"{name}?"))
        self.generic_visit(node)
