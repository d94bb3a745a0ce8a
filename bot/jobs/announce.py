"""Posts what is due on the schedule, and tells the office what was skipped."""

from datetime import datetime, timedelta

from bot.dispatch.job import Due, Moment, Outcome, Schedule
from bot.domain.calendar import moment as shown
from bot.domain.calendar import to_local
from bot.domain.dialogue.inline import Lines
from bot.domain.dialogue.message import Block, Items, Post, Text
from bot.domain.plans.meeting import Detail, Meeting
from bot.domain.plans.occurrence import StepName
from bot.domain.plans.promise import Found, Posting, Promise, Skipped
from bot.domain.plans.telling import facts, name, subject, title
from bot.services.hosting import Hosting
from bot.storage.database import Transaction

schedule = Schedule()
_SHOWN = 15
_HOUR = timedelta(hours=1)
_MINUTE = timedelta(minutes=1)


@schedule.every(timedelta(seconds=30))
def announce(moment: Moment, tx: Transaction) -> Outcome:
    """Everything that is due now, each promise once."""
    found = moment.services.announcing.due(tx, moment.now)
    due = [_due(posting, moment.now) for posting in found.postings]
    if found.skipped:
        due.append(_skipped(found, moment.services.hosting))
    if found.doubt or found.blind:
        due.append(_doubt(found, moment.now))
    return Outcome(due=tuple(due), again=found.next_due)


def _due(posting: Posting, now: datetime) -> Due:
    blocks = _blocks(posting, now)
    if posting.unheard:
        blocks = (Text("ansagen-nobody-hears", name=name(posting.promise)), *blocks)
    about = subject(posting.promise)
    posts = tuple(
        Post(to=room, name=room, blocks=blocks, about=about, until=until)
        for room, until in posting.rooms.items()
    )
    return Due(cause=posting.promise.post.key, posts=posts)


def _blocks(posting: Posting, now: datetime) -> tuple[Block, ...]:
    promise = posting.promise
    late = _late(posting.late_by)
    if promise.meeting is not None:
        return (*_about(promise.meeting, promise, now), *late)
    text = promise.announcement.text if promise.announcement else ""
    return (Text("ansage-post", text=Lines(text)), *late)


def _about(meeting: Meeting, promise: Promise, now: datetime) -> tuple[Block, ...]:
    """What a step says, and the facts; thanks need no date any more."""
    step = promise.post.step
    says = Text(
        "tagung-post",
        step=step,
        title=title(meeting),
        starts=meeting.starts,
        programme=bool(meeting.link),
        days=meeting.days_left(to_local(now, meeting.zone).date()),
    )
    match step:
        case StepName.CANCELLATION:
            return (says,)
        case StepName.THANKS:
            return (says, _only(meeting, Detail.LINK))
        case StepName.CORRECTION:
            words = tuple(Text("tagung-detail", detail=d) for d in sorted(promise.details))
            return (says, Text("tagung-corrected", details=words), facts(meeting))
        case _:
            return (says, facts(meeting))


def _only(meeting: Meeting, detail: Detail) -> Items:
    return Items(tuple(t for t in facts(meeting).texts if t.args["detail"] is detail))


def _late(late_by: timedelta) -> tuple[Text, ...]:
    if not late_by:
        return ()
    return (Text("ansagen-late", hours=late_by // _HOUR, minutes=late_by // _MINUTE),)


def _skipped(found: Found, hosting: Hosting) -> Due:
    lines = tuple(_skipped_line(skipped, hosting) for skipped in found.skipped[:_SHOWN])
    blocks: tuple[Block, ...] = (
        Text("ansagen-skipped", count=len(found.skipped)),
        Items(lines),
    )
    if len(found.skipped) > _SHOWN:
        blocks += (Text("ansagen-skipped-more", count=len(found.skipped) - _SHOWN),)
    first = found.skipped[0]
    cause = "/".join(("skipped", first.promise.post.key, *first.rooms[:1]))
    return Due(cause=cause, posts=_to_office(found, blocks))


def _skipped_line(skipped: Skipped, hosting: Hosting) -> Text:
    promise, post = skipped.promise, skipped.promise.post
    return Text(
        "ansagen-skipped-line",
        name=name(promise),
        rooms=tuple(hosting.called(room) for room in skipped.rooms),
        due=shown(post.due_local, post.zone),
        reason=post.reason,
    )


def _doubt(found: Found, now: datetime) -> Due:
    server = found.doubt
    said = Text("ansagen-no-clock")
    if server is not None:
        said = Text("ansagen-clock", ours=now.astimezone(server.tzinfo), server=server)
    return Due(cause=f"clock/{now.isoformat()}", posts=_to_office(found, (said,)))


def _to_office(found: Found, blocks: tuple[Block, ...]) -> tuple[Post, ...]:
    return tuple(Post(to=target, name=target, blocks=blocks) for target in found.office)
