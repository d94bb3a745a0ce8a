from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from bot.domain.plans.meeting import Detail, Meeting, MeetingState

MEETING = Meeting(
    number=3,
    series="Fachtagung",
    ordinal=9,
    motto="Gemeinsam für Fachkräfte",
    starts_local=datetime.fromisoformat("2026-12-08 10:00"),
    zone="Europe/Berlin",
    place="Berlin",
    link=None,
    state=MeetingState.ANNOUNCED,
    version=1,
    created_by="@buero:example.org",
    created_at=datetime(2026, 5, 1, tzinfo=UTC),
)


@pytest.mark.parametrize(
    ("series", "slug"),
    [
        ("Fachtagung", "fachtagung-9"),
        ("  FACH-Tagung ", "fach-tagung-9"),
        ("Großes Jahrestreffen Süd/Ost", "grosses-jahrestreffen-sued-ost-9"),
        ("Fête", "fete-9"),
        ("!", "9"),
    ],
)
def test_the_slug_is_the_series_and_the_number_in_plain_letters(series: str, slug: str) -> None:
    assert slug == replace(MEETING, series=series).slug


@pytest.mark.parametrize(
    ("today", "left"),
    [(date(2026, 12, 1), 7), (date(2026, 12, 8), 0), (date(2026, 12, 9), -1)],
)
def test_days_left_are_days_of_the_calendar(today: date, left: int) -> None:
    assert left == MEETING.days_left(today)


def test_the_start_is_shown_with_its_zone_and_compared_as_an_instant() -> None:
    shown = "2026-12-08T10:00:00+01:00"

    assert shown == MEETING.starts.isoformat()
    assert datetime(2026, 12, 8, 9, tzinfo=UTC) == MEETING.starts_utc


def test_what_changed_is_named_and_the_rest_is_not() -> None:
    moved = replace(MEETING, ordinal=10, zone="Europe/London", place="Bonn", version=2)

    assert frozenset({Detail.TITLE, Detail.STARTS, Detail.PLACE}) == MEETING.changes(moved)
    assert frozenset() == MEETING.changes(replace(MEETING, version=2))
