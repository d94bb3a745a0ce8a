"""Every sentence with arguments as they come, in all its variants."""

import re
from collections.abc import Iterator
from datetime import date, datetime
from html import unescape
from itertools import product
from zoneinfo import ZoneInfo

from fluent.syntax import ast as ftl
from fluent.syntax.visitor import Visitor

from bot.domain.dialogue.inline import Link, Mention
from bot.domain.dialogue.message import Text
from bot.domain.dialogue.voice import Voice
from bot.text import Catalogue
from tests.text.spoken import Entry, spoken

_DAY = date(2026, 12, 8)
_MOMENT = datetime(2026, 12, 8, 10, tzinfo=ZoneInfo("Europe/Berlin"))
SAMPLES: dict[str, object] = {
    "about": Text("project-duty", duty="sustain"),
    "added": 3,
    "after": "Bonn, Altes Rathaus",
    "all": 8,
    "ansage-rhythm.at": "9:00",
    "ansage-rhythm.day": 1,
    "ansage-rhythm.until": Text("ansage-until", day=_DAY),
    "asker": Mention("@anna:example.org"),
    "at": _MOMENT,
    "before": "Berlin",
    "beginning": "Heute beginnt die …",
    "by": Mention("@anna:example.org"),
    "changed": 2,
    "choices": ("Fachkräfte OWL", "Fachkräfte Ems"),
    "day": _DAY,
    "detail": Text("tagung-detail", detail="place"),
    "details": ("Termin", "Ort"),
    "due": _MOMENT,
    "guess": Text("reason-nowhere"),
    "kinds": ("Tagung", "Ansagen"),
    "lands": ("Hessen", "Thüringen"),
    "level": 3,
    "limit": 1000,
    "line": "Verbundausbildung, Stufe 3",
    "link": Link("https://example.org", "https://example.org"),
    "minutes": 12,
    "moment": _MOMENT,
    "most": 1000,
    "name": "Ansage zur Tagung",
    "near": ("Pflege", "Handwerk"),
    "need-line.until": Text("need-until", day=_DAY),
    "network": "Fachkräftebündnis OWL",
    "note": Text("line-note", note="seit 2016"),
    "number": 12,
    "other": _DAY,
    "ours": _MOMENT,
    "own": ("Fachkräfte OWL", "Fachkräfte Ems"),
    "page": 2,
    "pate-hit.place": "Bielefeld",
    "place": Text("reason-nowhere"),
    "places": ("Hessen",),
    "projekt-meldung-done.days": (_DAY,),
    "reason": "bietet an: Pflege, Stufe 3",
    "reason-instead.place": "Sauerland",
    "reason-place.place": "Sauerland",
    "receivers": 2,
    "reference": "a1b2c3",
    "rhythm": "jeden Montag um 9:00 Uhr",
    "rooms": ("Gemeinschaft", "Pflege"),
    "row": 3,
    "said": Text("request-said", answer="Gern, rufen Sie mich an."),
    "server": _MOMENT,
    "since": _DAY,
    "starts": _MOMENT,
    "title": "9. Fachtagung",
    "topics": ("Pflege", "Handwerk"),
    "unchanged": 5,
    "user": Mention("@anna:example.org"),
    "where": "Zeile 3",
    "who": Mention("@anna:example.org"),
    "word": "pate",
    "zone": "Westeuropäische Zeit",
}
_FEW = 3


class Needs(Visitor):
    """The arguments of a sentence and of those it refers to, with the variants they choose."""

    def __init__(self, voice: Voice, entry: Entry) -> None:
        self._known = spoken(voice)
        self.variants: dict[str, list[str]] = {}
        self.visit(entry)

    def visit_VariableReference(self, node: ftl.VariableReference) -> None:  # noqa: N802 -- Fluent's naming
        self.variants.setdefault(node.id.name, [])

    def visit_MessageReference(self, node: ftl.MessageReference) -> None:  # noqa: N802 -- Fluent's naming
        if node.id.name in self._known:
            self.visit(self._known[node.id.name])

    def visit_SelectExpression(self, node: ftl.SelectExpression) -> None:  # noqa: N802 -- Fluent's naming
        self.generic_visit(node)
        if isinstance(node.selector, ftl.VariableReference):
            keys = [
                v.key.name if isinstance(v.key, ftl.Identifier) else v.key.value
                for v in node.variants
            ]
            self.variants[node.selector.id.name] += keys


def texts(voice: Voice, text_id: str) -> Iterator[Text]:
    """The sentence in all its variants."""
    variants = Needs(voice, spoken(voice)[text_id]).variants
    values = [_values(text_id, name, variants[name]) for name in variants]
    for chosen in product(*values):
        yield Text(text_id, **dict(zip(variants, chosen, strict=True)))


def _values(text_id: str, name: str, variants: list[str]) -> list[object]:
    sample = SAMPLES.get(f"{text_id}.{name}", SAMPLES.get(name))
    if not variants:
        return ["Pflege" if sample is None else sample]
    return [_choosing(variant, sample) for variant in dict.fromkeys(variants)]


def _choosing(variant: str, sample: object) -> object:
    """A value that chooses the variant, as near to the sample as can be."""
    if variant in ("yes", "no"):
        return variant == "yes"
    if variant.isdecimal() or variant == "one":
        count = 1 if variant == "one" else int(variant)
        return sample[:count] if isinstance(sample, tuple) else count
    if variant == "other":
        return _FEW if sample is None else sample
    return variant


_CODE = re.compile("<code>.*?</code>", re.DOTALL)
_TAG = re.compile("<[^>]*>")
_MONTHS = "Januar|Februar|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember"
_END = re.compile(rf"\n|[!?:](?!\w)|\.(?!\w)(?!(?<=\d\.) (?:{_MONTHS}|Fachtagung))")


def prose(words: Catalogue, text: Text) -> str:
    """What is read, with one word for each command to type."""
    html = _CODE.sub("Befehl", words.body((text,)).html)
    return unescape(_TAG.sub("", html.replace("<br>", "\n")))


def sentences(read: str) -> list[str]:
    """The sentences of some prose; a colon ends one, too."""
    return [sentence.strip() for sentence in _END.split(read) if sentence.strip()]


def words_in(sentence: str) -> int:
    return sum(any(letter.isalnum() for letter in word) for word in sentence.split())
