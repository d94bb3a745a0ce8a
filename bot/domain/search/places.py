"""Which networks are where: from an asked place to entries and how exactly they lie there."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from bot.domain.search.directory import Directory
from bot.domain.search.lexicon import Place, PlaceKind
from bot.domain.search.names import Called
from bot.domain.search.query import Where

_WHOLE = (PlaceKind.STATE, PlaceKind.BROAD)
_IN_STATE, _IN_PART, _SYNONYM, _EXACT, _PER_BEARING, _NAMED = 0.6, 0.5, 0.7, 1.0, 0.1, 1.0


@dataclass(frozen=True, slots=True)
class Located:
    """One asked place: the entries there with their closeness, and the Länder it lies in."""

    where: Where
    levels: Mapping[int, float]
    states: tuple[str, ...]

    @property
    def label(self) -> str:
        return self.where.label

    @property
    def local(self) -> bool:
        """It is smaller than a Land."""
        return not any(place.kind in _WHOLE for place in self.where.places)


def locate(where: Where, directory: Directory) -> Located:
    """Finds the entries of a place or name, by what they say and by the Land they lie in."""
    levels: dict[int, float] = {}
    states: dict[str, None] = {}
    for place in where.places:
        states |= dict.fromkeys(place.states)
        if place.kind in _WHOLE:
            _raise(levels, _of_states(place.states, directory))
        else:
            _raise(levels, _of_local(place, where.terms, directory))
    for slot, called in where.bearers.items():
        level = _EXACT + _PER_BEARING * called.bit_count()
        if called & Called.SHORT and where.named:
            level += _NAMED
        _raise(levels, {slot: level})
        if not where.places:
            states |= dict.fromkeys(directory.entry(slot).network.states)
    return Located(where, levels, tuple(states))


def _of_states(codes: Iterable[str], directory: Directory) -> dict[int, float]:
    found: dict[int, float] = {}
    for code in codes:
        for slot in directory.by_state.get(code, ()):
            spread = len(directory.entry(slot).network.states)
            found[slot] = max(found.get(slot, 0.0), _IN_STATE / spread**0.5)
    return found


def _of_local(place: Place, terms: tuple[str, ...], directory: Directory) -> dict[int, float]:
    found: dict[int, float] = {}
    for key in place.keys:
        for slot in directory.names.bearers(key):
            found[slot] = _SYNONYM
    for term in {*terms[:1], *place.keys} if len(terms) == 1 else place.keys:
        for slot in directory.text.slots(term):
            if directory.alive(slot) and _shares(directory.entry(slot).network.states, place):
                found.setdefault(slot, _IN_PART)
    return found


def _shares(states: tuple[str, ...], place: Place) -> bool:
    return any(code in place.states for code in states)


def _raise(levels: dict[int, float], more: Mapping[int, float]) -> None:
    for slot, level in more.items():
        levels[slot] = max(levels.get(slot, 0.0), level)
