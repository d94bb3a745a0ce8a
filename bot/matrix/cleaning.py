"""Makes what a stranger typed fit to be read: bounded, without invisible characters, in one form."""

from __future__ import annotations

import re
import unicodedata

LONGEST = 16_000
_MARKS_IN_A_ROW = 8
_BLANKS = "\u00a0\u1680\u202f\u205f\u3000" + "".join(map(chr, range(0x2000, 0x200B)))
_INVISIBLE = (
    *range(0x09),
    *range(0x0B, 0x20),
    *range(0x7F, 0xA0),
    0xAD,
    0x34F,
    0x61C,
    0x180E,
    *range(0x200B, 0x2010),
    *range(0x202A, 0x202F),
    *range(0x2060, 0x2070),
    0xFEFF,
    *range(0xFFF9, 0xFFFC),
    *range(0xD800, 0xE000),
    *range(0xE0000, 0xE0080),
)
_TABLE: dict[int, str | None] = {
    **dict.fromkeys(_INVISIBLE),
    **dict.fromkeys(map(ord, _BLANKS), " "),
    **dict.fromkeys((0x09,), " "),
    **dict.fromkeys((0x85, 0x2028, 0x2029), "\n"),
}
_PLAIN = re.compile(r"[ -~äöüÄÖÜß\n]*\Z")


def clean(text: str, longest: int = LONGEST) -> str:
    """At most `longest` characters, line breaks kept, in Unicode's composed form."""
    text = text[:longest]
    if _PLAIN.match(text):
        return text
    text = text.replace("\r\n", "\n").replace("\r", "\n").translate(_TABLE)
    if unicodedata.is_normalized("NFC", text):
        return text
    return unicodedata.normalize("NFC", _tame(text))


def _tame(text: str) -> str:
    """Without endless heaps of accents: ordering them takes quadratic time."""
    kept, run = [], 0
    for character in text:
        run = run + 1 if unicodedata.combining(character) else 0
        if run <= _MARKS_IN_A_ROW:
            kept.append(character)
    return "".join(kept)


def identifier(value: object) -> str | None:
    """A Matrix id as it is, or None for what can be none."""
    if not isinstance(value, str) or not 0 < len(value) <= 255:  # noqa: PLR2004 -- Matrix's limit
        return None
    return value if value.isprintable() else None
