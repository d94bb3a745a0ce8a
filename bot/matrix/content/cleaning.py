"""Makes what a stranger typed fit to be read: bounded, without invisible characters, in one form."""

from __future__ import annotations

import re
import unicodedata

LONGEST = 16_000
_MARKS_IN_A_ROW = 8
_COMMAND = 4000
"""Characters; what is longer is no command."""
_HEAP = re.compile(rf"[^\w\s\x00-\u02ff]{{{_MARKS_IN_A_ROW + 1},}}")
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
_JOINER = "\u034f"
"""The one of them that counts as printable."""
_PLAIN = re.compile(r"[ -~äöüÄÖÜß\n]*\Z")
_CURLY = re.compile("[\u2013\u2014\u2018-\u201f\u00ab\u00bb\u2039\u203a]")
_DOUBLE, _SINGLE = "\u201c\u201d\u201e\u201f\u00ab\u00bb", "\u2018\u2019\u201a\u201b\u2039\u203a"
_STRAIGHT = {**dict.fromkeys(map(ord, _DOUBLE), '"'), **dict.fromkeys(map(ord, _SINGLE), "'")}
_QUOTED = re.compile(
    r"(?<!\w)(?:"
    "[\u201e\u201c\u201d](?P<curly>[^\u201c\u201d\u201e\n]{0,4000})[\u201c\u201d]"
    "|\u00bb(?P<inward>[^\u00ab\u00bb\n]{0,4000})\u00ab|\u00ab(?P<outward>[^\u00ab\u00bb\n]{0,4000})\u00bb"
    "|[\u201a\u2018](?P<single>[^\u201a\u2018\u2019\n]{0,4000})[\u2018\u2019](?!\\w)"
    '|"(?P<plain>[^"\n]{0,4000})"'
    ")"
)
_LONG_DASH = re.compile("(?<!\\S)[\u2013\u2014](?=[^\\W\\d_])")


def clean(text: str, longest: int = LONGEST) -> str:
    """At most `longest` characters, line breaks kept, in Unicode's composed form."""
    text = text[:longest]
    if _PLAIN.match(text):
        return text
    if _JOINER in text or not text.replace("\n", "").isprintable():
        text = text.replace("\r\n", "\n").replace("\r", "\n").translate(_TABLE)
    return unicodedata.normalize("NFC", _HEAP.sub(_tame, text))[:longest]


def straight(text: str) -> str:
    """With the quotation marks and dashes that a phone made of straight ones made straight again.

    What stands between the marks stays as it is, and so does a dash that is no option's.
    """
    if not _CURLY.search(text):
        return text
    text, kept, position, tail = text[:_COMMAND], [], 0, text[_COMMAND:]
    for found in _QUOTED.finditer(text):
        kept.append(_straight(text[position : found.start()]))
        mark = "'" if found["single"] is not None else '"'
        kept.append(f"{mark}{found[0][1:-1]}{mark}")
        position = found.end()
    return "".join((*kept, _straight(text[position:]), tail))


def _straight(text: str) -> str:
    return _LONG_DASH.sub("--", text).translate(_STRAIGHT)


def _tame(heap: re.Match[str]) -> str:
    """Without endless heaps of accents: ordering them takes quadratic time."""
    kept, run = [], 0
    for character in heap[0]:
        run = run + 1 if unicodedata.combining(character) else 0
        if run <= _MARKS_IN_A_ROW:
            kept.append(character)
    return "".join(kept)


def identifier(value: object) -> str | None:
    """A Matrix id as it is, or None for what can be none."""
    if not isinstance(value, str) or not 0 < len(value) <= 255:  # noqa: PLR2004 -- Matrix's limit
        return None
    return value if value.isprintable() else None
