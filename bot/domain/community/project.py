"""Projects of the networks and their dated updates."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum


class Duty(StrEnum):
    """The three duties of the declaration of partnership."""

    PROFESSIONALISE = "professionalise"
    SUSTAIN = "sustain"
    OWN_PROJECT = "own-project"


@dataclass(frozen=True, slots=True, kw_only=True)
class Update:
    """One logged step of a project, on the day it happened."""

    number: int
    project: int
    day: date
    text: str
    author: str
    created_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Project:
    """What a network does; `topic` is an id of the taxonomy, if one was named."""

    number: int
    network: int
    title: str
    topic: str | None
    duty: Duty
    created_by: str
    created_at: datetime


@dataclass(frozen=True, slots=True)
class Since:
    """A local day, and the moment (UTC) at which it begins."""

    day: date
    begin: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class ProjectFilter:
    """Which projects are wanted; None lets all through.

    `since` keeps those begun since that day, or with an update of that day or later.
    """

    networks: tuple[int, ...] | None = None
    topic: str | None = None
    since: Since | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Progress:
    """A project with its latest update, if there is any."""

    project: Project
    last: Update | None


@dataclass(frozen=True, slots=True)
class Step:
    """An update as it is told: the day and what happened, not stored yet."""

    day: date
    text: str
