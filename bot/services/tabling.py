"""Lists as tables to take along; offers and needs in the columns that `import` reads."""

from collections.abc import Iterable

from bot.domain.community.network import Need, Offer
from bot.domain.community.project import Progress, Project, Update
from bot.services.directory import Directory

Table = tuple[tuple[str, ...], ...]
_OFFER = ("network", "topic", "level", "note", "example")
_NEED = ("network", "topic", "note", "until", "example")
_PROJECT = ("number", "network", "title", "topic", "duty", "since", "last_day", "last_update")
_UPDATE = ("project", "title", "day", "text")


def offers(entries: Iterable[Offer], directory: Directory) -> Table:
    """One row per offer."""
    return _OFFER, *(
        (_name(one.network, directory), one.topic, one.level.value, one.note, _flag(one.example))
        for one in entries
    )


def needs(entries: Iterable[Need], directory: Directory) -> Table:
    """One row per need."""
    return _NEED, *(
        (
            _name(one.network, directory),
            one.topic,
            one.note,
            one.until.isoformat() if one.until else "",
            _flag(one.example),
        )
        for one in entries
    )


def projects(shown: Iterable[Progress], directory: Directory) -> Table:
    """One row per project, with its latest update."""
    return _PROJECT, *(
        (
            str(one.project.number),
            _name(one.project.network, directory),
            one.project.title,
            one.project.topic or "",
            one.project.duty.value,
            one.project.created_at.date().isoformat(),
            one.last.day.isoformat() if one.last else "",
            one.last.text if one.last else "",
        )
        for one in shown
    )


def history(project: Project, updates: Iterable[Update]) -> Table:
    """One row per update of a project."""
    of = (str(project.number), project.title)
    return _UPDATE, *((*of, one.day.isoformat(), one.text) for one in updates)


def _name(number: int, directory: Directory) -> str:
    return directory.network(number).short_name


def _flag(value: bool) -> str:
    return "ja" if value else "nein"
