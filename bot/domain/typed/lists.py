"""What a `liste` command may be narrowed to, and its page."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from bot.domain.errors import NotFound
from bot.domain.moments.past import parse_since

PAGE = 15
ROOM = 3300
"""Characters of a page; what stands around its lines makes it 3,500."""
_PAGE = re.compile(r"(?:^|\s)(?:seite|page) ([0-9]{1,4})$", re.IGNORECASE)
_SHORT_PAGE = re.compile(r"(?:^|\s)(?:(?:seite|page) )?([0-9]{1,4})$", re.IGNORECASE)
_SINCE = re.compile(r"(?:^|\s)(?:seit|since)(?:\s+dem)?\s+(?P<day>.+)$", re.IGNORECASE)
_FILE = re.compile(r"(?:^|\s)(?:(?:als|as)\s+)?(?:datei|file)$", re.IGNORECASE)
_OWN = frozenset({"eigene", "meine", "unsere", "own", "mine", "ours"})
_ALL = frozenset({"alle", "all"})
_LABEL = re.compile(r"(?:thema|netzwerk|topic|network)\s*:?\s+", re.IGNORECASE)


class NoSuchPage(NotFound):
    """`page` lies behind the `last` one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Listing:
    """`about` is a network or a topic as typed, "" for none; a `file` has no pages."""

    about: str = ""
    own: bool = False
    every: bool = False
    since: date | None = None
    page: int = 1
    file: bool = False

    def offset(self, count: int) -> int:
        """Where the page begins among that many.

        Raises:
            NoSuchPage: it begins behind the last.
        """
        return self.place(last_page(count)) * PAGE

    def place(self, last: int) -> int:
        """The page's place among that many, from 0.

        Raises:
            NoSuchPage: it lies behind the last.
        """
        if not 1 <= self.page <= last:
            raise NoSuchPage(page=self.page, last=last)
        return self.page - 1

    def line(self, page: int | None = None) -> str:
        """What is typed for another page of the same list, or for all of it as a file."""
        named = self.about or ("eigene" if self.own else "alle" if self.every else "")
        since = f"seit {self.since.isoformat()}" if self.since else ""
        return " ".join(filter(None, (named, since, f"Seite {page}" if page else "datei")))


def last_page(count: int) -> int:
    """How many pages that many items fill."""
    return max(1, -(-count // PAGE))


def page_starts(sizes: Sequence[int]) -> tuple[int, ...]:
    """Where pages of items of these sizes begin: as many on each as have room, at least one."""
    starts, used = [0], 0
    for place, size in enumerate(sizes):
        if place > starts[-1] and (used + size > ROOM or place - starts[-1] >= PAGE):
            starts.append(place)
            used = 0
        used += size
    return tuple(starts)


def parse_listing(text: str, today: date, *, own: bool = False) -> Listing:
    """Read `[own | all | NETWORK | TOPIC] [seit DAY] [PAGE | datei]`; `own` if none is named.

    Raises:
        UnreadableDay, NoSuchDay, WrongWeekday, FutureDay, ...: of the day.
    """
    typed, page = " ".join(text.split()), 1
    file = _FILE.search(typed)
    typed = typed[: file.start()] if file else typed
    if found := (_PAGE if _SINCE.search(typed) else _SHORT_PAGE).search(typed):
        typed, page = typed[: found.start()], int(found[1])
    since = _SINCE.search(typed)
    about = typed[: since.start()] if since else typed
    return Listing(
        about="" if about.casefold() in _OWN | _ALL else _LABEL.sub("", about, count=1),
        own=about.casefold() in _OWN or (own and not about),
        every=about.casefold() in _ALL,
        since=parse_since(since["day"], today) if since else None,
        page=page,
        file=file is not None,
    )
