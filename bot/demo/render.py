"""Shows formatted messages on a terminal; nothing that a message contains can steer the terminal."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser

from prompt_toolkit.utils import get_cwidth

_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_SGR = {"strong": "1", "b": "1", "em": "3", "i": "3", "code": "36", "del": "9", "a": "4"}
_SGR |= dict.fromkeys(_HEADINGS, "1")
_BLOCKS = frozenset({"p", "div", "ul", "ol", "li", "blockquote", "pre", "tr", *_HEADINGS})
_SKIPPED = frozenset({"mx-reply", "script", "style"})
_DEEPEST = 6  # deeper nesting is shown, but not indented any further

Cell = tuple[str, tuple[str, ...]]


@dataclass(slots=True)
class _Block:
    """Words of one paragraph with what stands before its first and its other lines."""

    gap: bool = False
    first: str = ""
    rest: str = ""
    verbatim: bool = False
    cells: list[Cell] = field(default_factory=list)


def render(body: str, html: str = "", *, width: int = 80, colour: bool = True) -> list[str]:
    """The lines of a message: from its HTML if it has some, else from its plain words."""
    # On tags without any end, Python's parser takes a time that grows with the square.
    blocks = _Reader.read(html) if html.rfind("<") <= html.rfind(">") else []
    if not blocks:
        blocks = [_Block(verbatim=True) for _ in body.splitlines()]
        for block, line in zip(blocks, body.splitlines(), strict=True):
            block.cells += [(sign, ()) for sign in line]
    return [line for block in blocks for line in _lines(block, max(width, 20), colour=colour)]


def harmless(text: str) -> str:
    """The text in one line, without control, escape and invisible characters."""
    return "".join(_sign(one) for one in text)


def _sign(one: str) -> str:
    return " " if one.isspace() else one * one.isprintable()


class _Reader(HTMLParser):
    """Takes the small HTML of Matrix messages apart; tags it does not know show their content."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.blocks: list[_Block] = [_Block()]
        self._styles: list[str] = []
        self._places: list[str] = []
        self._bullet = ""
        self._counters: list[int | None] = []
        self._addresses: list[str] = []
        self._verbatim = 0
        self._skipped = 0

    @classmethod
    def read(cls, html: str) -> list[_Block]:
        reader = cls()
        reader.feed(html)
        reader.close()
        return [block for block in reader.blocks if block.cells]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._skipped += tag in _SKIPPED
        if tag == "br":
            self._begin()
        elif tag in _BLOCKS:
            self._open(tag)
            self._begin(gap=tag == "p" and not self._places)
        if tag == "a":
            self._addresses.append(dict(attrs).get("href") or "")
        if tag in _SGR:
            self._styles.append(_SGR[tag])

    def handle_endtag(self, tag: str) -> None:
        if tag in _SKIPPED and self._skipped:
            self._skipped -= 1
        if _SGR.get(tag) in self._styles:
            self._styles.remove(_SGR[tag])
        if tag == "a" and self._addresses:
            self._show_address(self._addresses.pop())
        if tag in _BLOCKS:
            self._leave(tag)
            self._begin()

    def handle_data(self, data: str) -> None:
        if self._skipped:
            return
        if self._verbatim:
            for number, line in enumerate(data.splitlines() or [""]):
                if number:
                    self._begin()
                self._add(line or " ")
        elif data.strip() or self.blocks[-1].cells:
            self._add(data)

    def _add(self, text: str) -> None:
        block = self.blocks[-1]
        if not block.cells:
            block.rest = "".join(self._places[:_DEEPEST])
            block.first = block.rest[: len(block.rest) - len(self._bullet)] + self._bullet
            block.verbatim = bool(self._verbatim)
            self._bullet = ""
        style = tuple(self._styles)
        block.cells += [(sign, style) for sign in text]

    def _begin(self, *, gap: bool = False) -> None:
        """Go on in a new line."""
        if self.blocks[-1].cells:
            self.blocks.append(_Block())
        self.blocks[-1].gap = gap and len(self.blocks) > 1

    def _show_address(self, address: str) -> None:
        # People's pills lead to a page about Matrix; their name says more.
        shown = "".join(sign for sign, _ in self.blocks[-1].cells)
        ours = address.startswith(("https://", "http://", "mailto:"))
        if ours and "//matrix.to/" not in address and not shown.endswith(address):
            self._add(f" ({address})")

    def _open(self, tag: str) -> None:
        if tag in {"ul", "ol"}:
            self._counters.append(0 if tag == "ol" else None)
        elif tag == "li":
            self._bullet = self._next_bullet()
            self._places.append(" " * len(self._bullet))
        elif tag == "blockquote":
            self._places.append("│ ")
        self._verbatim += tag == "pre"

    def _leave(self, tag: str) -> None:
        if tag in {"ul", "ol"} and self._counters:
            self._counters.pop()
        elif tag in {"li", "blockquote"} and self._places:
            self._places.pop()
            self._bullet = ""
        elif tag == "pre" and self._verbatim:
            self._verbatim -= 1

    def _next_bullet(self) -> str:
        counter = self._counters[-1] if self._counters else None
        if counter is None:
            return "- "
        self._counters[-1] = counter + 1
        return f"{counter + 1}. "


def _lines(block: _Block, width: int, *, colour: bool) -> Iterator[str]:
    if block.gap:
        yield ""
    prefix = block.first
    for cells in _wrapped(block, max(width - get_cwidth(block.rest), 10)):
        yield (prefix + _painted(cells, colour=colour)).rstrip()
        prefix = block.rest


def _wrapped(block: _Block, room: int) -> Iterator[list[Cell]]:
    """The cells of a block in lines of at most `room` columns, at least one line."""
    line: list[Cell] = []
    used = 0
    for cell in _clean(block):
        line.append(cell)
        used += get_cwidth(cell[0])
        if used > room:
            cut = next((i for i in range(len(line) - 1, 0, -1) if line[i][0] == " "), 0)
            yield line[: cut or -1]
            line = line[cut + 1 :] if cut else line[-1:]
            used = sum(get_cwidth(sign) for sign, _ in line)
    yield line


def _clean(block: _Block) -> Iterator[Cell]:
    """The harmless cells; outside of verbatim blocks, blanks in a row count as one."""
    before = " "
    for sign, style in block.cells:
        shown = _sign(sign)
        if shown and (block.verbatim or shown != " " or before != " "):
            yield shown, style
            before = shown


def _painted(cells: Iterable[Cell], *, colour: bool) -> str:
    text = ""
    current: tuple[str, ...] = ()
    for sign, style in cells:
        if colour and style != current:
            text += "\x1b[0" + "".join(f";{code}" for code in style) + "m"
            current = style
        text += sign
    return text + ("\x1b[0m" if current else "")
