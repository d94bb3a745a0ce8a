"""`!projekt`: entering a project of one's network and telling what happened in it."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from bot.dispatch.declaring.arguments import number
from bot.dispatch.declaring.command import Input
from bot.dispatch.declaring.context import Context
from bot.dispatch.declaring.fields import (
    DUTY,
    NETWORK,
    OWN_PROJECT,
    TITLE,
    TOPIC,
    UPDATE,
    project_choice,
)
from bot.dispatch.declaring.router import Router
from bot.domain.community.project import Project, Step
from bot.domain.dialogue.inline import Lines
from bot.domain.dialogue.message import Reply, Text
from bot.domain.dialogue.people import Role
from bot.domain.dialogue.subject import Subject, SubjectKind
from bot.domain.typed.projects import TypedProject, UpdateMissing, parse_project, parse_steps
from bot.services.describing import duty_text
from bot.storage.database import Transaction

router = Router()
_BARE = re.compile(r"\s*\d")


@dataclass(frozen=True, slots=True)
class Report:
    """The project's number, and what happened when."""

    number: int
    steps: tuple[Step, ...]

    @classmethod
    def parse(cls, given: Input) -> "Report":
        """Read `3 12.11.: Auftakt`, in one line or several."""
        chosen, rest = _meant(given)
        steps = parse_steps(rest, given.today)
        if not steps:
            raise UpdateMissing(project=str(chosen))
        return cls(chosen, steps)


def _meant(given: Input) -> tuple[int, str]:
    """In reply to a project's message, `30 Betriebe dabei` is no project #30."""
    chosen, rest = number(given.text, "project")
    about = given.about
    if about is None or about.kind is not SubjectKind.PROJECT or about.number == chosen:
        return chosen, rest
    return (about.number, given.text) if rest and _BARE.match(given.text) else (chosen, rest)


def _understood(ctx: Context, _: Transaction, typed: TypedProject) -> Sequence[tuple[str, object]]:
    directory = ctx.services.directory
    project = ctx.services.reporting.begun(ctx.person, typed, ctx.now)
    topic = [("topic", directory.topic_text(project.topic))] if project.topic else []
    return (
        ("network", directory.network(project.network).short_name),
        ("title", project.title),
        *topic,
        ("duty", Text("field-duty-known", duty=project.duty)),
    )


def _unbegin(ctx: Context, tx: Transaction, memory: Mapping[str, Any]) -> Reply:
    """As if it had not been entered."""
    gone = ctx.services.reporting.forget(tx, ctx.person, memory["project"])
    return Reply(Text("projekt-neu-undone", title=gone.title, number=str(gone.number)))


@router.action(
    "projekt neu",
    alias="project new",
    args=lambda given: parse_project(given.text),
    permission=Role.COORDINATOR,
    fields=(NETWORK, TITLE, replace(TOPIC, form="Thema: {}", first=False, required=False), DUTY),
    understood=_understood,
    undo=_unbegin,
)
def new(ctx: Context, tx: Transaction, typed: TypedProject) -> Reply:
    """Enter a project of one's network."""
    kept = ctx.former["project"] if ctx.former else 0
    project = ctx.services.reporting.begin(tx, ctx.person, typed, ctx.now, kept)
    said = Text(
        "projekt-neu-done",
        number=str(project.number),
        title=project.title,
        network=ctx.services.directory.network(project.network).short_name,
        about=duty_text(project, ctx.services.directory),
    )
    return Reply(said, about=_subject(project), memory={"project": project.number})


def _steps(ctx: Context, tx: Transaction, told: Report) -> Sequence[tuple[str, object]]:
    project = ctx.services.reporting.writable(tx, ctx.person, told.number)
    return ("project", project_choice(project)), *(
        ("update", Text("projekt-zeige-update", day=step.day, text=Lines(step.text)))
        for step in told.steps
    )


def _unsay(ctx: Context, tx: Transaction, memory: Mapping[str, Any]) -> Reply:
    """Take exactly those updates back."""
    reporting, updates = ctx.services.reporting, memory["updates"]
    project = reporting.unsay(tx, ctx.person, memory["project"], updates)
    number = str(project.number)
    said = Text("projekt-meldung-undone", count=len(updates), title=project.title, number=number)
    return Reply(said, about=_subject(project))


@router.action(
    "projekt meldung",
    alias="project update",
    args=Report.parse,
    permission=Role.COORDINATOR,
    fields=(OWN_PROJECT, UPDATE),
    understood=_steps,
    undo=_unsay,
)
def report(ctx: Context, tx: Transaction, told: Report) -> Reply:
    """Log what happened."""
    reporting = ctx.services.reporting
    project = reporting.writable(tx, ctx.person, told.number)
    updates = reporting.report(tx, ctx.person, project.number, told.steps, ctx.now)
    said = Text(
        "projekt-meldung-done",
        count=len(told.steps),
        title=project.title,
        number=str(project.number),
        days=tuple(dict.fromkeys(step.day for step in told.steps)),
    )
    memory = {"project": project.number, "updates": list(updates)}
    return Reply(said, about=_subject(project), memory=memory)


def _subject(project: Project) -> Subject:
    return Subject(SubjectKind.PROJECT, project.number)
