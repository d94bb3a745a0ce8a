"""Chooses, among the words near a mistyped one, those that were probably meant."""

from __future__ import annotations

from bot.domain.search.directory import Directory
from bot.domain.search.words import stem

_MOST_EDITS = 4


def nearest(folded: str, directory: Directory, most: int = _MOST_EDITS) -> list[str]:
    """The known words that are nearest, up to `most` edits away, telling ones first."""
    guesses = directory.vocabulary.guesses((folded, stem(folded)))
    if not guesses or guesses[0].distance > most:
        return []
    same = [guess.term for guess in guesses if guess.closeness == guesses[0].closeness]
    return sorted(same, key=lambda term: (_dullness(term, directory), term))


def _dullness(term: str, directory: Directory) -> int:
    lexicon = directory.lexicon
    sense = lexicon.sense(lexicon.surfaces.get(term, term))
    if (sense and (sense.topics or sense.places)) or term in directory.names:
        return 0
    return 2 if sense and sense.idle else 1
