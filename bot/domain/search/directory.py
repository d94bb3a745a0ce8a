"""The networks, laid out for finding: by word, by name, by topic, by Land."""

from __future__ import annotations

import math
from collections.abc import Iterable

from bot.domain.community.network import Network, Offer
from bot.domain.search.entries import Describer, Entry, Phrase, text_weights
from bot.domain.search.lexicon import Lexicon
from bot.domain.search.names import Names
from bot.domain.search.postings import Postings
from bot.domain.search.words import keys, stems

_USUAL_LENGTH = 12


class Directory:
    """All entries; each is known by its slot, a number that is never used again."""

    def __init__(self, lexicon: Lexicon) -> None:
        self.lexicon = lexicon
        self.slot_of: dict[int, int] = {}
        self.by_topic: dict[str, dict[int, float]] = {}
        self.by_state: dict[str, dict[int, None]] = {}
        self.nationwide: dict[int, None] = {}
        self.names = Names()
        self.text = Postings()
        self.notes = Postings()
        self.vocabulary = lexicon.vocabulary.copy()
        self._entries: list[Entry | None] = []
        self._describe = Describer(lexicon)

    def __len__(self) -> int:
        return len(self.slot_of)

    def alive(self, slot: int) -> bool:
        """Whether the slot still holds an entry."""
        return self._entries[slot] is not None

    def entry(self, slot: int) -> Entry:
        """The entry of a living slot.

        Raises:
            LookupError: its network was replaced or removed.
        """
        found = self._entries[slot]
        if found is None:
            raise LookupError(slot)
        return found

    def label(self, key: str) -> str:
        """A phrase that bears the key as a network itself writes it."""
        for slot in self.names.bearers(key):
            for phrase, tokens, _ in self._describe.phrases(self.entry(slot).network):
                if key in keys(tokens):
                    return phrase.strip()
        return key

    def rarity(self, topic: str) -> float:
        """How much it tells that a network has that topic."""
        return math.log(1 + (len(self) + 2) / (len(self.by_topic.get(topic, ())) + 0.5))

    def put(self, network: Network, offers: Iterable[Offer]) -> None:
        """Adds a network, or replaces the one of that number."""
        self.remove(network.number)
        slot = len(self._entries)
        phrases = self._describe.phrases(network)
        entry = self._describe.entry(network, tuple(offers), phrases)
        self._entries.append(entry)
        self.slot_of[network.number] = slot
        for _, tokens, called in phrases:
            for key in keys(tokens):
                self.names.add(key, slot, called)
        for topic, fit in entry.fits.items():
            self.by_topic.setdefault(topic, {})[slot] = fit
        for code in network.states:
            self.by_state.setdefault(code, {})[slot] = None
        if not network.states:
            self.nationwide[slot] = None
        self._add_text(slot, entry, phrases)

    def _add_text(self, slot: int, entry: Entry, phrases: list[Phrase]) -> None:
        weights = text_weights(entry.network, entry.offers, phrases)
        for term in self.text.add(slot, weights, 0.5 + len(weights) / _USUAL_LENGTH):
            self.vocabulary.add(term)
        if entry.network.note:
            noted = dict.fromkeys(stems(entry.network.note), 1.0)
            for term in self.notes.add(slot, noted, 0.5 + len(noted) / _USUAL_LENGTH):
                self.vocabulary.add(term)

    def remove(self, number: int) -> None:
        """Forgets a network; unknown numbers are ignored."""
        slot = self.slot_of.pop(number, None)
        if slot is None:
            return
        entry = self.entry(slot)
        self._entries[slot] = None
        for _, tokens, _ in self._describe.phrases(entry.network):
            for key in keys(tokens):
                self.names.remove(key, slot)
        for topic in entry.fits:
            self.by_topic[topic].pop(slot, None)
        for code in entry.network.states:
            self.by_state[code].pop(slot, None)
        self.nationwide.pop(slot, None)
