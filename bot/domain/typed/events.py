"""Which event, or which scheduled post, somebody means: by link, by id or by its key."""

from __future__ import annotations

import re
from urllib.parse import unquote

from bot.domain.errors import WrongInput

_MATRIX_TO = re.compile(r"https://matrix\.to/#/[^/?\s]+/([^?\s]+)")
_URI = re.compile(r"matrix:(?:roomid|r)/[^/?\s]+/e(?:vent)?/([^?\s]+)", re.IGNORECASE)
_EVENT = re.compile(r"\$[!-~]{1,254}")
_KEY = re.compile(r"[\w-]+-\d+(?:/[\w-]+)+")
_MEANT = re.compile(r"(?:https?://|matrix:|\$)", re.IGNORECASE)


class NoEvent(WrongInput):
    """The link or id names no single message; `text` is what stands there."""


def event_or_key(text: str) -> str | None:
    """An event id (with its `$`) or the key of a scheduled post; None where neither is meant.

    Raises:
        NoEvent: it looks like a link to a message, but names none.
    """
    word = next(iter(text.split()), "").strip("<>")
    if found := _MATRIX_TO.fullmatch(word.partition("?")[0]):
        return _event(unquote(found[1]), word)
    if found := _URI.fullmatch(word.partition("?")[0]):
        return _event("$" + unquote(found[1]), word)
    if _MEANT.match(word):
        return _event(word, word)
    return word if _KEY.fullmatch(word) else None


def _event(name: str, word: str) -> str:
    if not _EVENT.fullmatch(name):
        raise NoEvent(text=word[:80])
    return name
