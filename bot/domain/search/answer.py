"""What a search returns: the hits with their reasons, or a notice why there are none."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from bot.domain.community.network import Network, Offer


class ReasonKind(StrEnum):
    """The main reason of a hit, strongest first."""

    OFFER = "offer"
    TOPIC = "topic"
    NAME = "name"
    PLACE = "place"
    TEXT = "text"


@dataclass(frozen=True, slots=True, kw_only=True)
class Reason:
    """Why a network is a hit, complete enough for one sentence.

    `offer` is the best fitting one; `topics` are the matched topic ids, best first. `place` is the
    asked place that fits, in its proper spelling ("Niedersachsen"). When nobody is in the asked
    place itself, `place` is the Land and `instead_of` the place that was asked. `nationwide`: the
    network has no region of its own and fits by its topic. `words` are matched words of its
    description.
    """

    kind: ReasonKind
    offer: Offer | None = None
    topics: tuple[str, ...] = ()
    place: str | None = None
    instead_of: str | None = None
    nationwide: bool = False
    words: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Hit:
    """A network with its score (comparable within one answer only)."""

    network: Network
    score: float
    reason: Reason


class NoticeKind(StrEnum):
    """Why nothing was found."""

    EMPTY_QUERY = "empty-query"
    """Nothing was typed, or only filler words."""
    NOT_UNDERSTOOD = "not-understood"
    """`words` say nothing to us."""
    NO_TOPIC = "no-topic"
    """The topic is known, no network has it."""
    NO_PLACE = "no-place"
    """The place is known, no network is there."""
    NO_BOTH = "no-both"
    """Topic and place are known, but not together."""
    PLACE_UNKNOWN = "place-unknown"
    """`words` name a place that is abroad or unknown to us."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Notice:
    """What an honest empty answer needs.

    `topics` and `places` are what was asked (topic ids; proper names); `nearest_topics` have at
    least one network (where a place was asked, preferably there); `neighbours` are codes of the
    Länder, nearest meaning first, in which a network fits.
    """

    kind: NoticeKind
    topics: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    nearest_topics: tuple[str, ...] = ()
    neighbours: tuple[str, ...] = ()
    words: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Answer:
    """Hits best first; without hits a notice."""

    query: str
    hits: tuple[Hit, ...]
    notice: Notice | None = None
