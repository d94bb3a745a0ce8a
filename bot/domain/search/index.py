"""The patron search: who can help with what, and where."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from threading import Lock

from bot.domain.community.network import Network, Offer, Taxonomy, Topic
from bot.domain.search import naming
from bot.domain.search.answer import Answer, Hit
from bot.domain.search.directory import Directory
from bot.domain.search.lexicon import Lexicon
from bot.domain.search.notices import notice
from bot.domain.search.ranking import rank
from bot.domain.search.reader import understand
from bot.domain.search.reasons import reason


@lru_cache(maxsize=1)
def _lexicon(taxonomy: Taxonomy) -> Lexicon:
    """It does not change, and takes a tenth of a second to read."""
    return Lexicon(taxonomy)


class Index:
    """A directory of networks that can be asked in plain words.

    Searching from several threads, also while an entry changes, is safe.
    """

    def __init__(self, taxonomy: Taxonomy) -> None:
        self._directory = Directory(_lexicon(taxonomy))
        self._lock = Lock()

    @classmethod
    def build(
        cls, taxonomy: Taxonomy, networks: Iterable[Network], offers: Iterable[Offer] = ()
    ) -> Index:
        """An index of these networks with what they offer."""
        offered: dict[int, list[Offer]] = {}
        for offer in offers:
            offered.setdefault(offer.network, []).append(offer)
        index = cls(taxonomy)
        for network in networks:
            index._directory.put(network, offered.get(network.number, ()))
        return index

    def search(self, query: str, *, limit: int = 10) -> Answer:
        """The networks that answer the query, best first, each with its reason; or a notice."""
        with self._lock:
            directory = self._directory
            findings = rank(understand(query, directory), directory, limit)
            hits = tuple(
                Hit(
                    directory.entry(match.slot).network,
                    round(match.score, 4),
                    reason(match, findings.query, directory),
                )
                for match in findings.matches
            )
            return Answer(query, hits, None if hits else notice(findings, directory))

    def put(self, network: Network, offers: Iterable[Offer]) -> None:
        """Adds a network, or replaces the one of that number together with its offers."""
        with self._lock:
            self._directory.put(network, offers)

    def remove(self, number: int) -> None:
        """Forgets a network; unknown numbers are ignored."""
        with self._lock:
            self._directory.remove(number)

    def by_name(self, text: str, *, limit: int = 5) -> tuple[Network, ...]:
        """The networks that a name or number may mean, best first; an exact name alone."""
        with self._lock:
            return naming.networks_named(text, self._directory, limit)

    def topic(self, text: str) -> Topic | None:
        """The topic that somebody means; None if unclear."""
        with self._lock:
            return naming.topic_meant(text, self._directory)

    def topics_near(self, text: str, *, limit: int = 3) -> tuple[Topic, ...]:
        """Topics to offer when it is unclear which one somebody means, nearest first."""
        with self._lock:
            return naming.topics_near(text, self._directory, limit)
