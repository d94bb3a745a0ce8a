"""The two forms of every worded thing, plain and HTML, made side by side so that they agree."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from html import escape

from bot.text.inert import defused


@dataclass(frozen=True, slots=True)
class Body:
    """The same words twice: `plain` is complete by itself, `html` has only tags we know."""

    plain: str
    html: str


def verbatim(text: str) -> Body:
    """Text shown as it is, letter by letter; its line breaks are kept."""
    return Body(text, escape(text, quote=False).replace("\n", "<br>"))


def mark(index: int) -> str:
    """The private character that holds the place of an argument while Fluent forms the sentence.

    Arguments never pass through Fluent: it refuses long ones, and what is put in afterwards can
    be neither markup nor another place.
    """
    return chr(0xE000 + index)


_PIECES = re.compile("(</?(?:strong|em|code)>|<br>|\n|[\ue000-\uf8ff])")


@dataclass(frozen=True, slots=True)
class Template:
    """A formed sentence with the places (numbers) that arguments go to."""

    plain: tuple[str | int, ...]
    html: tuple[str | int, ...]

    @classmethod
    def parse(cls, sentence: str) -> Template:
        """Read a sentence with our inline tags and marks; everything else is shown as it is."""
        plain: list[str | int] = []
        html: list[str | int] = []
        for number, piece in enumerate(_PIECES.split(sentence)):
            if number % 2 == 0:
                words = verbatim(defused(piece))
                plain.append(words.plain)
                html.append(words.html)
            elif piece[0] == "<" and piece != "<br>":
                html.append(piece)
            elif piece in ("\n", "<br>"):
                plain.append("\n")
                html.append("<br>")
            else:
                plain.append(ord(piece) - 0xE000)
                html.append(ord(piece) - 0xE000)
        return cls(_joined(plain), _joined(html))

    def fill(self, arguments: Sequence[Body]) -> Body:
        """The sentence with its arguments in their places."""
        return Body(
            _filled(self.plain, [argument.plain for argument in arguments]),
            _filled(self.html, [argument.html for argument in arguments]),
        )


_ENDS = (".", "!", "?", "…")
_FULL_STOP = re.compile(r"((?:</(?:strong|em)>)*)\.(?=[\s<]|$)")


def _filled(parts: Sequence[str | int], arguments: Sequence[str]) -> str:
    """A full stop after an argument that ends like a sentence ("e. V.", "Los!") is left out."""
    filled = ""
    for part in parts:
        if not isinstance(part, str):
            filled += arguments[part]
        elif filled.endswith(_ENDS) and (stop := _FULL_STOP.match(part)):
            filled += stop[1] + part[stop.end() :]
        else:
            filled += part
    return filled


def _joined(parts: list[str | int]) -> tuple[str | int, ...]:
    """The parts with neighbouring strings put together."""
    joined: list[str | int] = []
    for part in parts:
        if isinstance(part, str) and joined and isinstance(joined[-1], str):
            joined[-1] += part
        elif part != "":
            joined.append(part)
    return tuple(joined)
