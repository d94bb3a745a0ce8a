from contextlib import suppress
from datetime import date

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from bot.domain.errors import WrongInput
from bot.domain.moments.days import parse_day
from bot.domain.moments.refusals import AmbiguousDay, NoSuchDay, UnreadableDay, WrongWeekday

MONDAY = date(2026, 11, 23)
MEETING = date(2026, 12, 8)


@pytest.mark.parametrize(
    "text",
    [
        "08.12.2026",
        "8.12.26",
        "8.12.",
        "8.12",
        "8. 12. 2026",
        "2026-12-08",
        "2026–12–08",
        "8. Dezember 2026",
        "8.\u00a0Dezember\u202f2026",
        "8. dez. 2026",
        "8 December 2026",
        "8th of December",
        "Dec 8, 2026",
        "December 8th 2026",
        "  am 8. Dezember  ",
        "Di., 8. Dezember 2026",
        "Dienstag, den 08.12.2026",
        "on Tuesday, 8 December",
        "８.12.２０２６",
        "8.\u200b12.\u00ad2026",
        "8. 12. 26",
        "8 . 12 . 2026",
        "08.12.2026.",
        "„8.12.2026“",
        "2026/12/08",
        "20261208",
        "8.Dezember",
        "8 DEZEMBER 2026",
        "8. Dez. 26",
        "8. Dezember ’26",
        "8ten Dezember",
        "zum 8. Dezember",
        "the 8th of December, 2026",
        "December the 8th",
        "Dec 8 2026",
        "8-Dec-2026",
        "Di, 8/12/2026",
        "am 8.",
        "8.",
        "the 8th",
        "8. nächsten Monats",
        "the 8th of next month",
    ],
)
def test_one_day_in_the_forms_that_people_type(text: str) -> None:
    assert parse_day(text, MONDAY) == MEETING


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("heute", MONDAY),
        ("Morgen", date(2026, 11, 24)),
        ("übermorgen", date(2026, 11, 25)),
        ("u\u0308bermorgen", date(2026, 11, 25)),
        ("uebermorgen", date(2026, 11, 25)),
        ("the day after tomorrow", date(2026, 11, 25)),
        ("tomorrow", date(2026, 11, 24)),
        ("nächsten Freitag", date(2026, 11, 27)),
        ("next Friday", date(2026, 11, 27)),
        ("am Freitag", date(2026, 11, 27)),
        ("Fr.", date(2026, 11, 27)),
        ("Montag", date(2026, 11, 30)),
        ("diesen Montag", MONDAY),
        ("this coming Friday", date(2026, 11, 27)),
        ("kommenden Mitwoch", date(2026, 11, 25)),
        ("nachsten freitag", date(2026, 11, 27)),
        ("übernächsten Freitag", date(2026, 12, 4)),
        ("letzten Freitag", date(2026, 11, 20)),
        ("last Monday", date(2026, 11, 16)),
        ("Freitagabend", date(2026, 11, 27)),
        ("morgen früh", date(2026, 11, 24)),
        ("gestern", date(2026, 11, 22)),
        ("the day before yesterday", date(2026, 11, 21)),
        ("tommorow", date(2026, 11, 24)),
        ("ubermorgen", date(2026, 11, 25)),
        ("so", date(2026, 11, 29)),
        ("5. Marz", date(2027, 3, 5)),
        ("25/3", date(2027, 3, 25)),
        ("3/25/2027", date(2027, 3, 25)),
        ("4/4", date(2027, 4, 4)),
        ("den 31.", date(2026, 12, 31)),
        ("15. des Monats", date(2026, 12, 15)),
        ("NÄCHSTEN MİTTWOCH", date(2026, 11, 25)),
        ("23.11.", MONDAY),
        ("22.11.", date(2027, 11, 22)),
        ("29.2.", date(2028, 2, 29)),
        ("1. März", date(2027, 3, 1)),
        ("1. Mrz", date(2027, 3, 1)),
        ("3. Okt. 2025", date(2025, 10, 3)),
    ],
)
def test_days_seen_from_a_monday_in_november(text: str, day: date) -> None:
    assert day == parse_day(text, MONDAY)


@pytest.mark.parametrize(
    "text", ["31.2.", "31.02.2027", "29.02.2027", "0.1.2027", "8.13.2026", "8.12.2926"]
)
def test_a_day_that_no_calendar_has_is_refused_as_such(text: str) -> None:
    with pytest.raises(NoSuchDay) as refusal:
        parse_day(text, MONDAY)

    assert {"text": text} == refusal.value.data


@pytest.mark.parametrize(
    "text",
    [
        *("", "bald", "8.12.20265", "08.12.2926 10:00", "8.12. und 9.12.", "8", "."),
        *("5.-7.3.", "5. oder 6. März", "2027", "3 Betriebe", "Stufe 3", "Do it", "Freitagsrunde"),
        *("so bald wie möglich", "morgen und übermorgen", "8.12." + " " * 200),
    ],
)
def test_what_is_no_day_is_refused(text: str) -> None:
    with pytest.raises((UnreadableDay, NoSuchDay)):
        parse_day(text, MONDAY)


def test_a_weekday_that_does_not_fit_its_date_is_refused_with_the_date() -> None:
    with pytest.raises(WrongWeekday) as refusal:
        parse_day("Montag, 8.12.2026", MONDAY)

    assert refusal.value.data == {"text": "Montag, 8.12.2026", "day": MEETING}


@pytest.mark.parametrize("text", ["5/3", "5/3/2027", "05-03-2027", "Mittwoch, 5/3"])
def test_a_date_that_begins_with_the_day_or_the_month_is_asked_about(text: str) -> None:
    with pytest.raises(AmbiguousDay) as refusal:
        parse_day(text, MONDAY)

    assert (date(2027, 3, 5), date(2027, 5, 3)) == (refusal.value.day, refusal.value.other)


def test_a_weekday_chooses_between_day_and_month() -> None:
    assert date(2027, 5, 3) == parse_day("Mo, 5/3/2027", MONDAY)


@given(day=st.dates(date(1900, 1, 1), date(2199, 12, 31)))
def test_every_day_is_read_as_it_was_written(day: date) -> None:
    typed = (day.isoformat(), f"{day:%d.%m.%Y}", f"{day:%d %B %Y}", f"{day:%A, %B %d, %Y}")

    assert {day} == {parse_day(text, MONDAY) for text in typed}


@given(text=st.text("0123456789. :-,aemontİıſdezjanuhrnextfü\n\u00a0", max_size=30) | st.text())
@example("mİ")
def test_whatever_is_typed_gives_a_day_or_a_refusal(text: str) -> None:
    with suppress(WrongInput):
        assert date(1900, 1, 1) <= parse_day(text, MONDAY) <= date(2199, 12, 31)
