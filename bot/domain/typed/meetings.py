"""Meetings as the office types them: fields in their natural order, or behind labels."""

from __future__ import annotations

import re
from datetime import date, datetime

from bot.domain.errors import Missing, WrongInput
from bot.domain.moments.times import parse_moment
from bot.domain.plans.draft import Entry, Target
from bot.domain.typed.fields import clean, first_label, labelled, placed, split


class MeetingTitleMissing(Missing):
    """Which meeting it is: its number and its series."""

    field = "meeting-title"


class MeetingStartMissing(Missing):
    """The day and the time of day on which a meeting begins."""

    field = "meeting-start"


class MeetingPlaceMissing(Missing):
    """Where a meeting takes place."""

    field = "meeting-place"


class ChangeMissing(Missing):
    """What shall be different about a meeting."""

    field = "meeting-change"


class UnreadableTitle(WrongInput):
    """Neither "9. Fachtagung" nor a number; `text`."""


class UnreadableLink(WrongInput):
    """Not an https address; `text`."""


class UnknownField(WrongInput):
    """A field without a label that we know; `text`."""


class TooMuch(WrongInput):
    """A field that is longer than `limit` characters."""


_NUMBER = re.compile(r"(?:nr\.?\s*|no\.?\s*)?#?\s*(\d{1,6})", re.IGNORECASE)
_TITLES = (
    re.compile(r"(?P<ordinal>\d{1,3})(?:\.|st|nd|rd|th)?\s+(?P<series>[^\W\d].*)"),
    re.compile(
        r"(?P<series>[^\W\d].*?)\s+(?:(?:nr|no)\.?\s*)?(?P<ordinal>\d{1,3})\.?", re.IGNORECASE
    ),
    re.compile(r"(?P<series>)(?P<ordinal>\d{1,3})\.?"),
)
_NEEDED: dict[str, type[Missing]] = {
    "title": MeetingTitleMissing,
    "starts": MeetingStartMissing,
    "place": MeetingPlaceMissing,
}
_EMPTY = "-"
_LONGEST = 300


def parse_meeting(text: str, today: date) -> Entry:
    """A whole new meeting.

    Raises:
        UnreadableTitle, UnreadableLink, TooMuch: see there.
        MeetingTitleMissing, MeetingStartMissing, MeetingPlaceMissing: the rest can be read.
        UnreadableDay, NoSuchDay, WrongWeekday, MissingTime, ...: as `parse_moment`.
    """
    fields = split(text)
    named = dict(pair for field in fields if (pair := labelled(field)))
    bare = [field for field in fields if labelled(field) is None]
    found = {**dict(placed(bare, named, today)), **named}
    entry = _entry({name: value for name, value in found.items() if value}, today)
    for needed, missing in _NEEDED.items():
        if not found.get(needed):
            raise missing
    return entry


def parse_change(text: str, today: date) -> tuple[Target, Entry]:
    """Which meeting, then labelled fields: "3 Ort: Bonn" or "9. Fachtagung | Termin: …".

    Raises:
        ChangeMissing, UnknownField, UnreadableTitle, UnreadableLink, TooMuch: see there.
        UnreadableDay, ...: as `parse_moment`.
    """
    first = first_label(text)
    if first is None:
        raise ChangeMissing if _is_target(text) else UnknownField(text=clean(text)[:_LONGEST])
    found: dict[str, str] = {}
    for field in split(text[first:]):
        pair = labelled(field)
        if pair is None:
            raise UnknownField(text=field[:_LONGEST])
        found |= (pair,)
    return parse_target(text[:first].strip(" \n|,;:")), _entry(found, today)


def parse_target(text: str) -> Target:
    """The meeting meant by "3", "#3" or "9. Fachtagung"; by nothing, the coming one.

    Raises:
        UnreadableTitle: none of these.
    """
    words = clean(text)
    if not words:
        return Target()
    if number := _NUMBER.fullmatch(words):
        return Target(number=int(number[1]))
    series, ordinal = _title(words)
    return Target(ordinal=ordinal, series=series)


def _is_target(text: str) -> bool:
    try:
        parse_target(text)
    except UnreadableTitle:
        return False
    return True


def _entry(found: dict[str, str], today: date) -> Entry:
    for value in found.values():
        if len(value) > _LONGEST:
            raise TooMuch(limit=_LONGEST)
    series, ordinal = _title(found["title"]) if "title" in found else (None, None)
    return Entry(
        series=series,
        ordinal=ordinal,
        motto=_blank(found.get("motto")),
        starts_local=_moment(found, today),
        place=found.get("place"),
        link=_link(found["link"]) if "link" in found else None,
    )


def _blank(value: str | None) -> str | None:
    return "" if value == _EMPTY else value


def _moment(found: dict[str, str], today: date) -> datetime | None:
    return parse_moment(found["starts"], today) if "starts" in found else None


def _title(text: str) -> tuple[str | None, int]:
    """Series (None if not named) and number."""
    for form in _TITLES:
        if (match := form.fullmatch(text)) and int(match["ordinal"]):
            return match["series"].strip() or None, int(match["ordinal"])
    raise UnreadableTitle(text=text[:_LONGEST])


def _link(text: str) -> str:
    if text == _EMPTY:
        return ""
    url = f"https://{text}" if text.lower().startswith("www.") else text
    if not re.fullmatch(r"https?://[^\s/.@]+\.[^\s@\"<>\\^`{|}]+", url, re.IGNORECASE):
        raise UnreadableLink(text=text)
    return url
