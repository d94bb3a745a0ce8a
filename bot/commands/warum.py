"""`warum?` in reply to a scheduled post: which rule, who set it, when it comes next."""

from datetime import datetime
from zoneinfo import ZoneInfo

from bot.dispatch.declaring.command import nothing
from bot.dispatch.declaring.context import Context
from bot.dispatch.declaring.router import Router
from bot.domain.calendar import moment
from bot.domain.community.room import PostKind
from bot.domain.dialogue.message import Mention, Reply, Text
from bot.domain.dialogue.people import Role
from bot.domain.plans.occurrence import Occurrence
from bot.domain.plans.promise import Promise
from bot.domain.plans.telling import rhythm, subject, title

router = Router()


@router.query("warum", alias="why", args=nothing, permission=Role.GUEST)
async def why(ctx: Context, _: None) -> Reply:
    """Why the message came that this one replies to."""
    asked = ctx.message.reply_to
    if asked is None:
        return Reply(Text("warum-how"))
    room = ctx.message.room_id
    places = (room, ctx.message.sender) if ctx.message.direct else (room,)
    found = await ctx.services.announcing.why(asked, places)
    if found is None:
        return Reply(Text("warum-unplanned"))
    promise, following = found
    kind = PostKind.ANNOUNCEMENT if promise.announcement else PostKind.MEETING
    return Reply(
        *_because(promise, ctx.local),
        _next(following),
        Text("warum-switch-off", kind=kind),
        about=subject(promise),
    )


def _because(promise: Promise, zone: ZoneInfo) -> tuple[Text, ...]:
    """Which rule, and who set it when."""
    if promise.announcement is not None:
        one = promise.announcement
        rule = Text("warum-announcement", number=str(one.number), rhythm=rhythm(one.rule))
        return (rule, _set(one.created_by, one.created_at, zone))
    if promise.meeting is not None:
        meeting = promise.meeting
        rule = Text("warum-meeting", step=promise.post.step, title=title(meeting))
        return (rule, _set(meeting.created_by, meeting.created_at, zone))
    return ()


def _set(by: str, at: datetime, zone: ZoneInfo) -> Text:
    return Text("warum-set", by=Mention(by), at=at.astimezone(zone))


def _next(following: Occurrence | None) -> Text:
    if following is None:
        return Text("warum-last")
    return Text("warum-next", due=moment(following.due_local, following.zone))
