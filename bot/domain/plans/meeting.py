"""The annual meetings of a series, as the office entered them."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from bot.domain.calendar import moment, to_utc

_GERMAN = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue"})


class MeetingState(StrEnum):
    """A draft is shown to the office only; nothing of it is sent."""

    DRAFT = "draft"
    ANNOUNCED = "announced"
    CANCELLED = "cancelled"


class Detail(StrEnum):
    """What can change in a meeting that people have heard of."""

    TITLE = "title"
    STARTS = "starts"
    PLACE = "place"
    LINK = "link"
    MOTTO = "motto"


@dataclass(frozen=True, slots=True, kw_only=True)
class Meeting:
    """A meeting: `number` is the short number people type, `ordinal` the 9 of "9. Fachtagung".

    `starts_local` is naive, the wall clock of `zone`. `version` starts at 1 and grows with every
    change, because the keys of the posts contain it.
    """

    number: int
    series: str
    ordinal: int
    motto: str
    starts_local: datetime
    zone: str
    place: str
    link: str | None
    state: MeetingState
    version: int
    created_by: str
    created_at: datetime

    @property
    def slug(self) -> str:
        """The name in keys ("fachtagung-9"); no two meetings may have the same."""
        words = "".join(c if c.isalnum() else " " for c in _letters(self.series)).split()
        return "-".join((*words, str(self.ordinal)))

    @property
    def starts(self) -> datetime:
        """The moment it starts, in its zone, to be shown."""
        return moment(self.starts_local, self.zone)

    @property
    def starts_utc(self) -> datetime:
        """The same as an instant, to compare with now."""
        return to_utc(self.starts_local, self.zone)

    def days_left(self, today: date) -> int:
        """Days until it starts, by the calendar; negative when it is over."""
        return (self.starts_local.date() - today).days

    def changes(self, after: Meeting) -> frozenset[Detail]:
        """What is different in a later version, of that which people were told."""
        differences = {
            Detail.TITLE: (self.series, self.ordinal) != (after.series, after.ordinal),
            Detail.STARTS: (self.starts_local, self.zone) != (after.starts_local, after.zone),
            Detail.PLACE: self.place != after.place,
            Detail.LINK: self.link != after.link,
            Detail.MOTTO: self.motto != after.motto,
        }
        return frozenset(detail for detail, differs in differences.items() if differs)


def _letters(text: str) -> str:
    """Lower case without accents, umlauts written out."""
    composed = unicodedata.normalize("NFKC", text).casefold().translate(_GERMAN)
    return "".join(
        c for c in unicodedata.normalize("NFKD", composed) if not unicodedata.combining(c)
    )
