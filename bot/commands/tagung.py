"""`!tagung`: the next annual meeting; the office enters, changes and cancels meetings here."""

from dataclasses import replace

from bot.dispatch.declaring.command import Input
from bot.dispatch.declaring.context import Context
from bot.dispatch.declaring.field import Field, FieldKind, Proposed
from bot.dispatch.declaring.router import Router
from bot.dispatch.saying.picking import pick
from bot.domain.community.room import PostKind
from bot.domain.dialogue.message import Items, Reply, Text
from bot.domain.dialogue.option import MOST_CHOICES
from bot.domain.dialogue.people import Role
from bot.domain.dialogue.signals import PlanChanged
from bot.domain.dialogue.subject import Subject, SubjectKind
from bot.domain.errors import NotFound
from bot.domain.plans.draft import Entry, Proposal, Target
from bot.domain.plans.foretelling import consequences, foretold
from bot.domain.plans.meeting import Meeting, MeetingState
from bot.domain.plans.occurrence import OccurrenceState
from bot.domain.plans.proposing import WhichMeeting, ahead, is_called, meant
from bot.domain.plans.telling import overview, step, title
from bot.domain.typed.fields import clean, first_label
from bot.domain.typed.meetings import parse_change, parse_meeting, parse_target
from bot.storage.database import Transaction

router = Router()
_SHOWN = 15

TITLE = Field(name="meeting-title", form="Tagung: {}", labels=("titel", "title", "meeting"))
START = Field(
    name="meeting-start",
    form="Termin: {}",
    kind=FieldKind.MOMENT,
    labels=("datum", "beginn", "wann", "date", "start", "when"),
)
PLACE = Field(name="meeting-place", form="Ort: {}", labels=("place", "wo", "where"))
MOTTO = Field(name="meeting-motto", form="Motto: {}", required=False, labels=("thema", "theme"))
LINK = Field(name="meeting-link", form="Link: {}", required=False, labels=("programm", "programme"))
MEETING = Field(name="meeting", first=True, required=False, subject=SubjectKind.MEETING)
CHANGE = Field(name="meeting-change")


class UnknownSeries(NotFound):
    """No meeting of the series or number `text` lies ahead."""


def _wanted(given: Input) -> str:
    return clean(given.text)[:100]


def _target(given: Input) -> Target:
    return parse_target(given.text[:100])


@router.query(
    "tagung",
    alias="meeting",
    also=("jahrestreffen", "fachtagung"),
    args=_wanted,
    permission=Role.GUEST,
)
async def show(ctx: Context, wanted: str) -> Reply:
    """The next meeting, of all series or of one."""
    every = await ctx.services.convening.ahead(ctx.now)
    found = tuple(one for one in every if is_called(one, wanted))
    if wanted and not found:
        raise UnknownSeries(text=wanted)
    coming = [one for one in found if one.state is MeetingState.ANNOUNCED]
    cancelled = [one for one in found if one.state is MeetingState.CANCELLED]
    blocks = overview(coming[:_SHOWN], cancelled[:_SHOWN], ctx.today)
    return Reply(*blocks, about=_about(coming[0]) if coming else None)


@router.query(
    "tagung plan",
    alias="meeting plan",
    args=_target,
    permission=Role.OFFICE,
    fields=(MEETING,),
)
async def show_plan(ctx: Context, target: Target) -> Reply:
    """The posts of a meeting: what was sent, what comes, what was skipped."""
    every = await ctx.services.convening.all()
    try:
        meeting = meant(_replied(ctx, target), every, ctx.now)
    except WhichMeeting as which:
        return _which(ctx, which, every)
    posts = await ctx.services.convening.posts(meeting)
    shown = [post for post in posts if post.state is not OccurrenceState.CANCELLED]
    return Reply(
        Text("tagung-plan-of", title=title(meeting), number=str(meeting.number)),
        Items(tuple(step(post) for post in shown[-_SHOWN:])),
        Text("tagung-plan-next", number=str(meeting.number)),
        about=_about(meeting),
    )


def _preview_new(ctx: Context, tx: Transaction, entry: Entry) -> Reply:
    proposal = ctx.services.convening.enter(tx, ctx.person.user_id, entry, ctx.now)
    return Reply(*foretold(proposal, heard=_is_heard(ctx)))


