"""Finds by the plain words of descriptions, where a query names no topic and no place."""

from __future__ import annotations

from bot.domain.search.directory import Directory
from bot.domain.search.findings import Findings, Match

_ENOUGH_TEXT = 0.5
_MIN_NOTE_WORD = 5
_FEW, _FEW_OF = 2, 50


def by_text(findings: Findings, directory: Directory, limit: int) -> None:
    """Adds who holds enough of the asked words; words that nobody holds count against all."""
    query, entries = findings.query, len(directory)
    terms = tuple(dict.fromkeys(query.terms))
    known = [term for term in terms if term in directory.text]
    asked = {term: directory.text.rarity(term, entries) for term in terms}
    unknown = directory.text.rarity("", entries) * len(query.unknown)
    enough = _ENOUGH_TEXT * (sum(asked.values()) + unknown)
    for score, slot in directory.text.best(known, entries, limit, directory.alive):
        met = tuple(term for term in known if directory.text.impact(term, slot))
        if sum(asked[term] for term in met) >= enough or not unknown:
            findings.matches.append(Match(slot, score, terms=met))
    if not known and not unknown:
        _by_note(findings, terms, directory, limit)


def _by_note(findings: Findings, terms: tuple[str, ...], directory: Directory, limit: int) -> None:
    """A free note counts only for rare words, and if all of them stand in it."""
    if any(len(term) < _MIN_NOTE_WORD for term in terms):
        return
    rare = max(_FEW, len(directory) // _FEW_OF)
    for score, slot in directory.notes.best(terms, len(directory), limit, directory.alive):
        if all(directory.notes.impact(t, slot) and directory.notes.count(t) <= rare for t in terms):
            findings.matches.append(Match(slot, score, terms=terms))
