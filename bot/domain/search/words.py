"""Words as people type them, made comparable: umlauts, accents, hyphens and endings fall away."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

MAX_CHARACTERS = 2_000
MAX_TOKENS = 60
_REMEMBERED = 200_000
_WORD = re.compile(r"[^\W_]+\+?")
_OWN_LETTERS = str.maketrans(
    {"ä": "a", "ö": "o", "ü": "u", "ß": "ss", "ł": "l", "ø": "o", "æ": "a", "+": "plus"}
)
_PAIRS = re.compile(r"[aou]e")
_ENDINGS = ("ern", "em", "er", "en", "es", "e", "s", "n")
_INNER_ENDINGS = ("em", "er", "en", "e")
_LAST = {ending[-1] for ending in _ENDINGS}
_MIN_STEM = 4
_MIN_INFLECTED = 5


class Token(NamedTuple):
    """One word of a text: as typed, folded to plain letters, and its stem."""

    raw: str
    folded: str
    stem: str


def fold(text: str) -> str:
    """Lower case without umlauts or accents; `ae`, `oe`, `ue` count as the umlaut."""
    lowered = text.lower()
    if not lowered.isalpha() or not lowered.isascii():
        lowered = lowered.translate(_OWN_LETTERS)
    if not lowered.isascii():
        parts = unicodedata.normalize("NFKD", lowered)
        plain = "".join(c for c in parts if not unicodedata.combining(c))
        lowered = plain.lower().translate(_OWN_LETTERS)
    return _PAIRS.sub(_first_letter, lowered) if "e" in lowered else lowered


def _first_letter(pair: re.Match[str]) -> str:
    return pair[0][0]


def stem(folded: str) -> str:
    """The word without German (or English plural) endings; short words stay whole."""
    if len(folded) < _MIN_INFLECTED:
        return folded
    word = folded
    for feminine in ("innen", "erin"):
        if word.endswith(feminine) and len(word) - len(feminine) >= _MIN_STEM:
            word = word.removesuffix(feminine) + ("er" if feminine == "erin" else "")
            break
    return _without_ending(_without_ending(word, _ENDINGS), _INNER_ENDINGS)


def _without_ending(word: str, endings: tuple[str, ...]) -> str:
    if word[-1] not in _LAST:
        return word
    for ending in endings:
        if word.endswith(ending) and len(word) - len(ending) >= _MIN_STEM:
            return word if word.endswith("ss") else word[: -len(ending)]
    return word


def tokenise(text: str) -> list[Token]:
    """The first words of a text; what is no letter or digit separates."""
    found = _WORD.findall(text[:MAX_CHARACTERS])[:MAX_TOKENS]
    return [token for token in map(_token, found) if token.folded]


def stems(text: str) -> list[str]:
    """The stems of all words of a text, quicker than by tokens."""
    return list(map(_STEMS.__getitem__, _WORD.findall(text[:MAX_CHARACTERS])))


class _Stems(dict[str, str]):
    """Remembers the stems of words, as many as a large directory has."""

    def __missing__(self, raw: str) -> str:
        if len(self) >= _REMEMBERED:
            self.clear()
        found = self[raw] = stem(fold(raw))
        return found


_STEMS = _Stems()


@lru_cache(maxsize=65_536)
def _token(raw: str) -> Token:
    folded = fold(raw)
    return Token(raw, folded, stem(folded))


def keys(tokens: Sequence[Token]) -> tuple[str, ...]:
    """One or two keys of a phrase: equal if words are inflected, put together or taken apart."""
    if len(tokens) == 1:
        return (tokens[0].stem,)
    inflected = "".join([token.stem for token in tokens])
    joined = stem("".join([token.folded for token in tokens]))
    return (inflected,) if joined == inflected else (inflected, joined)


def phonetic(folded: str) -> str:
    """A code that is equal for words that sound alike in German (`d`/`t`, `f`/`v`/`ph`, ...)."""
    word = folded.replace("ph", "f").replace("sch", "s").replace("ck", "k").replace("x", "ks")
    word = word.replace("qu", "kf").replace("ch", "k")
    coded = word.translate(_SOUNDS)
    kept = [c for i, c in enumerate(coded) if i == 0 or (c not in "ah" and c != coded[i - 1])]
    return "".join(kept)


_SOUNDS = str.maketrans("eiouyjbdvwzcgqn", "aaaaaaptffskkkm")
