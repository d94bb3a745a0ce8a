"""Which meeting is meant and what an act would make of it, or why it cannot be."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from bot.domain.calendar import to_local
from bot.domain.errors import NotFound, WrongInput
from bot.domain.plans.draft import Act, Draft, Entry, Target
from bot.domain.plans.meeting import Detail, Meeting, MeetingState


class UnknownMeeting(NotFound):
    """No such meeting lies ahead; `text` is what was typed."""


class WhichMeeting(WrongInput):
    """Several meetings lie ahead; `numbers` are their short numbers."""


class NoMeetingAhead(NotFound):
    """No meeting is entered, so none can change."""


class MeetingExists(WrongInput):
    """This `ordinal` of the `series` is there already, as `number`, and starts at `starts`."""


class MeetingCancelled(WrongInput):
    """The meeting `number` was cancelled and cannot change any more."""


class MeetingOver(WrongInput):
    """The meeting `number` has begun or is over."""


class PastMoment(WrongInput):
    """A `moment` that had to lie ahead."""


class NothingChanged(WrongInput):
    """All fields are as typed already."""


def ahead(every: tuple[Meeting, ...], now: datetime) -> tuple[Meeting, ...]:
    """Meetings of today and later, cancelled ones too."""
    return tuple(one for one in every if one.days_left(to_local(now, one.zone).date()) >= 0)


def meant(target: Target, every: tuple[Meeting, ...], now: datetime) -> Meeting:
    """The meeting that a target means.

    Raises:
        UnknownMeeting, WhichMeeting, NoMeetingAhead: none, or more than one.
    """
    coming = [one for one in ahead(every, now) if one.state is MeetingState.ANNOUNCED]
    if target == Target():
        if len(coming) > 1:
            raise WhichMeeting(numbers=tuple(f"#{one.number}" for one in coming))
        if not coming:
            raise NoMeetingAhead
        return coming[0]
    found = [one for one in every if _is_meant(one, target)]
    found += [one for one in coming if one.ordinal == target.number]
    if not found:
        raise UnknownMeeting(text=_words(target))
    return found[0]


def is_called(meeting: Meeting, words: str) -> bool:
    """Whether people may mean it by these words: a number, the series, the beginning of both."""
    number = words.rstrip(".").removeprefix("#")
    if number.isdecimal():
        return int(number) in (meeting.number, meeting.ordinal)
    full = f"{meeting.ordinal}. {meeting.series}".casefold()
    return full.endswith(words.casefold()) or full.startswith(words.casefold())


def proposed(
    draft: Draft, every: tuple[Meeting, ...], zone: str, series: str, now: datetime
) -> tuple[Meeting | None, Meeting]:
    """The meeting before (None if it is new) and after the act.

    `series` is the one that goes without saying; `zone` is where new meetings take place.

    Raises:
        MeetingExists, MeetingCancelled, MeetingOver, PastMoment, NothingChanged: see there.
    """
    entry = _spelled(draft.entry, (series, *(one.series for one in every)))
    if draft.act is Act.NEW:
        return _entered(entry.applied(_blank(draft, zone, series)), every, now)
    before = next(one for one in every if one.number == draft.meeting)
    if before.state is MeetingState.CANCELLED:
        raise MeetingCancelled(number=str(before.number))
    if draft.act is Act.CHANGE:
        after = entry.applied(before)
        _check_change(before, after, every, now)
        return before, after
    if before.starts_utc <= now:
        raise MeetingOver(number=str(before.number))
    return before, replace(before, state=MeetingState.CANCELLED, version=before.version + 1)


def _entered(
    after: Meeting, every: tuple[Meeting, ...], now: datetime
) -> tuple[Meeting | None, Meeting]:
    """A new meeting, or a cancelled one that takes place after all."""
    _check_start(after, now)
    before = next((one for one in every if one.slug == after.slug), None)
    if before is not None and before.state is MeetingState.CANCELLED:
        return before, replace(after, number=before.number, version=before.version + 1)
    _check_unique(after, every)
    return None, after


def _blank(draft: Draft, zone: str, series: str) -> Meeting:
    return Meeting(
        number=0,
        series=series,
        ordinal=0,
        motto="",
        starts_local=to_local(draft.created_at, zone),
        zone=zone,
        place="",
        link=None,
        state=MeetingState.ANNOUNCED,
        version=0,
        created_by=draft.user_id,
        created_at=draft.created_at,
    )


def _spelled(entry: Entry, names: tuple[str, ...]) -> Entry:
    """With the series as it was written before, whatever its capitals now."""
    typed = (entry.series or "").casefold()
    return replace(entry, series=next((n for n in names if n.casefold() == typed), entry.series))


def _is_meant(one: Meeting, target: Target) -> bool:
    if target.number is not None:
        return one.number == target.number
    series = target.series or one.series
    return one.ordinal == target.ordinal and one.series.casefold() == series.casefold()


def _words(target: Target) -> str:
    if target.number is not None:
        return f"#{target.number}"
    return " ".join(word for word in (f"{target.ordinal}.", target.series) if word)


def _check_change(
    before: Meeting, after: Meeting, every: tuple[Meeting, ...], now: datetime
) -> None:
    changes = before.changes(after)
    if not changes:
        raise NothingChanged
    if Detail.STARTS in changes:
        _check_start(after, now)
    _check_unique(after, every)


def _check_start(meeting: Meeting, now: datetime) -> None:
    if meeting.starts_utc <= now:
        raise PastMoment(moment=meeting.starts)


def _check_unique(meeting: Meeting, every: tuple[Meeting, ...]) -> None:
    for other in every:
        if other.slug == meeting.slug and other.number != meeting.number:
            raise MeetingExists(
                series=other.series,
                ordinal=other.ordinal,
                number=str(other.number),
                starts=other.starts,
            )
