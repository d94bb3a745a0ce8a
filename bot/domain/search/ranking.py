"""Decides which networks answer a query, and in what order."""

from __future__ import annotations

import heapq
from collections.abc import Collection, Iterable, Mapping

from bot.domain.search.directory import Directory
from bot.domain.search.entries import MOST_WITHOUT_OFFER
from bot.domain.search.findings import Findings, Match
from bot.domain.search.fulltext import by_text
from bot.domain.search.places import Located, locate
from bot.domain.search.query import Query

_MUST_MATCH = 0.66
_PER_LEVEL = 10.0
_SHORT_NAME = 2.0
_CLOSELY = 500
_FINE_ORDER = 60
_TEXT_BONUS, _MEMBER_BONUS, _BREADTH_BONUS, _ALSO_BONUS = 0.25, 0.15, 0.01, 0.8


def rank(query: Query, directory: Directory, limit: int) -> Findings:
    """The best matches; none is better than a wrong one."""
    findings = Findings(query, [locate(where, directory) for where in query.wheres])
    if _is_about_something_else(query):
        return findings
    if query.topics and not (query.only_weak and findings.located):
        _by_topic(findings, directory)
    elif findings.located:
        _by_place(findings, directory)
    elif query.also:
        findings.matches = [Match(slot, 1.0) for slot in query.also]
    elif query.terms:
        by_text(findings, directory, limit)
    findings.matches = _ordered(findings.matches, query, directory, limit)
    return findings


def _is_about_something_else(query: Query) -> bool:
    if query.unrelated and len(query.unrelated) >= query.mentions:
        return True
    if query.outside and not query.wheres:
        return True
    return bool(query.unknown or query.outside) and query.only_hints and not query.terms


def _by_topic(findings: Findings, directory: Directory) -> None:
    query = findings.query
    mass = {topic: s * directory.rarity(topic) for topic, s in query.topics.items()}
    findings.decisive = _decisive(query, mass)
    having = {slot for topic in findings.decisive for slot in directory.by_topic.get(topic, ())}
    if not findings.located:
        best = _likeliest(having, mass, findings.decisive, directory)
        findings.matches = [_topic_match(slot, mass, directory) for slot in best]
    else:
        _by_topic_and_place(findings, having, mass, directory)
    for match in findings.matches:
        match.level = _level(match.slot, findings.decisive, directory)
        match.score += _PER_LEVEL * match.level


def _by_topic_and_place(
    findings: Findings, having: set[int], mass: Mapping[str, float], directory: Directory
) -> None:
    findings.matches = [
        *_here(findings.located, having, mass, directory),
        *_everywhere(having, mass, directory),
    ]
    if not any(match.places for match in findings.matches):
        findings.matches += _in_same_state(findings.located, having, mass, directory)
    if not findings.matches:
        best = _likeliest(having, mass, findings.decisive, directory)
        findings.without_place = [_topic_match(slot, mass, directory) for slot in best]


def _likeliest(
    having: set[int], mass: Mapping[str, float], decisive: Collection[str], directory: Directory
) -> Iterable[int]:
    """Of many entries those that may become the best, before each is looked at closely."""
    if len(having) <= _CLOSELY:
        return having
    scores = dict.fromkeys(having, 0.0)
    for topic, weight in mass.items():
        offered = _PER_LEVEL if topic in decisive else 0.0
        for slot, fit in directory.by_topic.get(topic, {}).items():
            if slot in scores:
                scores[slot] += weight * fit + (offered if fit > MOST_WITHOUT_OFFER else 0.0)
    return heapq.nlargest(_CLOSELY, scores, key=lambda slot: (scores[slot], -slot))


def _level(slot: int, topics: Collection[str], directory: Directory) -> int:
    offers = directory.entry(slot).offers
    return max((int(offer.level) for offer in offers if offer.topic in topics), default=0)


