"""How near a typed word comes to ours. Nearness leads to a question, never to an execution."""

from collections.abc import Collection

from rapidfuzz import process
from rapidfuzz.distance import OSA

_LONGEST = 40
_TYPO = 4
"""So many letters before a slip in them can be told from another word."""
_BEGINNING = 3
_TWO_SLIPS = 6
_ALIEN_TYPO = 5
_ALIEN_BEGINNING = 4
_ALIEN_TWO_SLIPS = 8
_UMLAUTS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue"})

# What other bots are told, and what people say, a letter away from our words or their beginning.
_ORDINARY_WORDS = (
    "abfrage angel angle announce broom coffer groom heiter helps lang leiter matron meet needs "
    "offen offers paste pastel patent pater patreon patrol plate plates reiter roles roll roller "
    "rollo rolls room rooms tag tage tagged traum troll trolle waiter warm weit wetter writer"
)
_ORDINARY = frozenset(_ORDINARY_WORDS.split())


def folded(word: str) -> str:
    """The word as commands are compared: any case, umlauts written out, no mark behind it."""
    return word.rstrip("?!.,:;").casefold().translate(_UMLAUTS)


def nearest(typed: str, known: Collection[str]) -> tuple[str, ...]:
    """The words that somebody who speaks to us is, begins, or comes nearest to; both folded."""
    return _near(typed, known, _BEGINNING, _TYPO, _TWO_SLIPS)


def unmistakable(typed: str, known: Collection[str]) -> tuple[str, ...]:
    """The same behind a sigil that other bots listen to as well: no ordinary word, fewer slips."""
    if typed not in known and typed in _ORDINARY:
        return ()
    return _near(typed, known, _ALIEN_BEGINNING, _ALIEN_TYPO, _ALIEN_TWO_SLIPS)


def _near(
    typed: str, known: Collection[str], beginning: int, typo: int, two_slips: int
) -> tuple[str, ...]:
    if typed in known:
        return (typed,)
    if not beginning <= len(typed) <= _LONGEST:
        return ()
    begun = tuple(sorted(word for word in known if word.startswith(typed)))
    if begun or len(typed) < typo:
        return begun
    slips = 2 if len(typed) >= two_slips else 1
    found = process.extract(
        typed, sorted(known), scorer=OSA.distance, score_cutoff=slips, limit=None
    )
    likely = [one for one in found if one[1] < 2 or len(one[0]) >= two_slips]  # noqa: PLR2004
    return tuple(word for word, distance, _ in likely if distance == likely[0][1])
