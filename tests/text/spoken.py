"""What the files of each voice say, read once for all tests of sentences."""

import re
from collections.abc import Iterable, Iterator
from functools import cache
from importlib.resources import files

from fluent.runtime import FluentResource
from fluent.syntax import ast as ftl
from fluent.syntax.visitor import Visitor

from bot.domain.dialogue.voice import Voice

Entry = ftl.Message | ftl.Term
GAP = "…"  # where a sentence takes something in


@cache
def written(voice: Voice) -> dict[str, Entry]:
    """What stands in the voice's own files; terms by their name with the hyphen."""
    entries: dict[str, Entry] = {}
    for file in (files("bot") / "locales" / voice.tag).iterdir():
        for entry in FluentResource(file.read_text("utf-8")).body:
            if isinstance(entry, ftl.Message | ftl.Term):
                hyphen = "-" if isinstance(entry, ftl.Term) else ""
                entries[hyphen + entry.id.name] = entry
    return entries


@cache
def spoken(voice: Voice) -> dict[str, Entry]:
    """What the voice says: its own entries over those of its base."""
    return (spoken(voice.base) if voice.base else {}) | written(voice)


class Patterns(Visitor):
    """The words of each sentence and variant, with a gap where something is put in."""

    def __init__(self) -> None:
        self.found: list[str] = []

    def visit_Pattern(self, node: ftl.Pattern) -> None:  # noqa: N802 -- Fluent's naming
        self.found.append("".join(_shown(element) for element in node.elements))
        self.generic_visit(node)


def _shown(element: ftl.TextElement | ftl.Placeable) -> str:
    if isinstance(element, ftl.TextElement):
        return element.value
    if isinstance(element.expression, ftl.StringLiteral):
        return str(element.expression.parse()["value"])
    return GAP


def patterns(entry: Entry) -> list[str]:
    visitor = Patterns()
    visitor.visit(entry)
    return visitor.found


_FORMAL = re.compile(r"\b(?:Sie|Ihnen|Ihr(?:e[mnrs]?)?|IHR(?:E[MNRS]?)?)\b")
_SINGULAR = (
    "(?!(?:selbst|nicht|jetzt|erst)\\b)(?:\\w+t|war|kam|käme|wäre|wurde|würde|hatte|hätte)\\b"
)
_SHE = re.compile(rf"(?:^|[.!?:„]\s*|\n\s*)Sie {_SINGULAR}", re.MULTILINE)
_INFORMAL = re.compile(
    r"\b(?:du|dich|dir|dein(?:e[mnrs]?)?|euch|euer|eure[mnrs]?|ihr "
    r"(?:seid|habt|könnt|wollt|müsst|sollt|dürft|mögt|werdet))\b",
    re.IGNORECASE,
)
_CODE = re.compile("<code>.*?</code>", re.DOTALL)
_NAMED = re.compile("„(?:Sie|du)“")  # the word itself, as in: Ich sage „du“.


def formal_address(text: str) -> list[str]:
    """The words that say "Sie" to the reader.

    At the start of a sentence "Sie" is "she" before a verb in the singular: "Sie kommt am …".
    What could also mean "they" ("Sie kommen …") is taken for the reader: say the noun there.
    """
    return _FORMAL.findall(_SHE.sub(" ", _NAMED.sub("", text)))


def informal_address(text: str) -> list[str]:
    """The words that say "du" or "ihr" to the reader; what people type to the bot may."""
    return _INFORMAL.findall(_CODE.sub(" ", _NAMED.sub("", text)))


def commands(entry: Entry) -> set[str]:
    """The command words that a sentence names, without what follows them."""
    return {c for text in patterns(entry) for c in re.findall(r"![a-zäöüß]+(?: [a-zäöüß]+)*", text)}


def typed(entry: Entry) -> set[str]:
    """All that a sentence tells people to type."""
    return {code for text in patterns(entry) for code in _CODE.findall(text)}


def addressing(voice: Voice) -> Iterator[str]:
    """The ids of the voice's entries that say "Sie" to the reader."""
    for text_id, entry in spoken(voice).items():
        if any(formal_address(text) for text in patterns(entry)):
            yield text_id


def nothing_wrong(faults: Iterable[str]) -> None:
    """Tell them all, one per line, to whoever has to mend them."""
    found = list(faults)
    assert not found, "\n".join(["", *found])