@router.action(
    "tagung neu",
    alias="meeting new",
    args=lambda given: parse_meeting(given.text, given.today),
    permission=Role.OFFICE,
    fields=(TITLE, START, PLACE, MOTTO, LINK),
    confirm=_preview_new,
)
def enter(ctx: Context, tx: Transaction, entry: Entry) -> Reply:
    """Enter a meeting and lay its plan."""
    return _done(ctx, tx, ctx.services.convening.enter(tx, ctx.person.user_id, entry, ctx.now))


def _preview_change(ctx: Context, tx: Transaction, asked: tuple[Target, Entry]) -> Reply:
    target, entry = asked
    convening = ctx.services.convening
    typed = ctx.line[first_label(ctx.line) :]
    try:
        proposal = convening.alter(tx, ctx.person.user_id, _replied(ctx, target), entry, ctx.now)
    except WhichMeeting as which:
        return _which(ctx, which, convening.every(tx), typed)
    return _preview(ctx, proposal, typed)


@router.action(
    "tagung ändern",
    alias="meeting change",
    args=lambda given: parse_change(given.text, given.today),
    permission=Role.OFFICE,
    fields=(MEETING, CHANGE),
    confirm=_preview_change,
)
def change(ctx: Context, tx: Transaction, asked: tuple[Target, Entry]) -> Reply:
    """Change a meeting and lay its plan anew."""
    return _done(ctx, tx, ctx.services.convening.alter(tx, ctx.person.user_id, *asked, ctx.now))


def _preview_cancel(ctx: Context, tx: Transaction, target: Target) -> Reply:
    convening = ctx.services.convening
    try:
        proposal = convening.cancel(tx, ctx.person.user_id, _replied(ctx, target), ctx.now)
    except WhichMeeting as which:
        return _which(ctx, which, convening.every(tx))
    return _preview(ctx, proposal)


@router.action(
    "tagung absagen",
    alias="meeting cancel",
    args=_target,
    permission=Role.OFFICE,
    fields=(MEETING,),
    confirm=_preview_cancel,
)
def cancel(ctx: Context, tx: Transaction, target: Target) -> Reply:
    """Cancel a meeting and its plan."""
    return _done(ctx, tx, ctx.services.convening.cancel(tx, ctx.person.user_id, target, ctx.now))


def _preview(ctx: Context, proposal: Proposal, typed: str = "") -> Reply:
    """What would happen; the meeting that it shows is the one that a yes will mean."""
    line = f"#{proposal.after.number} {typed}".strip()
    about = _about(proposal.after)
    return Reply(*foretold(proposal, heard=_is_heard(ctx)), about=about, line=line)


def _done(ctx: Context, tx: Transaction, proposal: Proposal) -> Reply:
    """Let an act count."""
    proposal = ctx.services.convening.carry_out(tx, proposal, ctx.now)
    meeting = proposal.after
    done = Text(
        "tagung-confirmed", act=proposal.act, title=title(meeting), number=str(meeting.number)
    )
    posts = consequences(proposal, heard=_is_heard(ctx))
    return Reply(done, *posts, signals=(PlanChanged(),), about=_about(meeting))


def _which(ctx: Context, which: WhichMeeting, every: tuple[Meeting, ...], typed: str = "") -> Reply:
    """Asks which of the coming meetings is meant; more than can be chosen from are only named."""
    coming = [one for one in ahead(every, ctx.now) if one.state is MeetingState.ANNOUNCED]
    if len(coming) > MOST_CHOICES:
        raise which
    fitting = [
        Proposed(Text("tagung-which-line", title=title(one), starts=one.starts), f"#{one.number}")
        for one in coming
    ]
    return pick(ctx, Text("tagung-which"), fitting, typed)


def _replied(ctx: Context, target: Target) -> Target:
    """The meeting that the message replied to is about, where none is named."""
    about = ctx.message.about
    if target == Target() and about and about.kind is SubjectKind.MEETING:
        return replace(target, number=about.number)
    return target


def _about(meeting: Meeting) -> Subject:
    return Subject(SubjectKind.MEETING, meeting.number)


def _is_heard(ctx: Context) -> bool:
    return bool(ctx.services.hosting.announcement_rooms(PostKind.MEETING))
