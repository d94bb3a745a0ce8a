"""Projects and their updates: what the networks do, told step by step."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from bot.domain.community.project import Progress, Project, ProjectFilter, Step, Update
from bot.domain.dialogue.people import Person
from bot.domain.errors import NotFound, WrongInput
from bot.domain.typed.lists import PAGE, Listing, last_page, page_starts
from bot.domain.typed.projects import TypedProject
from bot.services.directory import Directory
from bot.services.speaking import check, writes_for
from bot.storage import projects
from bot.storage.database import Database, Transaction

_LONGEST_FILE = 10_000
_AROUND = 30
"""Characters of an update's line besides its text."""


class UnknownProject(NotFound):
    """No project of that `number`."""


class ProjectInUse(WrongInput):
    """Something was reported of the project `number`, so that it cannot go."""


class UpdatesChanged(WrongInput):
    """The updates that are to be taken back are not there any more, at least not all."""


@dataclass(frozen=True, slots=True)
class ProjectPage:
    """Some of `count` projects, those heard of last first, on the last page or before it."""

    shown: tuple[Progress, ...]
    count: int

    @property
    def last(self) -> int:
        return last_page(self.count)


@dataclass(frozen=True, slots=True)
class History:
    """A project with some of its updates, the latest day first, and how many pages there are."""

    project: Project
    updates: tuple[Update, ...]
    last: int


class Reporting:
    """Everyone reads; who speaks for a network writes for it."""

    def __init__(self, database: Database, directory: Directory) -> None:
        self._database = database
        self._directory = directory

    def begun(self, person: Person, typed: TypedProject, now: datetime) -> Project:
        """The project that was typed, which has no number yet.

        Raises:
            UnknownTopic, and what `writes_for` raises.
        """
        return Project(
            number=0,
            network=writes_for(self._directory, person, typed.network).number,
            title=typed.title,
            topic=self._directory.topic(typed.topic).id if typed.topic else None,
            duty=typed.duty,
            created_by=person.user_id,
            created_at=now,
        )

    def begin(
        self, tx: Transaction, person: Person, typed: TypedProject, now: datetime, number: int = 0
    ) -> Project:
        """Enter a project, under that number if it is one that was just given up; raises as `begun`."""
        return projects.add(tx, replace(self.begun(person, typed, now), number=number))

    def forget(self, tx: Transaction, person: Person, number: int) -> Project:
        """Let a project be as if it had not been entered; returns it.

        Raises:
            UnknownProject, ForeignNetwork: there is none, or it is not theirs.
            ProjectInUse: something was reported of it.
        """
        project = self.writable(tx, person, number)
        if projects.count_updates(tx, number):
            raise ProjectInUse(number=str(number))
        projects.remove(tx, number)
        return project

    def report(
        self, tx: Transaction, person: Person, project: int, steps: Sequence[Step], now: datetime
    ) -> tuple[int, ...]:
        """Log what happened in a project that they write for; returns the updates' numbers."""
        return tuple(
            projects.add_update(
                tx,
                Update(
                    number=0,
                    project=project,
                    day=step.day,
                    text=step.text,
                    author=person.user_id,
                    created_at=now,
                ),
            )
            for step in steps
        )

    def unsay(
        self, tx: Transaction, person: Person, project: int, updates: Sequence[int]
    ) -> Project:
        """Take exactly these updates back; returns the project.

        Raises:
            UnknownProject, ForeignNetwork: there is none, or it is not theirs.
            UpdatesChanged: some are gone already.
        """
        found = self.writable(tx, person, project)
        if projects.remove_updates(tx, project, updates) != len(updates):
            raise UpdatesChanged
        return found

    def writable(self, tx: Transaction, person: Person, number: int) -> Project:
        """A project that the person may write for.

        Raises:
            UnknownProject, ForeignNetwork: there is none, or it is not theirs.
        """
        project = _known(tx, number)
        check(self._directory, person, self._directory.network(project.network))
        return project

    def nearest(self, tx: Transaction, person: Person, most: int) -> tuple[Project, ...]:
        """The projects that the person probably means: their networks' own, else the liveliest."""
        wanted = ProjectFilter(networks=person.networks or None)
        return tuple(one.project for one in projects.listed(tx, wanted, limit=most))

    async def page(self, wanted: ProjectFilter, listing: Listing) -> ProjectPage:
        """The page of projects that a list asks for.

        Raises:
            NoSuchPage: there are fewer.
        """

        def work(tx: Transaction) -> ProjectPage:
            count = projects.count(tx, wanted)
            if listing.file:
                return ProjectPage(projects.listed(tx, wanted, limit=_LONGEST_FILE), count)
            offset = listing.offset(count)
            return ProjectPage(projects.listed(tx, wanted, limit=PAGE, offset=offset), count)

        return await self._database.read(work)

    async def history(self, number: int, listing: Listing) -> History:
        """A project with the page of updates that was asked for, or with all for a file.

        Raises:
            UnknownProject, NoSuchPage: there is none.
        """

        def work(tx: Transaction) -> History:
            project = _known(tx, number)
            if listing.file:
                return History(project, projects.updates(tx, number, limit=_LONGEST_FILE), 1)
            sizes = projects.update_sizes(tx, number)
            starts = (*page_starts([_AROUND + size for size in sizes]), len(sizes))
            place = listing.place(len(starts) - 1)
            first, limit = starts[place], starts[place + 1] - starts[place]
            updates = projects.updates(tx, number, limit=limit, offset=first)
            return History(project, updates, len(starts) - 1)

        return await self._database.read(work)


def _known(tx: Transaction, number: int) -> Project:
    project = projects.get(tx, number)
    if project is None:
        raise UnknownProject(number=str(number))
    return project
