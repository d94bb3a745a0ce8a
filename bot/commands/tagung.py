"""`!tagung`: the next annual meeting; the office enters, changes and cancels meetings here."""

from bot.dispatch.command import Input, nothing
from bot.dispatch.context import Context
from bot.dispatch.router import Router
from bot.domain.draft import Act, Entry, Proposal, Target
from bot.domain.errors import NotFound
from bot.domain.meeting import Detail, Meeting, MeetingState
from bot.domain.message import Block, Items, Reply, Text
from bot.domain.occurrence import OccurrenceState
from bot.domain.people import Role
from bot.domain.planning import planned
from bot.domain.proposing import meant
from bot.domain.room import PostKind
from bot.domain.signals import PlanChanged
from bot.domain.telling import fact, facts, step, title
from bot.domain.typed_fields import clean
from bot.domain.typed_meetings import parse_change, parse_meeting, parse_target
from bot.storage.database import Transaction

router = Router()
_SHOWN = 15


class UnknownSeries(NotFound):
    """No meeting of the series or number `text` lies ahead."""


def _wanted(given: Input) -> str:
    return clean(given.text)[:100]


def _new(given: Input) -> Entry:
    return parse_meeting(given.text, given.today)


def _change(given: Input) -> tuple[Target, Entry]:
    return parse_change(given.text, given.today)


def _target(given: Input) -> Target:
    return parse_target(given.text[:100])


@router.query("tagung", alias="meeting", args=_wanted, permission=Role.GUEST)
async def show(ctx: Context, wanted: str) -> Reply:
    """The next meeting, of all series or of one."""
    ahead = await ctx.services.convening.ahead(ctx.now)
    found = tuple(one for one in ahead if _is_wanted(one, wanted))
    if wanted and not found:
        raise UnknownSeries(text=wanted)
    coming = [one for one in found if one.state is MeetingState.ANNOUNCED]
    cancelled = [one for one in found if one.state is MeetingState.CANCELLED]
    blocks: list[Block] = [Text("tagung-none")]
    if coming:
        blocks = [_headline(ctx, coming[0]), facts(coming[0])]
    if len(coming) > 1:
        later = tuple(
            Text("tagung-later-line", title=title(one), starts=one.starts, place=one.place)
            for one in coming[1:_SHOWN]
        )
        blocks += [Text("tagung-later"), Items(later)]
    blocks += [
        Text("tagung-was-cancelled", title=title(one), starts=one.starts)
        for one in cancelled[:_SHOWN]
    ]
    return Reply(*blocks)


@router.query("tagung plan", alias="meeting plan", args=_target, permission=Role.OFFICE)
async def show_plan(ctx: Context, target: Target) -> Reply:
    """The posts of a meeting: what was sent, what comes, what was skipped."""
    meeting = meant(target, await ctx.services.convening.all(), ctx.now)
    posts = await ctx.services.convening.posts(meeting)
    shown = [post for post in posts if post.state is not OccurrenceState.CANCELLED]
    return Reply(
        Text("tagung-plan-of", title=title(meeting), number=str(meeting.number)),
        Items(tuple(step(post) for post in shown[-_SHOWN:])),
        Text("tagung-plan-next", number=str(meeting.number)),
    )


@router.action("tagung neu", alias="meeting new", args=_new, permission=Role.OFFICE)
def enter(ctx: Context, tx: Transaction, entry: Entry) -> Reply:
    """Show what a new meeting and its posts would be."""
    proposal = ctx.services.convening.enter(tx, ctx.person.user_id, entry, ctx.now)
    return _draft(ctx, proposal)


@router.action("tagung ändern", alias="meeting change", args=_change, permission=Role.OFFICE)
def change(ctx: Context, tx: Transaction, asked: tuple[Target, Entry]) -> Reply:
    """Show what a change would do."""
    target, entry = asked
    proposal = ctx.services.convening.alter(tx, ctx.person.user_id, target, entry, ctx.now)
    return _draft(ctx, proposal)


@router.action("tagung absagen", alias="meeting cancel", args=_target, permission=Role.OFFICE)
def cancel(ctx: Context, tx: Transaction, target: Target) -> Reply:
    """Show what cancelling would do."""
    proposal = ctx.services.convening.cancel(tx, ctx.person.user_id, target, ctx.now)
    return _draft(ctx, proposal)


@router.action("tagung bestätigen", alias="meeting confirm", args=nothing, permission=Role.OFFICE)
def confirm(ctx: Context, tx: Transaction, _: None) -> Reply:
    """Let the act count that the person was shown last."""
    proposal = ctx.services.convening.confirm(tx, ctx.person.user_id, ctx.now)
    meeting = proposal.after
    done = Text(
        "tagung-confirmed", act=proposal.act, title=title(meeting), number=str(meeting.number)
    )
    return Reply(done, *_consequences(ctx, proposal), signals=(PlanChanged(),))


@router.action("tagung verwerfen", alias="meeting discard", args=nothing, permission=Role.OFFICE)
def discard(ctx: Context, tx: Transaction, _: None) -> Reply:
    """Forget the act that the person was shown last."""
    ctx.services.convening.discard(tx, ctx.person.user_id)
    return Reply(Text("tagung-discarded"))


def _is_wanted(meeting: Meeting, wanted: str) -> bool:
    number = wanted.rstrip(".").removeprefix("#")
    if number.isdecimal():
        return int(number) in (meeting.number, meeting.ordinal)
    full = f"{meeting.ordinal}. {meeting.series}".casefold()
    return full.endswith(wanted.casefold()) or full.startswith(wanted.casefold())


def _headline(ctx: Context, meeting: Meeting) -> Text:
    return Text("tagung-next", title=title(meeting), days=meeting.days_left(ctx.today))


def _draft(ctx: Context, proposal: Proposal) -> Reply:
    """What an act would do, before it counts."""
    headline = Text("tagung-draft", act=proposal.act, title=title(proposal.after))
    return Reply(
        headline, *_content(proposal), *_consequences(ctx, proposal), Text("tagung-draft-next")
    )


def _content(proposal: Proposal) -> tuple[Block, ...]:
    """The meeting, or what is different about it."""
    if proposal.act is not Act.CHANGE or proposal.before is None:
        return (facts(proposal.after),)
    before, after = proposal.before, proposal.after
    changes = (detail for detail in Detail if detail in before.changes(after))
    return (Items(tuple(_changed(before, after, detail) for detail in changes)),)


def _changed(before: Meeting, after: Meeting, detail: Detail) -> Text:
    return Text(
        "tagung-changed",
        detail=Text("tagung-detail", detail=detail),
        before=fact(before, detail) or Text("tagung-nothing"),
        after=fact(after, detail) or Text("tagung-nothing"),
    )


def _consequences(ctx: Context, proposal: Proposal) -> tuple[Block, ...]:
    """What becomes of the posts."""
    blocks: list[Block] = []
    if proposal.plan:
        blocks += [
            Text("tagung-plan-laid", count=len(planned(proposal.plan)), all=len(proposal.plan)),
            Items(tuple(step(post) for post in proposal.plan)),
        ]
    elif proposal.act is Act.CANCEL:
        blocks.append(Text("tagung-dropped", count=len(proposal.dropped)))
    if proposal.before is not None:
        news = proposal.news.step if proposal.news else "none"
        blocks.append(Text("tagung-news", step=news))
    if proposal.plan and not ctx.services.hosting.announcement_rooms(PostKind.MEETING):
        blocks.append(Text("tagung-no-rooms"))
    return tuple(blocks)
