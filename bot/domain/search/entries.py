"""What is known of one network, prepared for finding it."""

from __future__ import annotations

import math
import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import NamedTuple

from bot.domain.community.network import Network, Offer
from bot.domain.search.lexicon import STRONG, Lexicon
from bot.domain.search.names import Called
from bot.domain.search.words import Token, keys, stems, tokenise

_IN_NAME, _IN_SEAT, _IN_REGION, _IN_OFFER = 3.0, 2.5, 2.0, 1.0
_FOCUS, _SPECIALITY, _PROMINENCE, _PER_LEVEL = 0.6, 0.8, 0.2, 0.3
MOST_WITHOUT_OFFER = 1.0 + _FOCUS + _SPECIALITY + _PROMINENCE
_MAX_REGION_PART = 4
_MIN_LONE_PART, _MIN_REST = 5, 3
_LONGEST = 4
_NO_FITS: Mapping[str, float] = {}
_OWN = (Called.NAME, Called.ALIAS)
_PARTS = re.compile(r"[,;()/]| und ")
_PUNCTUATION = set("(–|.")
_ADDITIONS = re.compile(r"\([^)]*\)|\be\. ?V\.|[–|].*")


class Entry(NamedTuple):
    """A network with its offers, and how well it fits each of its topics."""

    network: Network
    offers: tuple[Offer, ...]
    fits: Mapping[str, float]
    dedicated: frozenset[str]
    """Topics that its own name speaks of."""


Phrase = tuple[str, list[Token], int]


class Describer:
    """Reads networks in the light of a lexicon."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._lexicon = lexicon
        self._spoken: dict[str, frozenset[str]] = {}

    def phrases(self, network: Network) -> list[Phrase]:
        """All phrases that a network is known by."""
        found = [
            (network.short_name, tokenise(network.short_name), Called.SHORT),
            (network.name, tokenise(network.name), Called.NAME),
        ]
        if not _PUNCTUATION.isdisjoint(network.name):
            plain = _ADDITIONS.sub("", network.name)
            found.append((plain, tokenise(plain), Called.NAME))
        found += ((alias, tokenise(alias), Called.ALIAS) for alias in network.aliases)
        if network.seat:
            found.append((network.seat, tokenise(network.seat), Called.SEAT))
        found += self._region_parts(network.region)
        return [phrase for phrase in found if phrase[1]]

    def _region_parts(self, region: str) -> Iterator[Phrase]:
        for part in _PARTS.split(region):
            if part.count(" ") > _MAX_REGION_PART + 2:
                continue
            tokens = tokenise(part)
            while len(tokens) > 1 and self._introduces(tokens[0]):
                tokens = tokens[1:]
            if 0 < len(tokens) <= _MAX_REGION_PART:
                yield " ".join(token.raw for token in tokens), tokens, Called.REGION

    def _introduces(self, token: Token) -> bool:
        sense = self._lexicon.sense(token.stem)
        return sense is not None and (sense.weak or sense.filler)

    def entry(self, network: Network, offers: tuple[Offer, ...], phrases: list[Phrase]) -> Entry:
        """The network as the directory keeps it."""
        dedicated: set[str] = set()
        for _, tokens, called in phrases:
            if called in _OWN:
                self._add_topics(tokens, dedicated)
        return Entry(network, offers, fits(network, offers, dedicated), frozenset(dedicated))

    def _add_topics(self, tokens: list[Token], topics: set[str]) -> None:
        """Adds the topics that a name speaks of."""
        speaking = False
        for token in tokens:
            spoken = self._spoken.get(token.folded)
            if spoken is None:
                spoken = self._spoken[token.folded] = frozenset(self._topics_of_word(token))
            topics |= spoken
            speaking = speaking or token.stem in self._lexicon.topic_words
        if not speaking:
            return
        for length in range(2, min(_LONGEST, len(tokens)) + 1):
            for at in range(len(tokens) - length + 1):
                topics.update(self._topics_of(tokens[at : at + length]))

    def _topics_of(self, tokens: list[Token]) -> Iterator[str]:
        for key in keys(tokens):
            sense = self._lexicon.sense(key)
            if sense and not sense.weak:
                yield from (t for t, strength in sense.topics.items() if strength == STRONG)

    def _topics_of_word(self, token: Token) -> Iterator[str]:
        yield from self._topics_of([token])
        folded, parts = token.folded, self._lexicon.compound_parts
        for cut in range(_MIN_LONE_PART, len(folded) - _MIN_REST):
            if folded[:cut] in parts:
                yield from self._lexicon.senses[parts[folded[:cut]]].topics


def text_weights(
    network: Network, offers: Iterable[Offer], phrases: Iterable[Phrase]
) -> dict[str, float]:
    """The stems of all that a network says of itself, each with the weight of where it stands."""
    weights = dict.fromkeys(stems(network.region), _IN_REGION)
    for _, tokens, called in phrases:
        if called != Called.REGION:
            weight = _IN_SEAT if called == Called.SEAT else _IN_NAME
            for token in tokens:
                weights[token.stem] = weights.get(token.stem, 0.0) + weight
    for offer in offers:
        for term in stems(offer.note):
            weights[term] = weights.get(term, 0.0) + _IN_OFFER
    return weights


def fits(
    network: Network, offers: Iterable[Offer], dedicated: Collection[str]
) -> Mapping[str, float]:
    """How well a network fits each of its topics: an offer most, then a speciality."""
    if not (network.topics or offers):
        return _NO_FITS
    found: dict[str, float] = {}
    focus = _FOCUS / math.sqrt(max(1, len(network.topics)))
    for position, topic in enumerate(network.topics):
        speciality = _SPECIALITY if topic in dedicated else 0.0
        found[topic] = 1.0 + focus + speciality + _PROMINENCE / (1 + position)
    for offer in offers:
        known = found.get(offer.topic, 0.0)
        offered = MOST_WITHOUT_OFFER + _PER_LEVEL * int(offer.level)
        found[offer.topic] = max(known, offered + known / 100)
    return found
