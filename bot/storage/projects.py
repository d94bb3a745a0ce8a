"""Projects and their dated updates."""

from collections.abc import Sequence
from dataclasses import asdict, replace
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, Row, delete, exists, func, insert, or_, select

from bot.domain.community.project import Duty, Progress, Project, ProjectFilter, Update
from bot.storage.database import Transaction
from bot.storage.schema import project, update

_NEWEST = (update.c.day.desc(), update.c.number.desc())


def add(tx: Transaction, new: Project) -> Project:
    """Store a project under its number, or the next free one if that is 0; returns it so."""
    values = asdict(new)
    if not new.number:
        del values["number"]
    number = tx.execute(insert(project).values(values).returning(project.c.number)).scalar_one()
    return replace(new, number=number)


def get(tx: Transaction, number: int) -> Project | None:
    """The project of that number."""
    row = tx.execute(select(project).where(project.c.number == number)).first()
    return _project(row) if row else None


def add_update(tx: Transaction, new: Update) -> int:
    """Store an update under the next free number, which is returned."""
    values = asdict(new) | {"day": new.day.isoformat()}
    del values["number"]
    number: int = tx.execute(insert(update).values(values).returning(update.c.number)).scalar_one()
    return number


def remove(tx: Transaction, number: int) -> None:
    """Forget a project that has no updates."""
    tx.execute(delete(project).where(project.c.number == number))


def remove_updates(tx: Transaction, of: int, numbers: Sequence[int]) -> int:
    """Forget these updates of a project; returns how many there were."""
    these = (update.c.project == of, update.c.number.in_(numbers))
    return tx.execute(delete(update).where(*these)).rowcount


def updates(
    tx: Transaction, number: int, *, limit: int | None = None, offset: int = 0
) -> tuple[Update, ...]:
    """The updates of a project, the latest day first."""
    wanted = select(update).where(update.c.project == number).order_by(*_NEWEST)
    return tuple(map(_update, tx.execute(wanted.limit(limit).offset(offset))))


def update_sizes(tx: Transaction, number: int) -> tuple[int, ...]:
    """How long the updates of a project are, in the order of `updates`."""
    wanted = select(func.length(update.c.text)).where(update.c.project == number)
    return tuple(row[0] for row in tx.execute(wanted.order_by(*_NEWEST)))


def count_updates(tx: Transaction, number: int) -> int:
    """How many updates a project has."""
    wanted = select(func.count()).select_from(update).where(update.c.project == number)
    return tx.scalar(wanted) or 0


def count(tx: Transaction, wanted: ProjectFilter) -> int:
    """How many projects a filter lets through."""
    return tx.scalar(select(func.count()).select_from(project).where(*_where(wanted))) or 0


def listed(
    tx: Transaction, wanted: ProjectFilter, *, limit: int | None = None, offset: int = 0
) -> tuple[Progress, ...]:
    """The projects that a filter lets through, those heard of last first."""
    heard = (
        select(func.max(update.c.created_at))
        .where(update.c.project == project.c.number)
        .scalar_subquery()
    )
    found = [
        _project(row)
        for row in tx.execute(
            select(project)
            .where(*_where(wanted))
            .order_by(func.coalesce(heard, project.c.created_at).desc(), project.c.number.desc())
            .limit(limit)
            .offset(offset)
        )
    ]
    last = _last(tx, [one.number for one in found])
    return tuple(Progress(project=one, last=last.get(one.number)) for one in found)


def _where(wanted: ProjectFilter) -> tuple[ColumnElement[bool], ...]:
    conditions: list[ColumnElement[bool]] = []
    if wanted.networks is not None:
        conditions.append(project.c.network.in_(wanted.networks))
    if wanted.topic is not None:
        conditions.append(project.c.topic == wanted.topic)
    if wanted.since is not None:
        reported = exists().where(
            update.c.project == project.c.number, update.c.day >= wanted.since.day.isoformat()
        )
        conditions.append(or_(project.c.created_at >= wanted.since.begin, reported))
    return tuple(conditions)


def _last(tx: Transaction, numbers: Sequence[int]) -> dict[int, Update]:
    """The latest update of each project."""
    place = func.row_number().over(partition_by=update.c.project, order_by=_NEWEST).label("place")
    ranked = select(update, place).where(update.c.project.in_(numbers)).subquery()
    columns = [column for column in ranked.c if column.name != "place"]
    rows = tx.execute(select(*columns).where(ranked.c.place == 1))
    return {row.project: _update(row) for row in rows}


def _project(row: Row[*tuple[Any, ...]]) -> Project:
    values = row._asdict()
    return Project(**(values | {"duty": Duty(values["duty"])}))


def _update(row: Row[*tuple[Any, ...]]) -> Update:
    values = row._asdict()
    return Update(**(values | {"day": date.fromisoformat(values["day"])}))
