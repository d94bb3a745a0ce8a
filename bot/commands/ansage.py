"""`!ansage`: the office sets scheduled posts of its own, once or again and again."""

from collections.abc import Mapping, Sequence
from itertools import islice
from typing import Any

from bot.dispatch.declaring.arguments import NumberMissing, number
from bot.dispatch.declaring.command import Input
from bot.dispatch.declaring.context import Context
from bot.dispatch.declaring.field import Field, FieldKind, Proposed
from bot.dispatch.declaring.router import Router
from bot.dispatch.saying.paging import page, paged
from bot.domain.calendar import moment
from bot.domain.community.room import PostKind
from bot.domain.dialogue.inline import Lines
from bot.domain.dialogue.message import Block, Items, Reply, Text
from bot.domain.dialogue.option import MOST_CHOICES
from bot.domain.dialogue.people import Role
from bot.domain.dialogue.signals import PlanChanged
from bot.domain.dialogue.subject import Subject, SubjectKind
from bot.domain.errors import Missing
from bot.domain.plans.announcement import Announcement, Rule
from bot.domain.plans.promise import Promise
from bot.domain.plans.telling import beginning, name, rhythm
from bot.domain.typed.announcements import TypedAnnouncement, parse_announcement
from bot.domain.typed.rules import read_rule
from bot.services.setting import all_coming, coming, first_of, resume, running, unsay
from bot.storage.database import Transaction

router = Router()
_NEXT = 3


class AnnouncementMissing(Missing):
    """Which announcement? `text` stands where its number was expected."""

    field = "announcement"


def _new(given: Input) -> TypedAnnouncement:
    return parse_announcement(given.text, given.today, given.zone)


def _number(given: Input) -> int:
    try:
        return number(given.text)[0]
    except NumberMissing as refusal:
        raise AnnouncementMissing(**refusal.data) from None


def _ahead(ctx: Context, typed: str) -> None:
    """Let pass a rule that still comes."""
    first_of(read_rule(typed.strip(" :"), ctx.today, ctx.zone), ctx.now)


def _propose(_: Context, tx: Transaction) -> Sequence[Proposed]:
    return [
        Proposed(beginning(one.number, one.text), f"#{one.number}")
        for one in all_coming(tx)[-MOST_CHOICES:]
    ]


ROOMS = Field(
    name="announcement-rooms",
    form="in {}",
    first=True,
    required=False,
    labels=("raum", "räume", "room", "rooms"),
)
WHEN = Field(
    name="announcement-when",
    form="{}:",
    first=True,
    check=_ahead,
    labels=("wann", "zeitpunkt", "termin", "when", "time"),
)
WORDS = Field(name="announcement-text", labels=("text",))
ANNOUNCEMENT = Field(
    name="announcement",
    kind=FieldKind.NUMBER,
    first=True,
    subject=SubjectKind.ANNOUNCEMENT,
    propose=_propose,
    exists=lambda _, tx, value: running(tx, int(value.lstrip("#"))),
    labels=("ansage", "announcement", "nummer", "number"),
)


def _preview_new(ctx: Context, tx: Transaction, typed: TypedAnnouncement) -> Reply:  # noqa: ARG001 -- a confirmation
    first_of(typed.rule, ctx.now)
    rooms = ctx.services.announcing.rooms(typed.rooms)
    draft = Text("ansage-draft", rhythm=rhythm(typed.rule))
    return Reply(draft, *_content(ctx, typed.rule, rooms, typed.text))


def _unsay(ctx: Context, tx: Transaction, memory: Mapping[str, Any]) -> Reply:
    """As if it had never been set."""
    gone = unsay(tx, memory["number"], ctx.now)
    said = Text("ansage-stopped", number=str(gone.number), text=Lines(gone.text))
    return Reply(said, signals=(PlanChanged(),))


