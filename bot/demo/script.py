"""Conversations on paper: who says what in which room, and what has to be heard."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from enum import StrEnum

from bot.demo import words
from bot.demo.progress import DemoError

WAIT = "warte"
_WANTED = " => "


class Expected(StrEnum):
    """What follows on a line."""

    ANSWER = ""
    SILENCE = "still"
    POST = "warte"


@dataclass(frozen=True, slots=True)
class Line:
    """One step; with `Expected.POST` nobody speaks: `text` is what the bot's post has to hold."""

    number: int
    who: str
    room: str
    text: str
    expected: Expected = Expected.ANSWER
    wanted: tuple[str, ...] = ()
    """One of these words has to be in the answer."""


def parse(text: str, people: Collection[str], rooms: Collection[str]) -> tuple[Line, ...]:
    r"""The lines of a script.

    `who | room | text`: said and answered; `who | room | text | still`: said, must stay unanswered;
    `who | room | text => words`: the answer has to hold these words (or those after " oder ");
    `warte | room | text`: the bot posts something with that text by itself. `\n` in a text is a
    line break, `#` begins a comment line.

    Raises:
        DemoError: A line is not of that form; names its number.
    """
    lines = enumerate(text.splitlines(), start=1)
    kept = [(n, line.strip()) for n, line in lines if line.strip() and line.strip()[0] != "#"]
    return tuple(_line(number, line, people, rooms) for number, line in kept)


def _line(number: int, line: str, people: Collection[str], rooms: Collection[str]) -> Line:
    silent = line.replace(" ", "").endswith(f"|{Expected.SILENCE}")
    words_only = line.rpartition("|")[0] if silent else line
    parts = [one.strip() for one in words_only.split("|", 2)]
    if len(parts) < 3 or not parts[2]:  # noqa: PLR2004 -- who, room, text
        raise DemoError(words.BAD_LINE.format(number=number, line=line))
    who, room, text = parts
    text, marked, wanted = text.rpartition(_WANTED) if _WANTED in text else (text, "", "")
    if who not in {WAIT, *people}:
        known = ", ".join(people)
        raise DemoError(words.UNKNOWN_PERSON.format(number=number, name=who, known=known))
    if room not in rooms:
        known = ", ".join(rooms)
        raise DemoError(words.UNKNOWN_ROOM.format(number=number, name=room, known=known))
    expected = Expected.SILENCE if silent else Expected.ANSWER
    if who == WAIT:
        expected = Expected.POST
    said = text.strip().replace("\\n", "\n")
    one_of = tuple(wanted.strip().split(" oder ")) if marked else ()
    return Line(number, who, room, said, expected, one_of)
