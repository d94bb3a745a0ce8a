"""`!ansage`: the office sets scheduled posts of its own, once or again and again."""

from itertools import islice

from bot.dispatch.arguments import number
from bot.dispatch.command import Input, nothing
from bot.dispatch.context import Context
from bot.dispatch.router import Router
from bot.domain.announcement import Announcement
from bot.domain.calendar import moment
from bot.domain.message import Items, Lines, Reply, Text
from bot.domain.people import Role
from bot.domain.promise import Promise
from bot.domain.room import PostKind
from bot.domain.signals import PlanChanged
from bot.domain.telling import name, rhythm
from bot.domain.typed_announcements import TypedAnnouncement, parse_announcement
from bot.storage.database import Transaction

router = Router()
_NEXT = 3
_SHOWN = 15


def _new(given: Input) -> TypedAnnouncement:
    return parse_announcement(given.text, given.today, given.zone)


def _number(given: Input) -> int:
    return number(given.text)[0]


@router.action("ansage neu", alias="announcement new", args=_new, permission=Role.OFFICE)
def add(ctx: Context, tx: Transaction, typed: TypedAnnouncement) -> Reply:
    """Store an announcement and show when it comes next."""
    announcing = ctx.services.announcing
    new = announcing.add(tx, typed.rule, typed.text, typed.rooms, ctx.person.user_id, ctx.now)
    coming = islice(announcing.coming(new, ctx.now), _NEXT)
    return Reply(
        Text("ansage-new", number=str(new.number), rhythm=rhythm(new.rule)),
        Items(tuple(Text("ansage-date", moment=one) for one in coming)),
        _into(ctx, new),
        Text("ansage-text", text=Lines(new.text)),
        Text("ansage-stop-hint", number=str(new.number)),
        signals=(PlanChanged(),),
    )


@router.query("ansage liste", alias="announcement list", args=nothing, permission=Role.OFFICE)
async def show(ctx: Context, _: None) -> Reply:
    """The announcements that will come, by their next date."""
    promises = await ctx.services.announcing.planned()
    coming = [promise for promise in promises if promise.announcement]
    if not coming:
        return Reply(Text("ansage-none"))
    lines = tuple(
        _line(promise, promise.announcement) for promise in coming[:_SHOWN] if promise.announcement
    )
    more = len(coming) - _SHOWN
    return Reply(
        Text("ansage-list", count=len(coming)),
        Items(lines),
        *([Text("ansage-more", count=more)] if more > 0 else []),
        Text("ansage-list-next"),
    )


@router.action("ansage stopp", alias="announcement stop", args=_number, permission=Role.OFFICE)
def stop(ctx: Context, tx: Transaction, chosen: int) -> Reply:
    """Let an announcement come no more."""
    stopped = ctx.services.announcing.stop(tx, chosen, ctx.now)
    return Reply(
        Text("ansage-stopped", number=str(stopped.number), text=Lines(stopped.text)),
        signals=(PlanChanged(),),
    )


def _line(promise: Promise, announcement: Announcement) -> Text:
    due = moment(promise.post.due_local, promise.post.zone)
    return Text("ansage-line", name=name(promise), rhythm=rhythm(announcement.rule), due=due)


def _into(ctx: Context, new: Announcement) -> Text:
    """Which rooms hear it; none yet is worth a word."""
    hosting = ctx.services.hosting
    rooms = new.rooms or hosting.announcement_rooms(PostKind.ANNOUNCEMENT)
    names = []
    for room_id in rooms:
        room = hosting.room(room_id)
        names.append(room.name if room and room.name else room_id)
    return Text("ansage-rooms", rooms=tuple(names))
