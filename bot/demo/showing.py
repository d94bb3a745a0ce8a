"""What the terminal shows of an event, and of a file that came with one."""

from __future__ import annotations

from bot.demo import words
from bot.demo.event import Attachment, Event
from bot.demo.render import harmless, render

_MOST_LINES = 30
_UNIT = 1000


def shown(event: Event, *, width: int, colour: bool) -> list[str]:
    """The lines of an event, none where there is nothing to see."""
    if event.reaction:
        return [words.REACTED.format(key=harmless(event.reaction))]
    if event.file:
        return [words.FILE.format(name=harmless(event.file.name), size=_size(event.file))]
    return render(event.body, event.html, width=width, colour=colour) if event.is_message else []


def contents(raw: bytes, *, width: int) -> list[str]:
    """The beginning of a downloaded file as text, indented."""
    try:
        text = raw.decode()
    except UnicodeDecodeError:
        return [f"  {words.NOT_TEXT}"]
    lines = render(text, width=width, colour=False)
    cut = [words.CUT] if len(lines) > _MOST_LINES else []
    return [f"  {line}".rstrip() for line in [*lines[:_MOST_LINES], *cut]]


def _size(file: Attachment) -> str:
    if file.size is None:
        return words.UNKNOWN_SIZE
    if file.size < _UNIT:
        return f"{file.size} Byte"
    return f"{file.size / _UNIT:.1f} kB".replace(".", ",")
