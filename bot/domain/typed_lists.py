"""What a `liste` command may be narrowed to, and its page."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from bot.domain.errors import NotFound
from bot.domain.typed_past import parse_past_day

PAGE = 10
_PAGE = re.compile(r"(?:^|\s)(?:seite|page) ([0-9]{1,4})$", re.IGNORECASE)
_SHORT_PAGE = re.compile(r"(?:^|\s)(?:(?:seite|page) )?([0-9]{1,4})$", re.IGNORECASE)
_SINCE = re.compile(r"(?:^|\s)(?:seit|since)(?:\s+dem)?\s+(?P<day>.+)$", re.IGNORECASE)
_OWN = frozenset({"eigene", "meine", "unsere", "own", "mine", "ours"})
_ALL = frozenset({"alle", "all"})
_LABEL = re.compile(r"(?:thema|netzwerk|topic|network)\s*:?\s+", re.IGNORECASE)


class NoSuchPage(NotFound):
    """`page` lies behind the `last` one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Listing:
    """`about` is a network or a topic as typed, "" for none; `typed` is all but the page."""

    typed: str = ""
    about: str = ""
    own: bool = False
    every: bool = False
    since: date | None = None
    page: int = 1

    def offset(self, count: int, size: int = PAGE) -> int:
        """Where the page of that size begins among that many.

        Raises:
            NoSuchPage: it begins behind the last.
        """
        last = max(1, -(-count // size))
        if not 1 <= self.page <= last:
            raise NoSuchPage(page=self.page, last=last)
        return (self.page - 1) * size


def parse_listing(text: str, today: date) -> Listing:
    """Read `[own | NETWORK | TOPIC] [seit DAY] [PAGE]`.

    Raises:
        UnreadableDay, NoSuchDay, WrongWeekday: of the day.
    """
    typed, page = " ".join(text.split()), 1
    if found := (_PAGE if _SINCE.search(typed) else _SHORT_PAGE).search(typed):
        typed, page = typed[: found.start()], int(found[1])
    since = _SINCE.search(typed)
    about = typed[: since.start()] if since else typed
    return Listing(
        typed=typed,
        about="" if about.casefold() in _OWN | _ALL else _LABEL.sub("", about, count=1),
        own=about.casefold() in _OWN,
        every=about.casefold() in _ALL,
        since=parse_past_day(since["day"], today) if since else None,
        page=page,
    )
