"""Finds the words that somebody who mistyped may have meant."""

from __future__ import annotations

from array import array
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from rapidfuzz import process
from rapidfuzz.distance import OSA

from bot.domain.search.words import phonetic

_CANDIDATES = 200
_COMMON_GRAM = 4_000
_SHORT = 4
_MIDDLE = 7
_LONG = 11


@dataclass(frozen=True, slots=True)
class Guess:
    """A known word and by how many edits it differs from the typed one."""

    term: str
    distance: int
    sounds_alike: bool

    @property
    def closeness(self) -> tuple[int, bool]:
        """Smaller is nearer."""
        return (self.distance, not self.sounds_alike)


class Vocabulary:
    """All distinct words; grows only."""

    def __init__(self) -> None:
        self._terms: list[str] = []
        self._known: set[str] = set()
        self._grams: dict[str, array[int]] = {}
        self._own: set[str] = set()
        """Those whose numbers no copy shares."""

    def copy(self) -> Vocabulary:
        """One that begins with the same words and grows by itself."""
        copied = Vocabulary()
        copied._terms, copied._known = [*self._terms], {*self._known}
        copied._grams = {**self._grams}
        self._own.clear()
        return copied

    def add(self, term: str) -> None:
        """Makes a folded word findable; short ones, and what holds digits, are never guessed."""
        if len(term) < _SHORT or not term.isalpha() or term in self._known:
            return
        self._known.add(term)
        number = len(self._terms)
        self._terms.append(term)
        for gram in _grams(term):
            if gram not in self._own:
                self._grams[gram] = array("I", self._grams.get(gram, ()))
                self._own.add(gram)
            self._grams[gram].append(number)

    def guesses(self, typed: Iterable[str]) -> list[Guess]:
        """Known words near any of the folded forms, nearest first."""
        best: dict[str, Guess] = {}
        for form in dict.fromkeys(typed):
            for guess in self._near(form):
                if guess.term not in best or guess.distance < best[guess.term].distance:
                    best[guess.term] = guess
        return sorted(best.values(), key=lambda guess: (guess.closeness, guess.term))

    def _near(self, form: str) -> list[Guess]:
        if len(form) < _SHORT:
            return []
        limit = _limit(len(form))
        found = process.extract(
            form, self._candidates(form), scorer=OSA.distance, limit=10, score_cutoff=limit + 1
        )
        code = phonetic(form)
        judged = (Guess(term, int(d), phonetic(term) == code) for term, d, _ in found)
        return [guess for guess in judged if _believable(form, guess, limit)]

    def _candidates(self, form: str) -> list[str]:
        postings = sorted((self._grams[g] for g in _grams(form) if g in self._grams), key=len)
        counted: Counter[int] = Counter()
        for posting in postings:
            if counted and len(posting) > _COMMON_GRAM:
                break
            counted.update(posting)
        longest = len(form) + _limit(len(form)) + 1
        return [
            self._terms[number]
            for number, _ in counted.most_common(_CANDIDATES)
            if len(self._terms[number]) <= longest
        ]


def _grams(term: str) -> list[str]:
    padded = f"^{term}$"
    return [padded[i : i + 3] for i in range(len(term))]


def _limit(length: int) -> int:
    """How many edits a typed word of that length may be away."""
    if length <= _SHORT:
        return 0
    return 1 if length <= _MIDDLE else 2 if length <= _LONG else 3


def _believable(form: str, guess: Guess, limit: int) -> bool:
    term = guess.term
    if guess.sounds_alike and len(form) > _SHORT:
        return guess.distance <= limit + 1
    if guess.distance > limit:
        return False
    if len(form) <= _MIDDLE:
        swapped = len(term) == len(form) and sorted(term) != sorted(form)
        if term[0] != form[0] or (swapped and len(form) <= _SHORT + 1):
            return False
    return guess.distance < len(term) / 3
