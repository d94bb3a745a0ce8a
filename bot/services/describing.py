"""Offers, needs and projects as ids and data for one line each."""

from bot.domain.message import Text
from bot.domain.network import Need, Offer
from bot.domain.project import Progress, Update
from bot.services.directory import Directory

_LONGEST_LINE = 200


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
        title=project.title,
        network=directory.network(project.network).short_name,
        last=_last(progress.last),
    )


def _last(update: Update | None) -> Text:
    if update is None:
        return Text("project-silent")
    return Text("project-last", day=update.day, text=_shortened(" ".join(update.text.split())))


def _shortened(text: str) -> str:
    return text if len(text) <= _LONGEST_LINE else text[: _LONGEST_LINE - 1].rstrip() + "…"


def _note(note: str) -> Text:
    return Text("line-note", note=note) if note else Text("nothing-more")
