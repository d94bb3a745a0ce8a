"""Blocks of ids and data become the two forms of a message, in the language of who reads it."""

from __future__ import annotations

import json
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache

from bot.domain.dialogue.message import Block, Items, Text, Worded
from bot.domain.dialogue.voice import Voice
from bot.text.body import Body
from bot.text.sentences import Sentences
from bot.text.wording import Wording

LIMIT = 32_000
"""Bytes of JSON for both forms; encrypted they grow by a third, and an event holds 65,536."""

_PARAGRAPHS = ("<p>", "<ul>", "<ol")


class Catalogue:
    """All sentences of one voice."""

    def __init__(self, sentences: Sentences) -> None:
        self._wording = Wording(sentences)

    def line(self, text: Text) -> str:
        """One text in plain form.

        Raises:
            MissingText, BrokenText: see `body`.
        """
        return self._wording.text(text).plain

    def body(self, blocks: Sequence[Block]) -> Body:
        """All blocks; what is too long for one event is cut after a block or item, and says so.

        Raises:
            MissingText: there is no such sentence.
            BrokenText: it needs other arguments, or one cannot be worded.
        """
        body = self._whole(blocks)
        return body if _weight(body) <= LIMIT else self._cut(blocks)

    def _whole(self, blocks: Sequence[Block]) -> Body:
        if len(blocks) == 1 and not isinstance(blocks[0], Items):
            return self._paragraph(blocks[0])
        plain: list[str] = []
        html: list[str] = []
        for block in blocks:
            if not isinstance(block, Items):
                body = self._paragraph(block)
                plain += ("\n\n", body.plain)
                html.append(
                    body.html if body.html.startswith(_PARAGRAPHS) else f"<p>{body.html}</p>"
                )
            elif block.texts:
                body = self._items(block)
                plain += ("\n", body.plain)
                html.append(body.html)
        return Body("".join(plain[1:]), "".join(html))

    def _paragraph(self, block: Text | Worded) -> Body:
        """A sentence, or all that was formed earlier."""
        if isinstance(block, Text):
            return self._wording.text(block)
        return Body(block.plain, block.html)

    def _items(self, items: Items) -> Body:
        bodies = [self._wording.text(text) for text in items.texts]
        entries = "".join([f"<li>{body.html}</li>" for body in bodies])
        if items.first is None:
            marks = ["•"] * len(bodies)
            html = f"<ul>{entries}</ul>"
        else:
            marks = [f"{items.first + index}." for index in range(len(bodies))]
            html = f'<ol start="{items.first}">{entries}</ol>'
        plain = [body.plain.replace("\n", "\n  ") for body in bodies]
        lines = [" ".join(line) for line in zip(marks, plain, strict=True)]
        return Body("\n".join(lines), html)

    def _cut(self, blocks: Sequence[Block]) -> Body:
        """As many blocks and items as fit, found by halving."""

        def first(count: int) -> Body:
            return self._whole([*_first(blocks, count), Text("text-cut")])

        size = sum(len(b.texts) if isinstance(b, Items) else 1 for b in blocks)
        fitting = bisect_right(range(size), LIMIT, key=lambda count: _weight(first(count)))
        return first(max(0, fitting - 1))


def _first(blocks: Sequence[Block], count: int) -> Iterator[Block]:
    """The blocks with only so many texts and items."""
    for block in blocks:
        if count <= 0:
            return
        if isinstance(block, Items):
            yield replace(block, texts=block.texts[:count])
            count -= len(block.texts)
        else:
            yield block
            count -= 1


def _weight(body: Body) -> int:
    """Bytes in JSON with ASCII escapes, which is what gets encrypted."""
    return len(json.dumps(body.plain)) + len(json.dumps(body.html))


@cache
def _sentences(voice: Voice) -> Sentences:
    """The sentences do not change while the bot runs, however many parts word them."""
    return Sentences.load(voice, _sentences(voice.base) if voice.base else None)


class Catalogues:
    """Every voice, read when somebody first asks for it; formal German for an unknown one."""

    def __init__(self) -> None:
        """Take formal German, which everybody needs.

        Raises:
            BrokenText: a line of it belongs to no entry, or an id is there twice.
        """
        self._by_code = {Voice.FORMAL.value: Catalogue(_sentences(Voice.FORMAL))}

    def get(self, voice: str) -> Catalogue:
        """The catalogue of "de", "de-du", ...

        Raises:
            BrokenText: it is read now, and has a fault.
        """
        known = self._by_code.get(voice)
        return known or self._read(Voice.of(voice))

    def _read(self, voice: Voice) -> Catalogue:
        if voice not in self._by_code:
            self._by_code[voice.value] = Catalogue(_sentences(voice))
        return self._by_code[voice]
