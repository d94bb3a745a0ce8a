"""Offers, needs and projects as ids and data for one line each."""

from bot.domain.community.network import Need, Offer
from bot.domain.community.project import Progress, Project, Update
from bot.domain.dialogue.message import Text
from bot.services.directory import Directory

_LONGEST = 80
"""Characters of each part of a line, so that a page of lines stays short."""


def offer_line(offer: Offer, directory: Directory, *, short: bool = False) -> Text:
    """What is offered, without the network's name; `short` ends a long note early."""
    return Text(
        "offer-line",
        number=str(offer.number),
        topic=directory.topic_text(offer.topic),
        level=offer.level,
        example=offer.example,
        note=_note(_shortened(offer.note) if short else offer.note),
    )


def need_line(need: Need, directory: Directory, *, short: bool = False) -> Text:
    """What is sought, as `offer_line`."""
    return Text(
        "need-line",
        number=str(need.number),
        topic=directory.topic_text(need.topic),
        until=Text("need-until", day=need.until) if need.until else Text("nothing-more"),
        example=need.example,
        note=_note(_shortened(need.note) if short else need.note),
    )


def named_line(line: Text, number: int, directory: Directory) -> Text:
    """The same line behind the short name of its network."""
    return Text("line-of-network", network=directory.network(number).short_name, line=line)


def project_line(progress: Progress, directory: Directory) -> Text:
    """A project with the first words of its latest update."""
    project = progress.project
    return Text(
        "project-line",
        number=str(project.number),
        title=_shortened(project.title),
        network=directory.network(project.network).short_name,
        last=_last(progress.last),
    )


def duty_text(project: Project, directory: Directory) -> Text:
    """Which duty a project serves, and its topic if it has one."""
    duty = Text("project-duty", duty=project.duty)
    if project.topic is None:
        return duty
    topic = directory.topic_text(project.topic)
    return Text("project-duty-and-topic", duty=duty, topic=topic)


def _last(update: Update | None) -> Text:
    if update is None:
        return Text("project-silent")
    return Text("project-last", day=update.day, text=_shortened(" ".join(update.text.split())))


def _shortened(text: str) -> str:
    return text if len(text) <= _LONGEST else text[: _LONGEST - 1].rstrip() + "…"


def _note(note: str) -> Text:
    return Text("line-note", note=note) if note else Text("nothing-more")
