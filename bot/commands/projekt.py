"""`!projekt`: projects of the networks and what was reported of them."""

from dataclasses import dataclass
from datetime import date, datetime, time

from bot.dispatch.arguments import number
from bot.dispatch.command import Input
from bot.dispatch.context import Context
from bot.dispatch.router import Router
from bot.domain.calendar import to_utc
from bot.domain.message import Items, Lines, Reply, Text
from bot.domain.network import Network
from bot.domain.people import Role
from bot.domain.project import Project, ProjectFilter, Since, Step
from bot.domain.typed_lists import PAGE, Listing, parse_listing
from bot.domain.typed_projects import TypedProject, UpdateMissing, parse_project, parse_steps
from bot.services.describing import project_line
from bot.services.reporting import UPDATES
from bot.services.speaking import NothingOwn, subject
from bot.storage.database import Transaction

router = Router()


@dataclass(frozen=True, slots=True)
class Report:
    """The project's number, and what happened when."""

    number: int
    steps: tuple[Step, ...]

    @classmethod
    def parse(cls, given: Input) -> "Report":
        """Read `3 12.11.: Auftakt`, in one line or several."""
        chosen, rest = number(given.text)
        steps = parse_steps(rest, given.today)
        if not steps:
            raise UpdateMissing(number=str(chosen))
        return cls(chosen, steps)


@dataclass(frozen=True, slots=True)
class Wanted:
    """The project's number, and which page of its updates."""

    number: int
    listing: Listing

    @classmethod
    def parse(cls, given: Input) -> "Wanted":
        """Read `3` or `3 Seite 2`."""
        chosen, rest = number(given.text)
        return cls(chosen, parse_listing(rest, given.today))


@router.action(
    "projekt neu",
    alias="project new",
    args=lambda given: parse_project(given.text),
    permission=Role.COORDINATOR,
)
def new(ctx: Context, tx: Transaction, typed: TypedProject) -> Reply:
    """Enter a project of one's network."""
    project = ctx.services.reporting.begin(tx, ctx.person, typed, ctx.now)
    said = Text(
        "projekt-neu-done",
        number=str(project.number),
        title=project.title,
        network=ctx.services.directory.network(project.network).short_name,
        about=_about(ctx, project),
    )
    return Reply(said)


@router.action(
    "projekt meldung", alias="project update", args=Report.parse, permission=Role.COORDINATOR
)
def report(ctx: Context, tx: Transaction, told: Report) -> Reply:
    """Log what happened."""
    project = ctx.services.reporting.report(tx, ctx.person, told.number, told.steps, ctx.now)
    days = tuple(dict.fromkeys(step.day for step in told.steps))
    said = Text(
        "projekt-meldung-done",
        count=len(told.steps),
        title=project.title,
        number=str(project.number),
        days=days,
    )
    return Reply(said)


@router.query(
    "projekt liste",
    alias="project list",
    args=lambda given: parse_listing(given.text, given.today),
    permission=Role.MEMBER,
)
async def show_all(ctx: Context, listing: Listing) -> Reply:
    """The projects, those heard of last first."""
    page = await ctx.services.reporting.page(_filter(ctx, listing), listing)
    if not page.count:
        return Reply(Text("projekt-liste-none"))
    lines = tuple(project_line(progress, ctx.services.directory) for progress in page.shown)
    first = str(page.shown[0].project.number)
    blocks = (Text("projekt-liste-title", count=page.count), Items(lines))
    if listing.page * PAGE >= page.count:
        return Reply(*blocks, Text("projekt-liste-next", number=first))
    more = Text("projekt-liste-more", typed=listing.typed, page=str(listing.page + 1))
    return Reply(*blocks, more)


@router.query("projekt zeige", alias="project show", args=Wanted.parse, permission=Role.MEMBER)
async def show(ctx: Context, wanted: Wanted) -> Reply:
    """One project with its updates, the latest first."""
    history = await ctx.services.reporting.history(wanted.number, wanted.listing)
    project = history.project
    title = Text(
        "projekt-zeige-title",
        title=project.title,
        number=str(project.number),
        network=ctx.services.directory.network(project.network).name,
        about=_about(ctx, project),
        since=project.created_at.astimezone(ctx.local).date(),
    )
    if not history.count:
        return Reply(title, Text("projekt-zeige-silent", number=str(project.number)))
    lines = tuple(
        Text("projekt-zeige-update", day=update.day, text=Lines(update.text))
        for update in history.updates
    )
    if wanted.listing.page * UPDATES >= history.count:
        return Reply(title, Items(lines))
    page = str(wanted.listing.page + 1)
    return Reply(
        title, Items(lines), Text("projekt-zeige-more", number=str(project.number), page=page)
    )


def _about(ctx: Context, project: Project) -> Text:
    """Which duty a project serves, and its topic if it has one."""
    duty = Text("project-duty", duty=project.duty)
    if project.topic is None:
        return duty
    topic = ctx.services.directory.topic_text(project.topic)
    return Text("project-duty-and-topic", duty=duty, topic=topic)


def _filter(ctx: Context, listing: Listing) -> ProjectFilter:
    directory = ctx.services.directory
    since = _since(listing.since, ctx.zone) if listing.since else None
    if listing.own:
        own = tuple(network.number for network in directory.own(ctx.person))
        if not own:
            raise NothingOwn
        return ProjectFilter(networks=own, since=since)
    if not listing.about:
        return ProjectFilter(since=since)
    about = subject(directory, listing.about)
    if isinstance(about, Network):
        return ProjectFilter(networks=(about.number,), since=since)
    return ProjectFilter(topic=about.id, since=since)


def _since(day: date, zone: str) -> Since:
    return Since(day, to_utc(datetime.combine(day, time()), zone))
