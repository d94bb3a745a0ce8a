"""Finds a network by its name or number, and a topic by what people call it."""

from __future__ import annotations

from rapidfuzz import fuzz

from bot.domain.community.network import Network, Topic
from bot.domain.search.directory import Directory
from bot.domain.search.lexicon import WEAK
from bot.domain.search.names import Called
from bot.domain.search.reader import understand
from bot.domain.search.words import fold, keys, tokenise

_SIMILAR = 72
_CANDIDATES = 200
_CALLS = (Called.SHORT, Called.NAME, Called.ALIAS)


def networks_named(text: str, directory: Directory, limit: int) -> tuple[Network, ...]:
    """The networks somebody may mean, best first; those that bear exactly that name alone."""
    typed = text.strip().removeprefix("#")
    if typed.isdecimal() and len(typed) < 10:  # noqa: PLR2004 -- longer is no number of ours
        slot = directory.slot_of.get(int(typed))
        return (directory.entry(slot).network,) if slot is not None else ()
    tokens = tokenise(text)
    if not tokens:
        return ()
    bearers: dict[int, int] = {}
    for key in keys(tokens):
        bearers |= directory.names.bearers(key)
    for call in _CALLS:
        exact = sorted(slot for slot, called in bearers.items() if called & call)
        if exact:
            return tuple(directory.entry(slot).network for slot in exact[:limit])
    return _similar(text, directory, limit)


def _similar(text: str, directory: Directory, limit: int) -> tuple[Network, ...]:
    typed = " ".join(token.folded for token in tokenise(text))
    scored = []
    for slot in _candidates(text, directory):
        network = directory.entry(slot).network
        names = (network.short_name, network.name, *network.aliases)
        score = max(fuzz.WRatio(typed, fold(name)) for name in names)
        if score >= _SIMILAR:
            scored.append((-score, slot))
    return tuple(directory.entry(slot).network for _, slot in sorted(scored)[:limit])


def _candidates(text: str, directory: Directory) -> list[int]:
    """Entries that share a word, or a mistyped one, with the text."""
    tokens = tokenise(text)
    forms = [token.stem for token in tokens]
    joined = "".join(token.folded for token in tokens)
    for typed in (*(token.folded for token in tokens), joined):
        forms.extend(guess.term for guess in directory.vocabulary.guesses((typed,)))
    found: dict[int, None] = {}
    terms = []
    for form in forms:
        for key in (form, directory.lexicon.surfaces.get(form, form)):
            terms.append(key)
            found |= dict.fromkeys(directory.names.bearers(key))
    best = directory.text.best(terms, len(directory), _CANDIDATES, directory.alive)
    return [*found, *(slot for _, slot in best if slot not in found)][:_CANDIDATES]


def topic_meant(text: str, directory: Directory) -> Topic | None:
    """The one topic that a text speaks of; None if there is none or more than one."""
    strengths = understand(text, directory).topics
    ranked = sorted(strengths, key=lambda topic: -strengths[topic])
    if not ranked or (len(ranked) > 1 and strengths[ranked[1]] == strengths[ranked[0]]):
        return None
    return directory.lexicon.topics[ranked[0]]


def topics_near(text: str, directory: Directory, limit: int) -> tuple[Topic, ...]:
    """The topics a text speaks of, then their neighbours, then those whose label looks alike."""
    topics = directory.lexicon.topics
    strengths = understand(text, directory).topics
    meant = sorted(strengths, key=lambda topic: -strengths[topic])
    near = [n for topic in meant if strengths[topic] > WEAK for n in topics[topic].near]
    typed = fold(text)
    alike = {
        t.id: max(fuzz.WRatio(typed, fold(word)) for word in (t.de, *t.synonyms))
        for t in topics.values()
    }
    similar = [t for t in sorted(alike, key=lambda t: -alike[t]) if alike[t] >= _SIMILAR]
    return tuple(topics[t] for t in dict.fromkeys((*meant, *near, *similar)))[:limit]
