"""Projects and their updates: what the networks do, told step by step."""

from dataclasses import dataclass
from datetime import datetime

from bot.domain.errors import NotFound
from bot.domain.people import Person
from bot.domain.project import Progress, Project, ProjectFilter, Step, Update
from bot.domain.typed_lists import PAGE, Listing
from bot.domain.typed_projects import TypedProject
from bot.services.directory import Directory
from bot.services.speaking import check, writes_for
from bot.storage import projects
from bot.storage.database import Database, Transaction

UPDATES = 5
"""On a page; each may be a long text."""


class UnknownProject(NotFound):
    """No project of that `number`."""


@dataclass(frozen=True, slots=True)
class ProjectPage:
    """Some of `count` projects, those heard of last first."""

    shown: tuple[Progress, ...]
    count: int


@dataclass(frozen=True, slots=True)
class History:
    """A project with some of its `count` updates, the latest day first."""

    project: Project
    updates: tuple[Update, ...]
    count: int


class Reporting:
    """Everyone reads; who speaks for a network writes for it."""

    def __init__(self, database: Database, directory: Directory) -> None:
        self._database = database
        self._directory = directory

    def begin(self, tx: Transaction, person: Person, typed: TypedProject, now: datetime) -> Project:
        """Enter a project.

        Raises:
            UnknownTopic, and what `writes_for` raises.
        """
        network = writes_for(self._directory, person, typed.network)
        return projects.add(
            tx,
            Project(
                number=0,
                network=network.number,
                title=typed.title,
                topic=self._directory.topic(typed.topic).id if typed.topic else None,
                duty=typed.duty,
                created_by=person.user_id,
                created_at=now,
            ),
        )

    def report(
        self, tx: Transaction, person: Person, number: int, steps: tuple[Step, ...], now: datetime
    ) -> Project:
        """Log what happened in a project; returns the project.

        Raises:
            UnknownProject, ForeignNetwork: there is none, or it is not theirs.
        """
        project = projects.get(tx, number)
        if project is None:
            raise UnknownProject(number=str(number))
        check(self._directory, person, self._directory.network(project.network))
        for step in steps:
            projects.add_update(
                tx,
                Update(
                    number=0,
                    project=number,
                    day=step.day,
                    text=step.text,
                    author=person.user_id,
                    created_at=now,
                ),
            )
        return project

    async def page(self, wanted: ProjectFilter, listing: Listing) -> ProjectPage:
        """The page of projects that a list asks for.

        Raises:
            NoSuchPage: there are fewer.
        """

        def work(tx: Transaction) -> ProjectPage:
            count = projects.count(tx, wanted)
            offset = listing.offset(count)
            return ProjectPage(projects.listed(tx, wanted, limit=PAGE, offset=offset), count)

        return await self._database.read(work)

    async def history(self, number: int, listing: Listing) -> History:
        """A project with the page of updates that was asked for.

        Raises:
            UnknownProject, NoSuchPage: there is none.
        """

        def work(tx: Transaction) -> History:
            project = projects.get(tx, number)
            if project is None:
                raise UnknownProject(number=str(number))
            count = projects.count_updates(tx, number)
            offset = listing.offset(count, UPDATES)
            updates = projects.updates(tx, number, limit=UPDATES, offset=offset)
            return History(project, updates, count)

        return await self._database.read(work)
