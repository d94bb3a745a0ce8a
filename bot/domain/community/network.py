"""Networks, what they offer and need, and the taxonomy they are described with."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


@dataclass(frozen=True, slots=True, kw_only=True)
class Network:
    """A regional network; `number` is the short number people type (`12` or `#12`).

    `states` are ISO 3166-2 codes ("DE-NI"), empty for a nation-wide network; `topics` are ids of
    the taxonomy taken from public sources, never an offer.
    """

    number: int
    short_name: str
    name: str
    region: str = ""
    states: tuple[str, ...] = ()
    seat: str | None = None
    lat: float | None = None
    lon: float | None = None
    website: str | None = None
    topics: tuple[str, ...] = ()
    aliases: tuple[str, ...] = ()
    awards: tuple[str, ...] = ()
    member_since: str | None = None
    source: str = ""
    note: str = ""


class Level(StrEnum):
    """Experience with a topic: first steps, practised, can teach others."""

    FIRST = "1"
    PRACTISED = "2"
    TEACHING = "3"


@dataclass(frozen=True, slots=True, kw_only=True)
class Offer:
    """An offer: "we can be patron for this topic"; `example` marks the demo's invented ones."""

    number: int
    network: int
    topic: str
    level: Level
    note: str = ""
    example: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Need:
    """A need: "we want to develop in this topic", until a day."""

    number: int
    network: int
    topic: str
    note: str = ""
    until: date | None = None
    example: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Topic:
    """An entry of the taxonomy: a field of work, or an experience of running a network."""

    id: str
    de: str
    en: str
    synonyms: tuple[str, ...]
    kind: str
    words: tuple[str, ...] = ()
    """More words that people mean it by (inflected, colloquial, English)."""
    hints: tuple[str, ...] = ()
    """Words that only hint at it."""
    near: tuple[str, ...] = ()
    """Ids of the topics to offer when nobody has this one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class State:
    """One of the 16 Länder."""

    code: str
    name: str
    synonyms: tuple[str, ...]
    neighbours: tuple[str, ...]
    lat: float
    lon: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Region:
    """A landscape such as the Sauerland, with the Länder it lies in."""

    name: str
    synonyms: tuple[str, ...]
    states: tuple[str, ...]
    broad: bool = False
    """It is a group of whole Länder ("Ostdeutschland")."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Town:
    """A town or county that people name though no network need be there."""

    name: str
    state: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Phrasing:
    """Words that are about nothing we know, each in its own way.

    `fillers` say nothing, `weak` ones occur everywhere, `unrelated` ones are about other things,
    `abroad` are places outside, `ambiguous` places look like ordinary words ("Leer", "Essen").
    """

    fillers: tuple[str, ...] = ()
    weak: tuple[str, ...] = ()
    unrelated: tuple[str, ...] = ()
    abroad: tuple[str, ...] = ()
    ambiguous: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Taxonomy:
    """The words that topics and places are known by."""

    topics: tuple[Topic, ...]
    states: tuple[State, ...]
    regions: tuple[Region, ...]
    towns: tuple[Town, ...] = ()
    phrasing: Phrasing = Phrasing()

    def topic(self, topic_id: str) -> Topic:
        """The topic of that id.

        Raises:
            KeyError: there is none.
        """
        for topic in self.topics:
            if topic.id == topic_id:
                return topic
        raise KeyError(topic_id)
