"""Days and moments in the words of a language."""

from __future__ import annotations

from datetime import date, datetime
from functools import lru_cache

from babel import Locale
from babel.dates import get_timezone_name, parse_pattern

HOME = "Europe/Berlin"
"""The zone that goes without saying."""


@lru_cache(maxsize=1_024)
def in_pattern(day: date, pattern: str, locale: Locale) -> str:
    """A day, or a moment without a zone, in a Unicode date pattern.

    A moment comes without its zone because moments of two zones can be equal, and then the one
    that came first would be remembered for both.
    """
    return parse_pattern(pattern).apply(day, locale)


def zone_name(moment: datetime, locale: Locale) -> str | None:
    """The name of the moment's zone, None at home.

    Raises:
        TypeError: the moment has no zone.
    """
    if moment.tzinfo is None:
        raise TypeError("a moment without a zone")
    if getattr(moment.tzinfo, "key", None) == HOME:
        return None
    return get_timezone_name(moment, locale=locale)
