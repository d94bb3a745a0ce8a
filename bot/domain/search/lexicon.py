"""What words and phrases mean: topics, places, or nothing that matters."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from enum import StrEnum

from bot.domain.community.network import Taxonomy, Topic
from bot.domain.search.vocabulary import Vocabulary
from bot.domain.search.words import keys, tokenise

STRONG, HINT, WEAK = 1.0, 0.45, 0.2
_MIN_COMPOUND_PART = 5
_WOMEN = "innen"  # "Gründerinnen" is about women, "gründen" is not: no common stem


class PlaceKind(StrEnum):
    """How large a place is; `BROAD` is a group of Länder."""

    STATE = "state"
    BROAD = "broad"
    LANDSCAPE = "landscape"
    TOWN = "town"


@dataclass(frozen=True, slots=True)
class Place:
    """A place in its proper spelling, the Länder it lies in, and the keys it is known by."""

    name: str
    kind: PlaceKind
    states: tuple[str, ...]
    keys: tuple[str, ...]


@dataclass(slots=True)
class Sense:
    """All that a phrase may mean; `topics` by id with their strength."""

    topics: dict[str, float] = field(default_factory=dict)
    places: list[Place] = field(default_factory=list)
    filler: bool = False
    weak: bool = False
    unrelated: bool = False
    abroad: bool = False

    @property
    def idle(self) -> bool:
        """It is a known word that says nothing."""
        return (self.filler or self.weak) and not (self.topics or self.places)

    def without_places(self) -> Sense:
        """The same as an ordinary word."""
        return replace(self, places=[])


class Lexicon:
    """The words of a taxonomy by their keys; does not change."""

    def __init__(self, taxonomy: Taxonomy) -> None:
        self.taxonomy = taxonomy
        self.topics = {topic.id: topic for topic in taxonomy.topics}
        self.states = {state.code: state for state in taxonomy.states}
        self.senses: dict[str, Sense] = {}
        self.surfaces: dict[str, str] = {}
        """Folded single words, also those of phrases, and their keys."""
        self.longest = 1
        self.topic_words: set[str] = set()
        """Stems of all words that phrases of topics are made of."""
        for topic in taxonomy.topics:
            self._add_topic(topic)
        self._add_places()
        self._add_idle_words()
        self.ambiguous = {key for word in taxonomy.phrasing.ambiguous for key in self._keys(word)}
        self.compound_parts = {
            surface: key
            for surface, key in self.surfaces.items()
            if len(surface) >= _MIN_COMPOUND_PART
            and (sense := self.senses.get(key))
            and sense.topics
            and not (sense.weak or sense.unrelated)
        }
        self.vocabulary = Vocabulary()
        """The folded words again, for those who mistype them."""
        for surface in self.surfaces:
            self.vocabulary.add(surface)

    def sense(self, key: str) -> Sense | None:
        """The meaning of a phrase's key, if we know any."""
        return self.senses.get(key)

    def is_filler(self, key: str) -> bool:
        """Whether a word says nothing by itself."""
        sense = self.senses.get(key)
        return sense is not None and sense.filler

    def _keys(self, phrase: str) -> Iterable[str]:
        tokens = tokenise(phrase)
        self.longest = max(self.longest, min(len(tokens), 6))
        if len(tokens) == 1 and tokens[0].folded.endswith(_WOMEN):
            self.surfaces[tokens[0].folded] = tokens[0].folded
            return (tokens[0].folded,)
        for token in tokens:
            self.surfaces.setdefault(token.folded, token.stem)
        return keys(tokens) if tokens else ()

    def _senses(self, phrase: str) -> Iterable[Sense]:
        for key in self._keys(phrase):
            yield self.senses.setdefault(key, Sense())

    def _add_topic(self, topic: Topic) -> None:
        strong = (topic.id, topic.de, topic.en, *topic.synonyms, *topic.words)
        for phrases, strength in ((topic.hints, HINT), (strong, STRONG)):
            for phrase in phrases:
                self.topic_words.update(token.stem for token in tokenise(phrase))
                for sense in self._senses(phrase):
                    sense.topics[topic.id] = strength

    def _add_places(self) -> None:
        taxonomy = self.taxonomy
        for state in taxonomy.states:
            self._add_place(state.name, PlaceKind.STATE, (state.code,), state.synonyms)
        for region in taxonomy.regions:
            kind = PlaceKind.BROAD if region.broad else PlaceKind.LANDSCAPE
            self._add_place(region.name, kind, region.states, region.synonyms)
        for town in taxonomy.towns:
            self._add_place(town.name, PlaceKind.TOWN, (town.state,), ())

    def _add_place(
        self, name: str, kind: PlaceKind, states: tuple[str, ...], synonyms: tuple[str, ...]
    ) -> None:
        phrases = (name, *synonyms)
        known = tuple(dict.fromkeys(key for phrase in phrases for key in self._keys(phrase)))
        place = Place(name, kind, states, known)
        for phrase in phrases:
            for sense in self._senses(phrase):
                if place not in sense.places:
                    sense.places.append(place)

    def _add_idle_words(self) -> None:
        phrasing = self.taxonomy.phrasing
        for word in phrasing.fillers:
            for sense in self._senses(word):
                sense.filler = True
        for word in phrasing.weak:
            for sense in self._senses(word):
                sense.weak = True
                sense.topics = dict.fromkeys(sense.topics, WEAK)
        for word in phrasing.unrelated:
            for sense in self._senses(word):
                sense.unrelated = True
        for word in phrasing.abroad:
            for sense in self._senses(word):
                sense.abroad = True
