"""How meetings and announcements are named to people: which texts, and with which data."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from zoneinfo import ZoneInfo

from bot.domain.calendar import moment
from bot.domain.dialogue.inline import Link, Mention
from bot.domain.dialogue.message import Block, Items, Text
from bot.domain.dialogue.subject import Subject, SubjectKind
from bot.domain.plans.announcement import Rule
from bot.domain.plans.meeting import Detail, Meeting
from bot.domain.plans.occurrence import Occurrence
from bot.domain.plans.promise import Promise

_BEGINNING = 60  # characters of an announcement that name it


def title(meeting: Meeting) -> Text:
    """The 9. Fachtagung."""
    return Text("tagung-title", ordinal=meeting.ordinal, series=meeting.series)


def fact(meeting: Meeting, detail: Detail) -> object:
    """One detail as it is shown; empty if there is none."""
    match detail:
        case Detail.TITLE:
            return title(meeting)
        case Detail.STARTS:
            return meeting.starts
        case Detail.PLACE:
            return meeting.place
        case Detail.LINK:
            return Link(meeting.link, meeting.link) if meeting.link else ""
        case Detail.MOTTO:
            return meeting.motto


def facts(meeting: Meeting) -> Items:
    """All but the title, without what nobody has said."""
    order = (Detail.MOTTO, Detail.STARTS, Detail.PLACE, Detail.LINK)
    shown = ((detail, fact(meeting, detail)) for detail in order)
    return Items(
        tuple(Text("tagung-fact", detail=detail, value=value) for detail, value in shown if value)
    )


def overview(
    coming: Sequence[Meeting], cancelled: Sequence[Meeting], today: date
) -> tuple[Block, ...]:
    """The next meeting, those behind it, and what was cancelled."""
    blocks: list[Block] = [Text("tagung-none")]
    if coming:
        first, days = coming[0], coming[0].days_left(today)
        blocks = [Text("tagung-next", title=title(first), days=days), facts(first)]
    if len(coming) > 1:
        later = tuple(
            Text("tagung-later-line", title=title(one), starts=one.starts, place=one.place)
            for one in coming[1:]
        )
        blocks += [Text("tagung-later"), Items(later)]
    gone = (Text("tagung-was-cancelled", title=title(o), starts=o.starts) for o in cancelled)
    return (*blocks, *gone)


def step(post: Occurrence) -> Text:
    """A post of a plan, when it is due, and why it will not come."""
    return Text(
        "tagung-step",
        step=post.step,
        moment=moment(post.due_local, post.zone),
        mark=post.reason or post.state,
    )


def subject(promise: Promise) -> Subject | None:
    """What a reply to the post means."""
    if promise.meeting is not None:
        return Subject(SubjectKind.MEETING, promise.meeting.number)
    if promise.announcement is not None:
        return Subject(SubjectKind.ANNOUNCEMENT, promise.announcement.number)
    return None


def name(promise: Promise) -> Text:
    """A post, told apart from others."""
    if promise.meeting is not None:
        return Text("tagung-post-name", step=promise.post.step, title=title(promise.meeting))
    text = promise.announcement.text if promise.announcement else ""
    return beginning(promise.post.announcement or 0, text)


def beginning(number: int, text: str) -> Text:
    """An announcement by its first words."""
    short = text if len(text) <= _BEGINNING else f"{text[:_BEGINNING].rstrip()}…"
    return Text("ansage-name", number=str(number), beginning=short)


def rhythm(rule: Rule) -> Text:
    """When an announcement comes."""
    return Text(
        "ansage-rhythm",
        repeat=rule.repeat,
        weeks=rule.weeks,
        weekday=rule.start.weekday(),
        day=rule.day,
        at=f"{rule.at:%H:%M}",
        until=Text("ansage-until", day=rule.until) if rule.until else "",
    )


def because(promise: Promise, zone: ZoneInfo) -> tuple[Text, ...]:
    """Which rule a scheduled post follows, and who set it when."""
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


def following(after: Occurrence | None) -> Text:
    """When the next one comes."""
    if after is None:
        return Text("warum-last")
    return Text("warum-next", due=moment(after.due_local, after.zone))
