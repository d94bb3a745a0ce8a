"""Says why a network is a hit, as data for one sentence."""

from __future__ import annotations

from bot.domain.community.network import Offer
from bot.domain.search.answer import Reason, ReasonKind
from bot.domain.search.directory import Directory
from bot.domain.search.entries import Entry
from bot.domain.search.findings import Match
from bot.domain.search.query import Query


def reason(match: Match, query: Query, directory: Directory) -> Reason:
    """The reason of a match: its best offer, else its topics, else its name, place or words."""
    entry = directory.entry(match.slot)
    offer = _best_offer(match, entry)
    named = any(place.where.named for place in match.places)
    return Reason(
        kind=_kind(match, offer, named),
        offer=offer,
        topics=match.topics,
        place=_place(match, entry, directory),
        instead_of=match.instead_of,
        nationwide=match.nationwide,
        words=tuple(query.typed.get(term, term) for term in match.terms),
    )


def _kind(match: Match, offer: Offer | None, named: bool) -> ReasonKind:
    if offer:
        return ReasonKind.OFFER
    if match.topics:
        return ReasonKind.TOPIC
    if named or not (match.places or match.terms):
        return ReasonKind.NAME
    return ReasonKind.PLACE if match.places else ReasonKind.TEXT


def _best_offer(match: Match, entry: Entry) -> Offer | None:
    order = {topic: position for position, topic in enumerate(match.topics)}
    fitting = [offer for offer in entry.offers if offer.topic in order]
    return min(fitting, key=lambda o: (order[o.topic], -int(o.level), o.number), default=None)


def _place(match: Match, entry: Entry, directory: Directory) -> str | None:
    if match.instead_of:
        states = directory.lexicon.states
        names = [states[code].name for code in entry.network.states if code in states]
        return names[0] if names else None
    places = sorted(match.places, key=lambda place: -place.levels[match.slot])
    return next((place.label for place in places), None)
