"""What a search has found so far, before it is worded as an answer."""

from __future__ import annotations

from dataclasses import dataclass, field

from bot.domain.search.places import Located
from bot.domain.search.query import Query


@dataclass(slots=True)
class Match:
    """An entry that answers, and what of the query it meets."""

    slot: int
    score: float
    topics: tuple[str, ...] = ()
    places: tuple[Located, ...] = ()
    terms: tuple[str, ...] = ()
    instead_of: str | None = None
    nationwide: bool = False
    level: int = 0
    """Of its best offer for what was asked; 0 if it offers nothing of that."""


@dataclass(slots=True)
class Findings:
    """What was asked, and the matches best first."""

    query: Query
    located: list[Located] = field(default_factory=list)
    matches: list[Match] = field(default_factory=list)
    decisive: tuple[str, ...] = ()
    """Of these topics a network must have one."""
    without_place: list[Match] = field(default_factory=list)
    """Where place and topic do not meet: who has the topic elsewhere."""
