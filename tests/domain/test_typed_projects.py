"""Projects, their updates and their lists are read from one line or many."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.errors import Refusal
from bot.domain.project import Duty, Step
from bot.domain.typed_days import NoSuchDay, WrongWeekday
from bot.domain.typed_lists import Listing, NoSuchPage, parse_listing
from bot.domain.typed_past import FutureDay
from bot.domain.typed_projects import (
    TitleMissing,
    TitleTooLong,
    UnknownDuty,
    UnreadableLine,
    UpdateTooLong,
    parse_project,
    parse_steps,
)

TODAY = date(2026, 11, 23)


@pytest.mark.parametrize(
    ("text", "network", "title", "topic", "duty"),
    [
        ("Campus", None, "Campus", None, Duty.OWN_PROJECT),
        (
            "Campus Thema: Pflege Pflicht: verstetigen",
            None,
            "Campus",
            "Pflege",
            Duty.SUSTAIN,
        ),
        ("Campus\nPflicht: Professionalisierung", None, "Campus", None, Duty.PROFESSIONALISE),
        ("Campus | Topic: Pflege | duty: own project", None, "Campus", "Pflege", Duty.OWN_PROJECT),
        ("für FKB OWL: Campus", "FKB OWL", "Campus", None, Duty.OWN_PROJECT),
    ],
)
def test_a_project_is_read(
    text: str, network: str | None, title: str, topic: str | None, duty: Duty
) -> None:
    typed = parse_project(text)

    assert (network, title, topic, duty) == (typed.network, typed.title, typed.topic, typed.duty)


@pytest.mark.parametrize(
    ("text", "refusal"),
    [
        ("", TitleMissing),
        ("Thema: Pflege", TitleMissing),
        ("x" * 201, TitleTooLong),
        ("Campus Pflicht: Spaß", UnknownDuty),
        ("Campus\nund noch etwas", UnreadableLine),
        ("Campus\nThema: Pflege\nund noch etwas", UnreadableLine),
    ],
)
def test_a_project_that_cannot_be_read_is_refused(text: str, refusal: type[Refusal]) -> None:
    with pytest.raises(refusal):
        parse_project(text)


@pytest.mark.parametrize(
    ("text", "steps"),
    [
        ("Der Auftakt\nist gelungen", [(TODAY, "Der Auftakt\nist gelungen")]),
        ("12.11.: Auftakt – „gut“ …", [(date(2026, 11, 12), "Auftakt – „gut“ …")]),
        ("12.11. Auftakt", [(date(2026, 11, 12), "Auftakt")]),
        ("24.11.: vor einem Jahr", [(date(2025, 11, 24), "vor einem Jahr")]),
        ("23.11.: heute", [(TODAY, "heute")]),
        ("gestern: Auftakt", [(date(2026, 11, 22), "Auftakt")]),
        ("heute ging es los", [(TODAY, "heute ging es los")]),
        (
            "am 5.10.2026 Start\nzweite Zeile\n12.11.: Bewilligt",
            [(date(2026, 10, 5), "Start\nzweite Zeile"), (date(2026, 11, 12), "Bewilligt")],
        ),
        ("Neu\n12.11.: Alt", [(TODAY, "Neu"), (date(2026, 11, 12), "Alt")]),
        ("1.5 Stellen geschaffen", [(TODAY, "1.5 Stellen geschaffen")]),
        ("45.13 Prozent mehr", [(TODAY, "45.13 Prozent mehr")]),
        ("15.000 Euro", [(TODAY, "15.000 Euro")]),
        ("12 Betriebe", [(TODAY, "12 Betriebe")]),
        ("10.30 Uhr Treffen", [(TODAY, "10.30 Uhr Treffen")]),
        ("", []),
        ("12.11.:", []),
    ],
)
def test_dated_lines_become_updates_of_their_own(text: str, steps: list[tuple[date, str]]) -> None:
    assert tuple(Step(*step) for step in steps) == parse_steps(text, TODAY)


@pytest.mark.parametrize(
    ("text", "refusal"),
    [
        ("1.12.2026: kommt noch", FutureDay),
        ("31.2.: nie", NoSuchDay),
        ("Mo 10.11.: ein Dienstag", WrongWeekday),
        ("x" * 2001, UpdateTooLong),
    ],
)
def test_an_update_that_cannot_be_is_refused(text: str, refusal: type[Refusal]) -> None:
    with pytest.raises(refusal):
        parse_steps(text, TODAY)


@given(st.text(max_size=200))
def test_any_text_is_read_or_refused(text: str) -> None:
    for parse in (lambda: parse_steps(text, TODAY), lambda: parse_listing(text, TODAY)):
        try:
            parse()
        except Refusal:
            continue


@pytest.mark.parametrize(
    ("text", "listing"),
    [
        ("", Listing()),
        ("2", Listing(page=2)),
        ("FKB OWL 2", Listing(typed="FKB OWL", about="FKB OWL", page=2)),
        ("#2", Listing(typed="#2", about="#2")),
        ("eigene", Listing(typed="eigene", own=True)),
        ("alle Seite 3", Listing(typed="alle", every=True, page=3)),
        ("Thema: Pflege", Listing(typed="Thema: Pflege", about="Pflege")),
        (
            "Pflege seit 01.10. Seite 2",
            Listing(typed="Pflege seit 01.10.", about="Pflege", since=date(2026, 10, 1), page=2),
        ),
        ("since Monday", Listing(typed="since Monday", since=TODAY)),
        ("seit Sonntag", Listing(typed="seit Sonntag", since=date(2026, 11, 22))),
    ],
)
def test_a_list_is_narrowed(text: str, listing: Listing) -> None:
    assert listing == parse_listing(text, TODAY)


@pytest.mark.parametrize(("page", "count", "offset"), [(1, 0, 0), (1, 11, 0), (2, 11, 10)])
def test_a_page_begins_where_the_last_one_ended(page: int, count: int, offset: int) -> None:
    assert offset == Listing(page=page).offset(count)


@pytest.mark.parametrize(("page", "count"), [(0, 5), (2, 10), (9, 0)])
def test_a_page_that_is_not_there_is_refused(page: int, count: int) -> None:
    with pytest.raises(NoSuchPage):
        Listing(page=page).offset(count)
