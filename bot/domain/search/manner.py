"""How a text is typed decides what its short and its ambiguous words mean."""

from __future__ import annotations

from collections.abc import Sequence

from bot.domain.search.lexicon import Lexicon
from bot.domain.search.words import Token

_CODE = 2
_FEW_WORDS = 3


class Manner:
    """The habits of one text: capitals where they belong, everywhere, or nowhere."""

    def __init__(self, tokens: Sequence[Token], lexicon: Lexicon) -> None:
        self._lexicon = lexicon
        self._count = len(tokens)
        self._shouting = self._count > _CODE and all(t.raw.isupper() for t in tokens)
        upper = any(t.raw[0].isupper() for t in tokens)
        self.mixed = upper and any(t.raw[0].islower() for t in tokens)
        """Some words begin with a capital and some do not."""

    def is_mere_code(self, token: Token) -> bool:
        """Two letters mean something in capitals, or where all is small; one letter never."""
        if len(token.folded) > _CODE:
            return False
        if token.raw.isupper() and not self._shouting:
            return len(token.folded) < _CODE
        word = self._lexicon.is_filler(token.stem) or token.stem in self._lexicon.ambiguous
        return self.mixed or word

    def is_everyday(self, key: str, tokens: Sequence[Token]) -> bool:
        """Whether what could be a place is rather meant as the ordinary word."""
        if key not in self._lexicon.ambiguous or not all(t.raw.islower() for t in tokens):
            return False
        return self.mixed or self._count > _FEW_WORDS
