"""`warum?`: in reply to a scheduled post why it came; for the office the way of any message."""

from bot.dispatch.declaring.command import Input
from bot.dispatch.declaring.context import Context
from bot.dispatch.declaring.refusals import NeedsRole, OfficeRoomOnly
from bot.dispatch.declaring.router import Router
from bot.dispatch.saying.way import way
from bot.domain.community.room import PostKind
from bot.domain.dialogue.message import Reply, Text
from bot.domain.dialogue.people import Role
from bot.domain.errors import NotFound
from bot.domain.plans.telling import because, following, subject
from bot.domain.typed.events import event_or_key

router = Router()


class NoTrace(NotFound):
    """Nothing is kept about that event or post."""


def _named(given: Input) -> str | None:
    return event_or_key(given.text)


@router.query("warum", alias="why", args=_named, permission=Role.GUEST)
async def why(ctx: Context, named: str | None) -> Reply:
    """Why the message came that this one replies to; what became of the one that is named."""
    if named is not None:
        return await _traced(ctx, named)
    asked = ctx.message.reply_to
    if asked is None:
        return Reply(Text("warum-how"))
    room = ctx.message.room_id
    places = (room, ctx.message.sender) if ctx.message.direct else (room,)
    found = await ctx.services.announcing.why(asked, places)
    if found is None:
        return Reply(Text("warum-unplanned"))
    promise, after = found
    kind = PostKind.ANNOUNCEMENT if promise.announcement else PostKind.MEETING
    return Reply(
        *because(promise, ctx.local),
        following(after),
        Text("warum-switch-off", kind=kind),
        about=subject(promise),
    )


async def _traced(ctx: Context, named: str) -> Reply:
    """The chain of decisions: for the office alone, since it tells of other rooms."""
    if not ctx.person.may(Role.OFFICE):
        raise NeedsRole(role=Role.OFFICE.name.lower(), command="warum")
    if not ctx.services.hosting.is_office(ctx.message.room_id):
        raise OfficeRoomOnly(command="warum")
    trace = await ctx.services.tracing.of(named)
    if trace is None:
        raise NoTrace
    return Reply(*way(ctx, trace))
