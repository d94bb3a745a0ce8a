"""Projects, their updates and their lists are read from one line or many."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.community.project import Duty, Step
from bot.domain.errors import Refusal
from bot.domain.moments.refusals import FutureDay, NoSuchDay, WrongWeekday
from bot.domain.typed.projects import (
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
        ("Thema: Pflege\nTitel: Campus", None, "Campus", "Pflege", Duty.OWN_PROJECT),
        ("Titel: Campus\nNetzwerk: WiL", "WiL", "Campus", None, Duty.OWN_PROJECT),
        ("für WiL:\nPflicht: verstetigen\nTitle: A", "WiL", "A", None, Duty.SUSTAIN),
        ("Ein Projekt: Zukunft", None, "Ein Projekt: Zukunft", None, Duty.OWN_PROJECT),
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
        ("Letzten Freitag: Auftakt", [(date(2026, 11, 20), "Auftakt")]),
        ("vor 3 Tagen: Auftakt", [(date(2026, 11, 20), "Auftakt")]),
        ("Ende 2025: Auftakt", [(date(2025, 12, 31), "Auftakt")]),
        ("Ende 2025 war Auftakt", [(TODAY, "Ende 2025 war Auftakt")]),
        ("Oktober: viel los", [(TODAY, "Oktober: viel los")]),
        ("Morgen 3 Termine", [(TODAY, "Morgen 3 Termine")]),
        ("In 3 Monaten geht es los", [(TODAY, "In 3 Monaten geht es los")]),
        ("1/2 Stelle geschaffen", [(TODAY, "1/2 Stelle geschaffen")]),
        ("3. Treffen", [(TODAY, "3. Treffen")]),
        ("1.", [(TODAY, "1.")]),
        ("12.11. 30 Betriebe", [(date(2026, 11, 12), "30 Betriebe")]),
        (f"12.11.: {'a' * 99}", [(date(2026, 11, 12), "a" * 99)]),
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
        ("Morgen: kommt noch", FutureDay),
        ("Mo 10.11.: ein Dienstag", WrongWeekday),
        ("x" * 2001, UpdateTooLong),
    ],
)
def test_an_update_that_cannot_be_is_refused(text: str, refusal: type[Refusal]) -> None:
    with pytest.raises(refusal):
        parse_steps(text, TODAY)


@given(st.text(max_size=200))
def test_any_text_is_read_or_refused(text: str) -> None:
    for parse in (lambda: parse_steps(text, TODAY), lambda: parse_project(text)):
        try:
            parse()
        except Refusal:
            continue
