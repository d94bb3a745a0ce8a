"""Takes German compounds apart, as far as we know their parts."""

from __future__ import annotations

from bot.domain.search.lexicon import HINT, Lexicon
from bot.domain.search.words import stem

_MIN_PART = 4
_MIN_LONE_PART = 5
_LINKS = ("", "s", "es", "n", "en", "er", "e")
_SUFFIXES = {"schaft", "heit", "keit", "ung", "lich", "ling", "chen", "bar", "los", "isch", "ismus"}
_NOUN_ENDINGS = ("ung", "ungen", "heit", "keit", "keiten", "schaft", "ion", "ionen", "itat", "tum")
_COMPASS = ("nord", "sud", "ost", "west", "mittel", "ober", "unter", "zentral", "nieder")
_EVERYWHERE = ("weit", "weite", "weiten", "weiter")
_UNSURE = 0.7

Part = tuple[str, float]


def taken_apart(folded: str, lexicon: Lexicon, *, whole: bool) -> list[Part]:
    """The known parts of a compound and their strength; empty if it is none.

    With `whole` every part must be known; without, one part that speaks of a topic suffices.
    """
    if len(folded) < 2 * _MIN_PART:
        return []
    return _all_known(folded, lexicon) if whole else _one_known(folded, lexicon)


def looks_like_place(folded: str, lexicon: Lexicon) -> bool:
    """Whether an unknown word behind "in" is rather a place than a noun of another kind."""
    if folded.endswith(_NOUN_ENDINGS):
        return False
    heads = (folded[:cut] for cut in range(_MIN_LONE_PART, len(folded) - 2))
    return not any(lexicon.sense(stem(head)) for head in heads)


def _all_known(folded: str, lexicon: Lexicon) -> list[Part]:
    adjective = stem(folded)
    if adjective.endswith("isch") and _is_place(adjective.removesuffix("isch"), lexicon):
        return [(adjective.removesuffix("isch"), 1.0)]
    for cut in range(len(folded) - _MIN_PART, _MIN_PART - 1, -1):
        head, tail = folded[:cut], folded[cut:]
        if tail in _EVERYWHERE and _known(head, lexicon):
            return [(head, 1.0)]
        if head in _COMPASS and _is_place(tail, lexicon):
            return [(tail, 1.0)]
        first = _unlinked(head, lexicon)
        if first and _known(tail, lexicon) and _has_meaning((first, tail), lexicon):
            return [(first, 1.0), (tail, _UNSURE)]
    return []


def _one_known(folded: str, lexicon: Lexicon) -> list[Part]:
    for cut in range(len(folded) - 3, _MIN_LONE_PART - 1, -1):
        head, tail = folded[:cut], folded[cut:]
        if head in lexicon.compound_parts and tail not in _SUFFIXES:
            return [(head, _UNSURE)]
    for cut in range(3, len(folded) - _MIN_LONE_PART):
        if folded[cut:] in lexicon.compound_parts:
            return [(folded[cut:], HINT)]
    return []


def _unlinked(head: str, lexicon: Lexicon) -> str | None:
    for link in _LINKS:
        if head.endswith(link):
            part = head[: len(head) - len(link)]
            if len(part) >= _MIN_PART and _known(part, lexicon):
                return part
    return None


def _known(part: str, lexicon: Lexicon) -> bool:
    sense = lexicon.sense(stem(part))
    return sense is not None and not sense.filler and not sense.unrelated


def _is_place(part: str, lexicon: Lexicon) -> bool:
    sense = lexicon.sense(stem(part))
    return sense is not None and bool(sense.places)


def _has_meaning(parts: tuple[str, str], lexicon: Lexicon) -> bool:
    senses = [lexicon.sense(stem(part)) for part in parts]
    return any(sense and not sense.weak and not sense.idle for sense in senses)
