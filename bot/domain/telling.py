"""How meetings and announcements are named to people: which texts, and with which data."""

from __future__ import annotations

from bot.domain.announcement import Rule
from bot.domain.calendar import moment
from bot.domain.meeting import Detail, Meeting
from bot.domain.message import Items, Link, Text
from bot.domain.occurrence import Occurrence
from bot.domain.promise import Promise

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


def step(post: Occurrence) -> Text:
    """A post of a plan, when it is due, and why it will not come."""
    return Text(
        "tagung-step",
        step=post.step,
        moment=moment(post.due_local, post.zone),
        mark=post.reason or post.state,
    )


def name(promise: Promise) -> Text:
    """A post, told apart from others."""
    if promise.meeting is not None:
        return Text("tagung-post-name", step=promise.post.step, title=title(promise.meeting))
    text = promise.announcement.text if promise.announcement else ""
    short = text if len(text) <= _BEGINNING else f"{text[:_BEGINNING].rstrip()}…"
    return Text("ansage-name", number=str(promise.post.announcement), beginning=short)


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
