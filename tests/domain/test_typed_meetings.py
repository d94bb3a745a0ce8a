"""Meetings as the office types them."""

from datetime import date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.errors import Missing, WrongInput
from bot.domain.moments.refusals import AmbiguousDay, MissingTime, VagueDay
from bot.domain.plans.draft import Entry, Target
from bot.domain.typed.meetings import (
    ChangeMissing,
    MeetingPlaceMissing,
    MeetingStartMissing,
    MeetingTitleMissing,
    UnknownField,
    UnreadableTitle,
    parse_change,
    parse_meeting,
    parse_target,
)

TODAY = date(2026, 11, 23)
START = datetime(2026, 12, 8, 10, 0)  # noqa: DTZ001 -- a wall clock


def entry(
    series: str | None = "Fachtagung",
    motto: str | None = None,
    place: str = "Berlin",
    link: str | None = None,
) -> Entry:
    return Entry(series=series, ordinal=9, motto=motto, starts_local=START, place=place, link=link)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("9. Fachtagung | 8.12.2026 10:00 | Berlin", entry()),
        ("9. Fachtagung\n\n8.12.2026 10:00\nBerlin\n", entry()),
        ("Fachtagung 9 | Di., 8.12. 10 Uhr | Berlin", entry()),
        ("9th Fachtagung | 8 December 2026, 10:00 | Berlin", entry()),
        ("9. Fachtagung | Stark | 8.12.2026 10:00 | Berlin", entry(motto="Stark")),
        ("9. Fachtagung | Stark | Berlin | Termin: 8.12.2026 10:00", entry(motto="Stark")),
        (
            "9. Fachtagung | Morgen gemeinsam | 8.12.2026 10:00 | Berlin",
            entry(motto="Morgen gemeinsam"),
        ),
        (
            "9. Fachtagung | 8.12.2026 10:00 | Berlin | Haus der Wirtschaft",
            entry(place="Berlin, Haus der Wirtschaft"),
        ),
        (
            "https://example.org/p | 9. Fachtagung | 8.12.2026 10:00 | Berlin",
            entry(link="https://example.org/p"),
        ),
        (
            "Ort: Berlin; Motto: Stark\nTagung: 9. Fachtagung | Termin: 8.12.2026 10:00",
            entry(motto="Stark"),
        ),
        ("9 | 8.12.2026 10:00 | Berlin", entry(series=None)),
    ],
)
def test_fields_are_found_by_order_look_or_label(typed: str, meant: Entry) -> None:
    assert parse_meeting(typed, TODAY) == meant


@pytest.mark.parametrize(
    ("typed", "missing"),
    [
        ("", MeetingTitleMissing),
        ("9. Fachtagung", MeetingStartMissing),
        ("9. Fachtagung | Berlin", MeetingStartMissing),
        ("9. Fachtagung | 8.12.2026 10:00", MeetingPlaceMissing),
        ("9. Fachtagung | Ort: Berlin | Termin:", MeetingStartMissing),
    ],
)
def test_what_is_missing_is_named(typed: str, missing: type[Missing]) -> None:
    with pytest.raises(missing):
        parse_meeting(typed, TODAY)


def test_what_cannot_be_read_is_said_before_the_rest_is_asked_for() -> None:
    with pytest.raises(UnreadableTitle):
        parse_meeting("Tagung: die nächste", TODAY)


def test_the_one_field_beside_a_title_without_a_date_is_the_place() -> None:
    typed = "9. Fachtagung | Berlin\nTermin: 8.12.2026 10:00"
    assert parse_meeting(typed, TODAY) == entry()


@pytest.mark.parametrize("typed", ["", "3", "#3", "9. Fachtagung"])
def test_a_change_without_anything_to_change_asks_for_it(typed: str) -> None:
    with pytest.raises(ChangeMissing):
        parse_change(typed, TODAY)


@pytest.mark.parametrize(
    ("starts", "refused"),
    [("KW 12 10 Uhr", VagueDay), ("8/12/2026 10:00", AmbiguousDay), ("8.12.2026", MissingTime)],
)
def test_a_start_that_is_not_clear_is_refused_as_such(
    starts: str, refused: type[WrongInput]
) -> None:
    with pytest.raises(refused):
        parse_meeting(f"9. Fachtagung | {starts} | Berlin", TODAY)


@pytest.mark.parametrize(
    ("typed", "target", "changed"),
    [
        ("Ort: Bonn", Target(), Entry(place="Bonn")),
        ("3 Ort: Bonn", Target(number=3), Entry(place="Bonn")),
        ("#3\nOrt: Bonn\nMotto: -", Target(number=3), Entry(place="Bonn", motto="")),
        (
            "9. Fachtagung | Link: -",
            Target(ordinal=9, series="Fachtagung"),
            Entry(link=""),
        ),
        ("Nr. 3: Date: 8.12.2026 10:00", Target(number=3), Entry(starts_local=START)),
        ("Tagung: 10. Fachtagung", Target(), Entry(series="Fachtagung", ordinal=10)),
    ],
)
def test_a_change_names_a_meeting_and_fields(typed: str, target: Target, changed: Entry) -> None:
    assert parse_change(typed, TODAY) == (target, changed)


@pytest.mark.parametrize("typed", ["Bonn", "Ort Bonn", "Ort: Bonn | Berlin"])
def test_a_change_without_labels_is_refused(typed: str) -> None:
    with pytest.raises(UnknownField):
        parse_change(typed, TODAY)


@pytest.mark.parametrize("typed", ["Sommerfest", "0. Fachtagung", "1. | 2."])
def test_a_target_that_is_none_is_refused(typed: str) -> None:
    with pytest.raises(UnreadableTitle):
        parse_target(typed)


@given(st.text(max_size=200))
def test_whatever_is_typed_is_read_or_refused(text: str) -> None:
    for parse in (parse_meeting, parse_change):
        try:
            parse(text, TODAY)
        except WrongInput:
            continue
