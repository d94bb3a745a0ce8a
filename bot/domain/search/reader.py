"""Understands a query: phrases first, then words, then what may be compound or mistyped."""

from __future__ import annotations

from collections.abc import Mapping

from bot.domain.search.compounds import looks_like_place, taken_apart
from bot.domain.search.directory import Directory
from bot.domain.search.lexicon import WEAK, Sense
from bot.domain.search.manner import Manner
from bot.domain.search.names import Called
from bot.domain.search.query import Query, Where
from bot.domain.search.spelling import nearest
from bot.domain.search.words import Token, keys, stem, tokenise

_CODE = 2
_GUESSED = 0.9
_MIN_IDLE_GUESS = 7
_MIN_JOINED = 8
_MAX_JOINED_EDITS = 2
_MOST_STRANGE = 12
_AT_A_PLACE = {"in", "aus", "bei", "nach", "um", "from", "near"}
_FROM = {"aus", "from"}
_ABROAD = "ausland"
_LOCAL = Called.SEAT | Called.REGION


def understand(text: str, directory: Directory) -> Query:
    """Reads a text; never fails, whatever it is."""
    return _Reader(text, directory).read()


class _Reader:
    """Goes over the words of one text and notes in `query` what they mean."""

    def __init__(self, text: str, directory: Directory) -> None:
        self.directory = directory
        self.lexicon = directory.lexicon
        self.tokens = tokenise(text)
        self.open = [True] * len(self.tokens)
        self.manner = Manner(self.tokens, self.lexicon)
        self.query = Query()
        self.repaired = 0

    def read(self) -> Query:
        everything = range(len(self.tokens))
        self._read_phrases(everything)
        strange = [at for at in everything if self.open[at] and self._is_strange(self.tokens[at])]
        for at in strange[:_MOST_STRANGE]:
            self._read_joined(at)
        for at in everything:
            if self.open[at] and at not in strange:
                self._close(at, at)
                self._take([self.tokens[at]])
        for at in strange:
            if self.open[at]:
                self._close(at, at)
                self._repair(at)
        return self.query

    def _close(self, first: int, last: int) -> None:
        self.open[first : last + 1] = [False] * (last + 1 - first)

    def _read_phrases(self, around: range) -> None:
        """Takes the longest phrases of several words that touch the range."""
        count = len(self.tokens)
        for length in range(min(self.lexicon.longest, count), 1, -1):
            first = max(0, around.start - length + 1)
            for at in range(first, min(around.stop, count - length + 1)):
                span = slice(at, at + length)
                if all(self.open[span]) and self._take(self.tokens[span]):
                    self._close(at, at + length - 1)

    def _is_strange(self, token: Token) -> bool:
        if len(token.folded) <= _CODE or (token.folded.isdigit() and len(self.tokens) > 1):
            return False
        known = self.lexicon.sense(token.folded) or self.lexicon.sense(token.stem)
        named = token.stem in self.directory.names or token.stem in self.directory.text
        return not (known or named)

    def _take(self, tokens: list[Token], strength: float = 1.0) -> bool:
        """Notes what a word or phrase means; False if it means nothing to us."""
        if len(tokens) == 1 and self.manner.is_mere_code(tokens[0]):
            return True
        exact = (tokens[0].folded,) if len(tokens) == 1 else ()
        for key in dict.fromkeys((*exact, *keys(tokens))):
            sense = self.lexicon.sense(key)
            bearers = self.directory.names.bearers(key)
            if self.manner.is_everyday(key, tokens):
                sense, bearers = sense and sense.without_places(), {}
            if sense or bearers:
                self._note(key, tokens, sense or Sense(), bearers, strength)
                return True
        term = tokens[0].stem
        if len(tokens) > 1 or term not in self.directory.text:
            return False
        self._note_term(tokens[0])
        self.query.words.append(term)
        return True

    def _note_term(self, token: Token) -> None:
        self.query.terms.append(token.stem)
        self.query.typed.setdefault(token.stem, token.raw)

    def _note(
        self,
        key: str,
        tokens: list[Token],
        sense: Sense,
        bearers: Mapping[int, int],
        strength: float,
    ) -> None:
        query = self.query
        if sense.unrelated:
            query.unrelated.append(tokens[0].raw)
        elif sense.abroad and not (sense.places or sense.topics):
            self._note_abroad(tokens[0])
        else:
            if sense.filler:
                strength = min(strength, WEAK)
            self._note_where(key, tokens, sense, bearers)
            query.add_topics(sense.topics, strength * WEAK if sense.places else strength)
            if bearers or not sense.idle:
                query.words.extend(token.stem for token in tokens)

    def _note_abroad(self, token: Token) -> None:
        """People *from* abroad are a topic; a place abroad is none of ours."""
        at = self.tokens.index(token) if token in self.tokens else 0
        abroad = self.lexicon.sense(_ABROAD)
        if at and abroad and self.tokens[at - 1].folded in _FROM:
            self.query.add_topics(abroad.topics, 1.0)
        else:
            self.query.outside.append(token.raw)

    def _note_where(
        self, key: str, tokens: list[Token], sense: Sense, bearers: Mapping[int, int]
    ) -> None:
        if sense.filler or not (sense.places or bearers):
            return
        local = any(called & _LOCAL for called in bearers.values())
        if not (sense.places or local) and (sense.topics or sense.weak):
            self.query.also.update(bearers)
            return
        label = sense.places[0].name if sense.places else self.directory.label(key)
        terms = tuple(token.stem for token in tokens)
        named = not (sense.places or local)
        self.query.wheres.append(Where(label, tuple(sense.places), bearers, terms, named))

    def _repair(self, at: int) -> None:
        """Reads a word that nobody knows as a compound or as mistyped, else notes it as unknown."""
        token = self.tokens[at]
        self.repaired += 1
        if self._take_parts(token, whole=True):
            return
        if self.repaired <= _MOST_STRANGE and self._take_guess(at):
            return
        if self._take_parts(token, whole=False):
            return
        if token.stem in self.directory.notes:
            self._note_term(token)
        elif token.raw[0].isupper() or not self.manner.mixed:
            before = self.tokens[at - 1].folded if at else ""
            place = before in _AT_A_PLACE and looks_like_place(token.folded, self.lexicon)
            (self.query.outside if place else self.query.unknown).append(token.raw)

    def _take_parts(self, token: Token, *, whole: bool) -> bool:
        parts = taken_apart(token.folded, self.lexicon, whole=whole)
        for part, strength in parts:
            self._take([Token(token.raw, part, stem(part))], strength)
        return bool(parts)

    def _take_guess(self, at: int) -> bool:
        """Reads a mistyped word as the known one that is nearest, also as part of a phrase."""
        token = self.tokens[at]
        for term in nearest(token.folded, self.directory):
            meant = Token(token.raw, term, self.lexicon.surfaces.get(term, term))
            if self.lexicon.is_filler(meant.stem) and len(token.folded) < _MIN_IDLE_GUESS:
                return False
            self.tokens[at], self.open[at] = meant, True
            self._read_phrases(range(at, at + 1))
            done = not self.open[at] or self._take([meant], _GUESSED)
            self.open[at] = False
            if done:
                return True
            self.tokens[at] = token
        return False

    def _read_joined(self, at: int) -> None:
        """Reads a word with its neighbour as one mistyped word that was taken apart."""
        for first, last in ((at - 1, at), (at, at + 1)):
            if first < 0 or last >= len(self.tokens) or not all(self.open[first : last + 1]):
                continue
            joined = self.tokens[first].folded + self.tokens[last].folded
            if len(joined) < _MIN_JOINED:
                continue
            for term in nearest(joined, self.directory, _MAX_JOINED_EDITS):
                key = self.lexicon.surfaces.get(term, term)
                if self._take([Token(self.tokens[at].raw, term, key)], _GUESSED):
                    self._close(first, last)
                    return
