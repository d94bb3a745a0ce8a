"""Which entries hold a word, and how much it says about each of them."""

from __future__ import annotations

import heapq
import math
from array import array
from bisect import bisect_left
from collections.abc import Callable, Iterable, Mapping

_NOTHING = array("d")
_FEW = 8


class Postings:
    """For each term the entries that hold it, in ascending slots; grows only.

    A posting is one number: the slot, and as its fraction the impact, which is higher where the
    term stands in a heavier field of a shorter entry. Replaced entries stay in the lists.
    """

    def __init__(self) -> None:
        self._lists: dict[str, array[float]] = {}

    def __contains__(self, term: str) -> bool:
        return term in self._lists

    def add(self, slot: int, weights: Mapping[str, float], norm: float) -> list[str]:
        """Enters one entry, whose slot is higher than all before; returns the new terms."""
        new = []
        lists = self._lists
        postings = {weight: slot + weight / (weight + norm) for weight in set(weights.values())}
        for term, weight in weights.items():
            try:
                lists[term].append(postings[weight])
            except KeyError:
                lists[term] = array("d", (postings[weight],))
                new.append(term)
        return new

    def count(self, term: str) -> int:
        """How many entries hold the term."""
        return len(self._lists.get(term, _NOTHING))

    def slots(self, term: str) -> Iterable[int]:
        """The entries with that term."""
        return map(int, self._lists.get(term, _NOTHING))

    def rarity(self, term: str, entries: int) -> float:
        """How much a term tells, the more the fewer entries hold it."""
        return math.log(1 + (entries + 1) / (self.count(term) + 0.5))

    def impact(self, term: str, slot: int) -> float:
        """How much the term says about that entry, from 0 (it is not in it) to 1."""
        postings = self._lists.get(term, _NOTHING)
        at = bisect_left(postings, slot)
        return postings[at] - slot if at < len(postings) and postings[at] < slot + 1 else 0.0

    def best(
        self, terms: Iterable[str], entries: int, limit: int, alive: Callable[[int], bool]
    ) -> list[tuple[float, int]]:
        """The `limit` best living entries with any of the terms, as (score, slot)."""
        known = sorted({t for t in terms if t in self._lists}, key=lambda t: (self.count(t), t))
        scores: dict[int, float] = {}
        ahead = sum(self.rarity(term, entries) for term in known)
        for term in known:
            rarity = self.rarity(term, entries)
            if len(scores) >= limit and _settled(scores, limit, ahead):
                self._add_to_known(scores, term, rarity)
            else:
                self._add_all(scores, term, rarity)
            ahead -= rarity
        ranked = heapq.nlargest(limit * 2, scores.items(), key=lambda item: (item[1], -item[0]))
        return [(score, slot) for slot, score in ranked if alive(slot)][:limit]

    def _add_all(self, scores: dict[int, float], term: str, rarity: float) -> None:
        postings = self._lists[term]
        pairs = zip(map(int, postings), postings, strict=True)
        if not scores:
            scores.update((slot, rarity * (posting - slot)) for slot, posting in pairs)
            return
        known = scores.get
        for slot, posting in pairs:
            scores[slot] = known(slot, 0.0) + rarity * (posting - slot)

    def _add_to_known(self, scores: dict[int, float], term: str, rarity: float) -> None:
        if len(scores) * _FEW < self.count(term):
            for slot in scores:
                scores[slot] += rarity * self.impact(term, slot)
            return
        postings = self._lists[term]
        for slot, posting in zip(map(int, postings), postings, strict=True):
            if slot in scores:
                scores[slot] += rarity * (posting - slot)


def _settled(scores: Mapping[int, float], limit: int, ahead: float) -> bool:
    """Whether an entry without the terms so far cannot get among the best any more."""
    return heapq.nlargest(limit, scores.values())[-1] >= ahead
