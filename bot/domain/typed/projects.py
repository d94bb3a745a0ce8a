"""Projects and what was reported of them, as people type them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from bot.domain.community.project import Duty, Step
from bot.domain.errors import Missing, WrongInput
from bot.domain.moments.past import latest_day
from bot.domain.moments.refusals import FutureDay, NoSuchDay, UnreadableDay
from bot.domain.moments.words import plain
from bot.domain.typed.entries import read_network

_LONGEST_TITLE = 200
_LONGEST_UPDATE = 2000
_SHOWN = 40
_LONGEST_DAY = 80
_EDGE = " \t\r\n,;|"
_LABEL = re.compile(r"(?:^|[\s|,;])\s*(thema|topic|pflicht|duty)\s*:\s*", re.IGNORECASE)
_NETWORK = re.compile(
    r"(?:^|[\n|])\s*(?:netzwerk|network)\s*:\s*(?P<name>[^\n|]{1,120})", re.IGNORECASE
)
_TITLE = re.compile(
    r"(?:^|[\n|])\s*(?:titel|title|projekt|project)\s*:\s*(?P<title>[^\n|]*)", re.IGNORECASE
)
_DUTIES = (
    (Duty.PROFESSIONALISE, re.compile(r"profess", re.IGNORECASE)),
    (Duty.SUSTAIN, re.compile(r"verstetig|sustain|nachhalt", re.IGNORECASE)),
    (Duty.OWN_PROJECT, re.compile(r"eigen|own|projekt|project", re.IGNORECASE)),
)
_DAY_AHEAD = re.compile(r"(?:am |den |on |the )*(?:[^\W\d]+\.?,? (?:den |the )?)?\d", re.IGNORECASE)
_WORDED_DAY = re.compile(r"[^\W\d][^:\d]{0,40}:(?!\d)")
_CLEAR_DAY = re.compile(r"\.$|\d\D.*\d{4}$|\d{4}-|^\d{8}|\d\. ?[^\W\d]")
_DECIMAL = re.compile(r"\d+\.\d+ [^\W\d]")
_AFTER_DAY = ":-"


class TitleMissing(Missing):
    """A project needs a title."""

    field = "title"


class TitleTooLong(WrongInput):
    """More than `most` characters."""


class UnknownDuty(WrongInput):
    """Not one of the three duties of the declaration; `text`."""


class UnreadableLine(WrongInput):
    """A line of a new project that is neither title nor topic nor duty; `text`."""


class UpdateMissing(Missing):
    """An update needs a text; `project` is its number."""

    field = "update"


class UpdateTooLong(WrongInput):
    """More than `most` characters in one update."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TypedProject:
    """What was typed: `network` None means one's own; the topic is not looked up yet."""

    network: str | None
    title: str
    topic: str | None
    duty: Duty


def parse_project(text: str) -> TypedProject:
    """Read `[für NETWORK:] TITLE [Thema: TOPIC] [Pflicht: DUTY]`, in one line or several.

    Raises:
        TitleMissing, TitleTooLong, UnknownDuty, UnreadableLine, UnclearFor: say what is wrong.
    """
    network, rest = read_network(text, _in_order)
    title, *labelled = _LABEL.split(rest)
    title = _one_line(title)
    if not title:
        raise TitleMissing().knowing(network=network)
    if len(title) > _LONGEST_TITLE:
        raise TitleTooLong(most=_LONGEST_TITLE)
    values = {
        label.casefold(): _one_line(value)
        for label, value in zip(labelled[::2], labelled[1::2], strict=True)
    }
    duty = values.get("pflicht") or values.get("duty")
    return TypedProject(
        network=network,
        title=title,
        topic=values.get("thema") or values.get("topic"),
        duty=_duty(duty) if duty else Duty.OWN_PROJECT,
    )


def _in_order(text: str) -> str:
    """A title and a network that bear labels ("Titel: Campus") as somebody writes them without."""
    title, network = _TITLE.search(text), _NETWORK.search(text)
    if not title or _LABEL.split(_NETWORK.sub("", text[: title.start()]))[0].strip(_EDGE):
        return text
    rest = _NETWORK.sub("", text[: title.start()] + text[title.end() :])
    named = f"für {network['name'].strip()}: " if network else ""
    return f"{named}{title['title'].strip()}\n{rest}"


def _one_line(text: str) -> str:
    first, *more = (" ".join(part.split()) for part in re.split(r"[|\n]", text.strip(_EDGE)))
    if unread := next((part for part in more if part), None):
        raise UnreadableLine(text=unread[:_SHOWN])
    return first


def _duty(text: str) -> Duty:
    for duty, pattern in _DUTIES:
        if pattern.search(text):
            return duty
    raise UnknownDuty(text=text[:_SHOWN])


def parse_steps(text: str, today: date) -> tuple[Step, ...]:
    """The dated parts of a text: a line that begins with a day (`12.11.: ...`) begins a new one.

    What stands before the first day is of today. Line breaks inside a part stay.

    Raises:
        UpdateTooLong, FutureDay, NoSuchDay, WrongWeekday: say what is wrong.
    """
    steps = tuple(step for step in _steps(text, today) if step.text)
    if any(len(step.text) > _LONGEST_UPDATE for step in steps):
        raise UpdateTooLong(most=_LONGEST_UPDATE)
    return steps


def _steps(text: str, today: date) -> Iterator[Step]:
    day, lines = today, list[str]()
    for line in text.strip().splitlines():
        found = _dated(line, today)
        if found is None:
            lines.append(line.rstrip())
            continue
        yield Step(day, "\n".join(lines).strip())
        day, lines = found.day, [found.text]
    yield Step(day, "\n".join(lines).strip())


def _dated(line: str, today: date) -> Step | None:
    """The day that a line begins with, and the rest; None where a number is no day."""
    typed = plain(line[:_LONGEST_DAY])
    if not (_DAY_AHEAD.match(typed) or _WORDED_DAY.match(typed)):
        return None
    try:
        day, rest = latest_day(typed, today)
    except UnreadableDay:
        return None
    except NoSuchDay:
        if _DECIMAL.match(typed):
            return None
        raise
    said = typed[: len(typed) - len(rest)].rstrip()
    if rest.lstrip()[:1] not in tuple(_AFTER_DAY) and not _CLEAR_DAY.search(said):
        return None
    if day > today:
        raise FutureDay(day=day)
    said = _as_typed(line[:_LONGEST_DAY], rest) + line[_LONGEST_DAY:]
    return Step(day, said.lstrip(" :–—-").rstrip())


def _as_typed(line: str, rest: str) -> str:
    """The end of the line that became `rest`, before hyphens and blanks were made alike."""
    starts = (line[at:] for at in range(len(line) + 1))
    return next((end for end in starts if plain(end) == rest.strip()), rest)
