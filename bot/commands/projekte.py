"""`!projekt liste` and `!projekt zeige`: what the networks do, found again."""

from dataclasses import dataclass
from datetime import date, datetime, time

from bot.dispatch.declaring.arguments import number
from bot.dispatch.declaring.command import Input
from bot.dispatch.declaring.context import Context
from bot.dispatch.declaring.fields import PROJECT
from bot.dispatch.declaring.router import Router
from bot.dispatch.saying.listing import listed, page_of, spelt_out, turning
from bot.domain.calendar import to_utc
from bot.domain.community.network import Network
from bot.domain.community.project import Project, ProjectFilter, Since
from bot.domain.dialogue.inline import Lines
from bot.domain.dialogue.message import File, Items, Reply, Text
from bot.domain.dialogue.people import Role
from bot.domain.dialogue.subject import Subject, SubjectKind
from bot.domain.typed.lists import Listing, parse_listing
from bot.services import tabling
from bot.services.describing import duty_text, project_line
from bot.services.speaking import NothingOwn, subject

router = Router()


@dataclass(frozen=True, slots=True)
class Wanted:
    """The project's number, and which page of its updates."""

    number: int
    listing: Listing

    @classmethod
    def parse(cls, given: Input) -> "Wanted":
        """Read `3`, `3 Seite 2` or `3 datei`."""
        chosen, rest = number(given.text, "project")
        return cls(chosen, parse_listing(rest, given.today))

    def line(self, page: int | None) -> str:
        """What is typed for another page, or for the file."""
        return f"{self.number} {Listing().line(page)}"


@router.query(
    "projekt liste",
    alias="project list",
    also=("projekte",),
    args=lambda given: parse_listing(given.text, given.today),
    permission=Role.MEMBER,
)
async def show_all(ctx: Context, listing: Listing) -> Reply:
    """The projects, those heard of last first."""
    listing, directory = spelt_out(ctx, listing), ctx.services.directory
    page = await ctx.services.reporting.page(_filter(ctx, listing), listing)
    if not page.count:
        return Reply(Text("projekt-liste-none"))
    title = Text("projekt-liste-title", count=page.count)
    if listing.file:
        rows = tabling.projects(page.shown, directory)
        return Reply(title, file=File(name="projekte.csv", rows=rows))
    lines = [project_line(progress, directory) for progress in page.shown]
    end = Text("projekt-liste-next", number=str(page.shown[0].project.number))
    return listed(ctx, listing, title, lines, page.count, end)


@router.query(
    "projekt zeige",
    alias="project show",
    args=Wanted.parse,
    permission=Role.MEMBER,
    fields=(PROJECT,),
)
async def show(ctx: Context, wanted: Wanted) -> Reply:
    """One project with its updates, the latest first."""
    history = await ctx.services.reporting.history(wanted.number, wanted.listing)
    project = history.project
    title, about = _title(ctx, project), Subject(SubjectKind.PROJECT, project.number)
    if not history.updates:
        silent = Text("projekt-zeige-silent", number=str(project.number))
        return Reply(title, silent, about=about)
    if wanted.listing.file:
        rows = tabling.history(project, history.updates)
        name = f"projekt-{project.number}.csv"
        return Reply(title, file=File(name=name, rows=rows), about=about)
    page = wanted.listing.page
    lines = tuple(
        Text("projekt-zeige-update", day=update.day, text=Lines(update.text))
        for update in history.updates
    )
    end = (page_of(page, history.last),) if history.last > 1 else ()
    turn = turning(ctx, page, history.last, wanted.line)
    return Reply(title, Items(lines), *end, ask=turn, about=about)


def _title(ctx: Context, project: Project) -> Text:
    return Text(
        "projekt-zeige-title",
        title=project.title,
        number=str(project.number),
        network=ctx.services.directory.network(project.network).name,
        about=duty_text(project, ctx.services.directory),
        since=project.created_at.astimezone(ctx.local).date(),
    )


def _filter(ctx: Context, listing: Listing) -> ProjectFilter:
    since = _since(listing.since, ctx.zone) if listing.since else None
    if listing.own:
        own = tuple(network.number for network in ctx.services.directory.own(ctx.person))
        if not own:
            raise NothingOwn
        return ProjectFilter(networks=own, since=since)
    if not listing.about:
        return ProjectFilter(since=since)
    about = subject(ctx.services.directory, listing.about)
    if isinstance(about, Network):
        return ProjectFilter(networks=(about.number,), since=since)
    return ProjectFilter(topic=about.id, since=since)


def _since(day: date, zone: str) -> Since:
    return Since(day, to_utc(datetime.combine(day, time()), zone))
