"""What people typed must do nothing in an answer: no ping, no pill, no hidden character."""

from __future__ import annotations

import re
import unicodedata

LONGEST = 4_096
"""Bytes of UTF-8 that one argument may bring, the rest becomes an ellipsis.

So one argument fits into an event whatever it holds: escaped twice it grows sixfold at most.
"""

_INVISIBLE = re.compile(
    "["
    "\x00-\x08\x0b-\x1f\x7f-\x9f"  # controls except tab and line feed
    "\xad\u034f\u180e\u200b-\u200d\u2060-\u206f\ufeff\ufff9-\ufffb"  # of no width
    "\u061c\u200e\u200f\u202a-\u202e"  # turning the direction; the isolates are among 2060-206f
    "\ud800-\udfff"  # halves of pairs, which no JSON takes
    "\U000e0000-\U000e007f"  # invisible tags
    "]"
)
_BREAKS = re.compile("\r\n?|[\u2028\u2029]")

# Clients draw the bare words as pills; at an argument's end the rest may stand in the sentence.
_LURE = re.compile(r"@(?=room|\Z)|matrix(?=\.to\b|:/*\w+/)", re.IGNORECASE)
# They also make links of names that look like a domain: "FI.SH", or a full stop without a blank.
_DOMAIN = re.compile(r"(?<![\w./@:%#?=&+~-])[\w-]+\.(?=[^\W\d_]{2,}(?![\w./@:-]))")
_WORD_JOINER = "\u2060"


def cleaned(text: str) -> str:
    """The same words in NFC without invisible characters; every line break is a line feed."""
    text = _shortened(text)
    if not text.isprintable():
        text = _INVISIBLE.sub("", _BREAKS.sub("\n", text))
    return unicodedata.normalize("NFC", text)


def defused(text: str) -> str:
    """The text with `@room` and links to people broken up by an invisible joiner."""
    return _LURE.sub(rf"\g<0>{_WORD_JOINER}", text)


def inert(text: str) -> str:
    """Cleaned and defused, its line breaks kept; a name that looks like a domain is no link."""
    safe = defused(cleaned(text))
    return _DOMAIN.sub(rf"\g<0>{_WORD_JOINER}", safe) if "." in safe else safe


def lures(url: str) -> bool:
    """Whether clients would draw a link to that (unquoted) address as a person's pill."""
    return "@" in url and _LURE.search(url) is not None


def _shortened(text: str) -> str:
    if len(text) * 4 <= LONGEST:
        return text
    encoded = text.encode(errors="ignore")
    if len(encoded) <= LONGEST:
        return text
    return encoded[: LONGEST - len("…".encode())].decode(errors="ignore") + "…"
