"""Projects are listed by when they were heard of last."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from sqlalchemy.exc import IntegrityError

from bot.domain.community.network import Network
from bot.domain.community.project import Duty, Project, ProjectFilter, Since, Update
from bot.storage import networks, projects
from bot.storage.database import Database, Transaction

NOW = datetime(2026, 11, 23, 9, tzinfo=UTC)
ALL = ProjectFilter()


def project(number: int, network: int, topic: str | None) -> Project:
    return Project(
        number=number,
        network=network,
        title=f"Projekt {number}",
        topic=topic,
        duty=Duty.SUSTAIN,
        created_by="@anna:demo",
        created_at=NOW + timedelta(hours=number),
    )


def update(number: int, of: int, day: date, at: datetime) -> Update:
    return Update(
        number=number, project=of, day=day, text="a\nb", author="@anna:demo", created_at=at
    )


PROJECTS = [project(1, 1, "pflege"), project(2, 2, None), project(3, 2, "pflege")]
OLD = update(1, 1, date(2026, 10, 1), NOW + timedelta(days=1))
NEW = update(2, 1, date(2026, 11, 12), NOW + timedelta(days=1))
SAME_DAY = update(3, 1, date(2026, 11, 12), NOW + timedelta(days=1))


def _fill(tx: Transaction) -> None:
    for name in ("A", "B"):
        networks.add(tx, Network(number=0, short_name=name, name=name))
    for one in PROJECTS:
        projects.add(tx, one)
    for told in (OLD, NEW, SAME_DAY):
        projects.add_update(tx, told)


@pytest.fixture
async def filled(database: Database) -> Database:
    await database.write(_fill)
    return database


async def numbers(database: Database, wanted: ProjectFilter) -> list[int]:
    found = await database.read(lambda tx: projects.listed(tx, wanted, limit=9))
    assert len(found) == await database.read(lambda tx: projects.count(tx, wanted))
    return [progress.project.number for progress in found]


async def test_a_project_comes_back_as_it_was_stored(filled: Database) -> None:
    assert PROJECTS[1] == await filled.read(lambda tx: projects.get(tx, 2))
    assert await filled.read(lambda tx: projects.get(tx, 9)) is None


async def test_updates_come_latest_day_first(filled: Database) -> None:
    found = await filled.read(lambda tx: projects.updates(tx, 1, limit=2))
    rest = await filled.read(lambda tx: projects.updates(tx, 1, limit=2, offset=2))

    assert found == (SAME_DAY, NEW)
    assert rest == (OLD,)
    assert await filled.read(lambda tx: projects.count_updates(tx, 1)) == 3


async def test_sizes_of_updates_come_in_the_same_order(filled: Database) -> None:
    await filled.write(lambda tx: projects.add_update(tx, replace(NEW, text="länger")))

    assert await filled.read(lambda tx: projects.update_sizes(tx, 1)) == (6, 3, 3, 3)


async def test_only_the_updates_that_are_named_go_and_only_of_their_project(
    filled: Database,
) -> None:
    other = await filled.write(lambda tx: projects.add_update(tx, replace(NEW, project=2)))

    gone = await filled.write(lambda tx: projects.remove_updates(tx, 1, (1, 3, other)))

    assert gone == 2
    assert await filled.read(lambda tx: projects.updates(tx, 1)) == (NEW,)
    assert await filled.read(lambda tx: projects.count_updates(tx, 2)) == 1


async def test_a_project_without_updates_can_go(filled: Database) -> None:
    await filled.write(lambda tx: projects.remove(tx, 2))

    assert await filled.read(lambda tx: projects.get(tx, 2)) is None
    with pytest.raises(IntegrityError):
        await filled.write(lambda tx: projects.remove(tx, 1))


async def test_what_was_heard_of_last_is_first(filled: Database) -> None:
    found = await filled.read(lambda tx: projects.listed(tx, ALL, limit=2))
    rest = await filled.read(lambda tx: projects.listed(tx, ALL, limit=2, offset=2))

    assert [(one.project.number, one.last) for one in found] == [(1, SAME_DAY), (3, None)]
    assert [one.project.number for one in rest] == [2]


@pytest.mark.parametrize(
    ("wanted", "expected"),
    [
        (ProjectFilter(networks=(2,)), [3, 2]),
        (ProjectFilter(networks=()), []),
        (ProjectFilter(topic="pflege"), [1, 3]),
        (ProjectFilter(networks=(2,), topic="pflege"), [3]),
        (ProjectFilter(since=Since(date(2026, 11, 12), NOW + timedelta(hours=3))), [1, 3]),
        (ProjectFilter(since=Since(date(2026, 11, 13), NOW + timedelta(hours=9))), []),
    ],
)
async def test_a_filter_keeps_what_it_names(
    filled: Database, wanted: ProjectFilter, expected: list[int]
) -> None:
    assert expected == await numbers(filled, wanted)