def _decisive(query: Query, mass: Mapping[str, float]) -> tuple[str, ...]:
    """The topics of which a network must have one: those of the most telling words."""
    told = [(max(mass[topic] for topic in ask), ask) for ask in query.asks]
    most = max(telling for telling, _ in told)
    asked = (topic for telling, ask in told if telling >= _MUST_MATCH * most for topic in ask)
    return tuple(sorted(dict.fromkeys(asked), key=lambda topic: -mass[topic]))


def _topic_match(slot: int, mass: Mapping[str, float], directory: Directory) -> Match:
    fits = directory.entry(slot).fits
    parts = {topic: mass[topic] * fits[topic] for topic in mass if topic in fits}
    return Match(slot, sum(parts.values()), tuple(sorted(parts, key=lambda t: -parts[t])))


def _here(
    located: list[Located], having: set[int], mass: Mapping[str, float], directory: Directory
) -> Iterable[Match]:
    """Who has the topic and lies in (or is) what was asked, in as many as possible."""
    found = []
    for slot, places in _at(located).items():
        if slot in having or any(p.levels[slot] >= _SHORT_NAME for p in places):
            match = _topic_match(slot, mass, directory)
            match.places = places
            match.score += sum(place.levels[slot] for place in places)
            found.append(match)
    most = max((len(match.places) for match in found), default=0)
    return [match for match in found if len(match.places) == most]


def _at(located: list[Located]) -> dict[int, tuple[Located, ...]]:
    found: dict[int, tuple[Located, ...]] = {}
    for place in located:
        for slot in place.levels:
            found[slot] = (*found.get(slot, ()), place)
    return found


def _everywhere(
    having: set[int], mass: Mapping[str, float], directory: Directory
) -> Iterable[Match]:
    """Nation-wide networks that offer or are dedicated to the main topic answer for any place."""
    main = max(mass, key=lambda topic: mass[topic])
    for slot in directory.nationwide:
        known = main in directory.entry(slot).dedicated or _level(slot, (main,), directory)
        if slot in having and known:
            match = _topic_match(slot, mass, directory)
            match.nationwide = True
            match.score /= 2
            yield match


def _in_same_state(
    located: list[Located], having: set[int], mass: Mapping[str, float], directory: Directory
) -> Iterable[Match]:
    """Nobody has the topic in the asked town: those of the same Land come next."""
    for place in located:
        if not place.local:
            continue
        for code in place.states:
            for slot in having & directory.by_state.get(code, {}).keys():
                match = _topic_match(slot, mass, directory)
                match.instead_of = place.label
                yield match


def _by_place(findings: Findings, directory: Directory) -> None:
    found = _at(findings.located)
    terms = [term for term in findings.query.terms if term in directory.text]
    most = max((len(places) for places in found.values()), default=0)
    for slot, places in found.items():
        met = tuple(term for term in terms if directory.text.impact(term, slot))
        if len(places) < most or (terms and not met):
            continue
        network = directory.entry(slot).network
        score = sum(place.levels[slot] for place in places) + _BREADTH_BONUS * len(network.topics)
        score += _MEMBER_BONUS if network.member_since else 0.0
        findings.matches.append(Match(slot, score, places=places, terms=met))


def _ordered(matches: list[Match], query: Query, directory: Directory, limit: int) -> list[Match]:
    """Best first; words of the query that an entry is known by break near ties."""
    best = heapq.nlargest(max(limit, _FINE_ORDER), matches, key=lambda m: (m.score, -m.slot))
    words = tuple(dict.fromkeys(query.words))
    rarity = {word: directory.text.rarity(word, len(directory)) for word in words}
    by_slot: dict[int, Match] = {}
    for match in best:
        if query.topics or query.wheres:
            match.score += _ALSO_BONUS * (match.slot in query.also) + _TEXT_BONUS * sum(
                rarity[word] * directory.text.impact(word, match.slot) for word in words
            )
        known = by_slot.setdefault(match.slot, match)
        if match.score > known.score:
            by_slot[match.slot] = match
    return sorted(by_slot.values(), key=lambda m: (-m.score, m.slot))[:limit]
