"""Meetings as the office types them."""

from datetime import date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.draft import Entry, Target
from bot.domain.errors import WrongInput
from bot.domain.typed_meetings import (
    MissingField,
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
    ("typed", "field"),
    [
        ("", "title"),
        ("9. Fachtagung", "starts"),
        ("9. Fachtagung | Berlin", "starts"),
        ("9. Fachtagung | 8.12.2026 10:00", "place"),
        ("9. Fachtagung | Ort: Berlin | Termin:", "starts"),
    ],
)
def test_what_is_missing_is_named(typed: str, field: str) -> None:
    with pytest.raises(MissingField) as refusal:
        parse_meeting(typed, TODAY)
    assert refusal.value.data == {"field": field}


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


@pytest.mark.parametrize("typed", ["", "3", "Bonn", "Ort Bonn", "Ort: Bonn | Berlin"])
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
