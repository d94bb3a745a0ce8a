"""A query as it was understood: which topics, which places, which names, and what is left."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from bot.domain.search.lexicon import HINT, WEAK, Place

_AGAIN = 0.25


@dataclass(frozen=True, slots=True)
class Where:
    """A place or a name that was asked: its proper spelling, and who bears it exactly."""

    label: str
    places: tuple[Place, ...]
    bearers: Mapping[int, int]
    terms: tuple[str, ...] = ()
    named: bool = False
    """It is the name of a network, not of a place."""


@dataclass(slots=True)
class Query:
    """What a text asks for."""

    topics: dict[str, float] = field(default_factory=dict)
    asks: list[tuple[str, ...]] = field(default_factory=list)
    """For each word that speaks of a topic the topics that it may mean."""
    mentions: int = 0
    """How many words or phrases clearly spoke of a topic."""
    wheres: list[Where] = field(default_factory=list)
    also: dict[int, int] = field(default_factory=dict)
    """Networks that bear a word which is a topic or an everyday word too."""
    terms: list[str] = field(default_factory=list)
    """Stems of words that only descriptions hold."""
    typed: dict[str, str] = field(default_factory=dict)
    """For each of the `terms` the word as it was typed."""
    words: list[str] = field(default_factory=list)
    """Stems of all words that count, for fine ordering."""
    unknown: list[str] = field(default_factory=list)
    unrelated: list[str] = field(default_factory=list)
    outside: list[str] = field(default_factory=list)
    """Places abroad or unknown."""

    @property
    def only_weak(self) -> bool:
        """All topics come from words that occur everywhere."""
        return all(strength <= WEAK for strength in self.topics.values())

    @property
    def only_hints(self) -> bool:
        """No topic was clearly named."""
        return all(strength <= HINT for strength in self.topics.values())

    def add_topics(self, strengths: Mapping[str, float], factor: float) -> None:
        """One word spoke of these topics; a topic that is named again counts more."""
        if not strengths:
            return
        for topic, own in strengths.items():
            strength = own * factor
            known = self.topics.get(topic)
            again = 0.0 if known is None else _AGAIN * min(known, strength)
            self.topics[topic] = max(known or 0.0, strength) + again
        best = max(strengths.values())
        self.asks.append(tuple(t for t, own in strengths.items() if own >= best / 2))
        self.mentions += factor > WEAK and best > WEAK
