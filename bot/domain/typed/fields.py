"""The fields of a meeting, told apart by label, by look and by order."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from datetime import date
from itertools import chain

from bot.domain.errors import WrongInput
from bot.domain.moments.refusals import UnreadableDay
from bot.domain.moments.times import parse_moment

_MOST = 20  # fields among which a moment is looked for
_LABELS = {
    label: field
    for field, labels in {
        "title": "tagung titel veranstaltung meeting title",
        "motto": "motto thema theme topic",
        "starts": "termin datum beginn wann date start when",
        "place": "ort place where wo",
        "link": "link programm programme program url",
    }.items()
    for label in labels.split()
}
_LABEL = rf"(?P<label>{'|'.join(_LABELS)})\s*:\s*"
_LABELLED = re.compile(rf"{_LABEL}(?P<value>.*)", re.IGNORECASE | re.DOTALL)
_FIRST_LABEL = re.compile(rf"(?:^|(?<=\s)){_LABEL}", re.IGNORECASE)
_BORDER = re.compile(rf"\n|\||[,;]\s*(?={_LABEL.replace('?P<label>', '?:')})", re.IGNORECASE)


def clean(text: str) -> str:
    """One line of visible characters, which both databases take."""
    return " ".join("".join(c for c in text if c.isprintable() or c.isspace()).split())


def first_label(text: str) -> int | None:
    """Where the first labelled field begins."""
    found = _FIRST_LABEL.search(text)
    return found.start() if found else None


def split(text: str) -> tuple[str, ...]:
    """The parts between lines, bars, and before further labels; without empty ones."""
    return tuple(field for part in _BORDER.split(text) if (field := clean(part)))


def labelled(field: str) -> tuple[str, str] | None:
    """Which field it is, and its value."""
    match = _LABELLED.fullmatch(field)
    return (_LABELS[match["label"].casefold()], match["value"].strip()) if match else None


def placed(bare: list[str], taken: dict[str, str], today: date) -> Iterator[tuple[str, str]]:
    """Fields without labels by what they look like, then by order: title, motto, date, place."""
    left = list(bare)
    if "link" not in taken and (link := _pop(left, _looks_like_link)):
        yield "link", link
    if "title" not in taken and left:
        yield "title", left.pop(0)
    motto_ends = len(left)
    moment = None if "starts" in taken else _first(left, today)
    if moment is not None:
        yield "starts", left.pop(moment)
        motto_ends = moment
    before, behind = left[:motto_ends], left[motto_ends:]
    alone = before and moment is None
    if "place" not in taken and not behind and (alone or len(before) > 1):
        behind = [before.pop()]
    yield from (("motto", " ".join(before)),) if before else ()
    yield from (("place", ", ".join(behind)),) if behind else ()


def _pop(fields: list[str], wanted: Callable[[str], bool]) -> str | None:
    found = next((field for field in fields if wanted(field)), None)
    if found is not None:
        fields.remove(found)
    return found


def _first(fields: list[str], today: date) -> int | None:
    """Where the start stands: what reads as a moment, else what tries to be one."""
    near = fields[:_MOST]
    good = (n for n, field in enumerate(near) if _is_moment(field, today))
    tries = (n for n, field in enumerate(near) if _tries_to_be_moment(field, today))
    return next(chain(good, tries), None)


def _is_moment(text: str, today: date) -> bool:
    try:
        parse_moment(text, today)
    except WrongInput:
        return False
    return True


def _tries_to_be_moment(text: str, today: date) -> bool:
    try:
        parse_moment(text, today)
    except WrongInput as refusal:
        return type(refusal) is not UnreadableDay and any(c.isdigit() for c in text)
    return True


def _looks_like_link(text: str) -> bool:
    return re.match(r"(?:https?://|www\.)\S+$", text, re.IGNORECASE) is not None