@router.action(
    "ansage neu",
    alias="announcement new",
    args=_new,
    permission=Role.OFFICE,
    fields=(ROOMS, WHEN, WORDS),
    confirm=_preview_new,
    undo=_unsay,
)
def add(ctx: Context, tx: Transaction, typed: TypedAnnouncement) -> Reply:
    """Store an announcement and show when it comes next."""
    announcing = ctx.services.announcing
    new = announcing.add(tx, typed.rule, typed.text, typed.rooms, ctx.person.user_id, ctx.now)
    return Reply(
        Text("ansage-new", number=str(new.number), rhythm=rhythm(new.rule)),
        *_content(ctx, new.rule, new.rooms, new.text),
        Text("ansage-stop-hint", number=str(new.number)),
        signals=(PlanChanged(),),
        about=_about(new),
        memory={"number": new.number},
    )


@router.query("ansage liste", alias="announcement list", args=page, permission=Role.OFFICE)
async def show(ctx: Context, chosen: int) -> Reply:
    """The announcements that will come, by their next date."""
    promises = await ctx.services.announcing.planned()
    found = [promise for promise in promises if promise.announcement]
    if not found:
        return Reply(Text("ansage-none"))
    shown = paged(ctx, found, chosen, Role.OFFICE)
    lines = tuple(_line(one, one.announcement) for one in shown.shown if one.announcement)
    only = found[0].announcement if len(found) == 1 else None
    return Reply(
        Text("ansage-list", count=len(found)),
        Items(lines),
        Text("ansage-list-next"),
        ask=shown.ask,
        about=_about(only) if only else None,
    )


def _preview_stop(ctx: Context, tx: Transaction, chosen: int) -> Reply:
    one = running(tx, chosen)
    draft = Text("ansage-stop-draft", number=str(chosen), rhythm=rhythm(one.rule))
    return Reply(draft, *_content(ctx, one.rule, one.rooms, one.text), about=_about(one))


def _resume(_: Context, tx: Transaction, memory: Mapping[str, Any]) -> Reply:
    """It comes again, as before."""
    one = resume(tx, memory["number"])
    said = Text("ansage-resumed", number=str(one.number), rhythm=rhythm(one.rule))
    return Reply(said, signals=(PlanChanged(),), about=_about(one))


@router.action(
    "ansage stopp",
    alias="announcement stop",
    args=_number,
    permission=Role.OFFICE,
    fields=(ANNOUNCEMENT,),
    confirm=_preview_stop,
    undo=_resume,
)
def stop(ctx: Context, tx: Transaction, chosen: int) -> Reply:
    """Let an announcement come no more."""
    stopped = ctx.services.announcing.stop(tx, chosen, ctx.now)
    return Reply(
        Text("ansage-stopped", number=str(stopped.number), text=Lines(stopped.text)),
        signals=(PlanChanged(),),
        about=_about(stopped),
        memory={"number": stopped.number},
    )


def _content(ctx: Context, rule: Rule, rooms: tuple[str, ...], text: str) -> tuple[Block, ...]:
    """The next moments, the rooms and the whole text."""
    moments = list(islice(coming(rule, ctx.now), _NEXT + 1))
    dates = tuple(Text("ansage-date", moment=one) for one in moments[:_NEXT])
    more = (Text("ansage-dates-more"),) if len(moments) > _NEXT else ()
    shown = (Items((*dates, *more)),) if dates else ()
    return (*shown, _into(ctx, rooms), Text("ansage-text", text=Lines(text)))


def _about(announcement: Announcement) -> Subject:
    return Subject(SubjectKind.ANNOUNCEMENT, announcement.number)


def _line(promise: Promise, announcement: Announcement) -> Text:
    due = moment(promise.post.due_local, promise.post.zone)
    return Text("ansage-line", name=name(promise), rhythm=rhythm(announcement.rule), due=due)


def _into(ctx: Context, named: tuple[str, ...]) -> Text:
    """Which rooms hear it; none yet is worth a word."""
    hosting = ctx.services.hosting
    rooms = named or hosting.announcement_rooms(PostKind.ANNOUNCEMENT)
    return Text("ansage-rooms", rooms=tuple(hosting.called(room_id) for room_id in rooms))
