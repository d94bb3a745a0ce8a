"""Days that are counted from today, named by their week, or by the end of a month."""

from contextlib import suppress
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.errors import WrongInput
from bot.domain.moments.days import parse_day
from bot.domain.moments.past import parse_past_day
from bot.domain.moments.refusals import NoSuchDay, VagueDay
from bot.domain.moments.times import parse_moment, parse_time

MONDAY = date(2026, 11, 23)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("in 3 Tagen", "2026-11-26"),
        ("in drei Tagen", "2026-11-26"),
        ("in vierzehn Tagen", "2026-12-07"),
        ("in einer Woche", "2026-11-30"),
        ("in zwei Wochen", "2026-12-07"),
        ("in einem Monat", "2026-12-23"),
        ("in einem halben Jahr", "2027-05-23"),
        ("in einem Jahr", "2027-11-23"),
        ("in a week", "2026-11-30"),
        ("in a fortnight", "2026-12-07"),
        ("3 days from now", "2026-11-26"),
        ("two weeks from today", "2026-12-07"),
        ("a week from Friday", "2026-12-04"),
        ("a week on Friday", "2026-12-04"),
        ("Friday week", "2026-12-04"),
        ("heute in einer Woche", "2026-11-30"),
        ("heute in acht Tagen", "2026-11-30"),
        ("in acht Tagen", "2026-12-01"),
        ("morgen in zwei Wochen", "2026-12-08"),
        ("Freitag in 14 Tagen", "2026-12-11"),
        ("Fr in zwei Wochen", "2026-12-11"),
        ("vor 3 Tagen", "2026-11-20"),
        ("vor einer Woche", "2026-11-16"),
        ("3 days ago", "2026-11-20"),
    ],
)
def test_a_length_leads_to_its_day(text: str, day: str) -> None:
    assert day == parse_day(text, MONDAY).isoformat()


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("nächste Woche Freitag", "2026-12-04"),
        ("nächste Woche am Freitag", "2026-12-04"),
        ("Freitag nächster Woche", "2026-12-04"),
        ("Freitag der nächsten Woche", "2026-12-04"),
        ("Fr. nächste Woche", "2026-12-04"),
        ("kommende Woche Mittwoch", "2026-12-02"),
        ("übernächste Woche Di", "2026-12-08"),
        ("diese Woche Donnerstag", "2026-11-26"),
        ("letzte Woche Freitag", "2026-11-20"),
        ("next week Friday", "2026-12-04"),
        ("Friday next week", "2026-12-04"),
        ("Wednesday of next week", "2026-12-02"),
        ("Mittwoch KW 12", "2027-03-24"),
        ("Mi, KW12", "2027-03-24"),
        ("KW 12 Mittwoch", "2027-03-24"),
        ("Mittwoch der 12. KW", "2027-03-24"),
        ("Freitag KW 48", "2026-11-27"),
        ("Montag KW 53", "2026-12-28"),
        ("KW 12/2028, Montag", "2028-03-20"),
    ],
)
def test_a_weekday_belongs_to_the_week_that_is_named(text: str, day: str) -> None:
    assert day == parse_day(text, MONDAY).isoformat()


@pytest.mark.parametrize("text", ["Freitag KW 48", "Freitag dieser Woche", "diese Woche Freitag"])
def test_a_week_that_has_begun_still_counts(text: str) -> None:
    assert date(2026, 11, 27) == parse_day(text, date(2026, 11, 25))


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Ende März", "2027-03-31"),
        ("Ende Februar 2028", "2028-02-29"),
        ("Ende des Monats", "2026-11-30"),
        ("zum Monatsende", "2026-11-30"),
        ("Ende nächsten Monats", "2026-12-31"),
        ("Jahresende", "2026-12-31"),
        ("Ende des Jahres", "2026-12-31"),
        ("Ende 2027", "2027-12-31"),
        ("the end of March", "2027-03-31"),
        ("end of the month", "2026-11-30"),
        ("end of next month", "2026-12-31"),
    ],
)
def test_the_end_of_a_month_or_year_is_its_last_day(text: str, day: str) -> None:
    assert day == parse_day(text, MONDAY).isoformat()


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Anfang Mai", "2027-05-01"),
        ("Mitte Mai", "2027-05-15"),
        ("Mitte des Monats", "2026-11-15"),
        ("Anfang 2027", "2027-01-01"),
        ("Mitte 2027", "2027-07-01"),
        ("im Mai", "2027-05-01"),
        ("Mai 2027", "2027-05-01"),
        ("early May", "2027-05-01"),
        ("mid-May", "2027-05-15"),
        ("nächste Woche", "2026-11-30"),
        ("next week", "2026-11-30"),
        ("KW 12", "2027-03-22"),
        ("12. KW", "2027-03-22"),
        ("Ende nächster Woche", "2026-12-04"),
        ("nächsten Monat", "2026-12-01"),
        ("am Wochenende", "2026-11-28"),
        ("next year", "2027-01-01"),
    ],
)
def test_what_is_many_days_is_refused_with_one_of_them(text: str, day: str) -> None:
    with pytest.raises(VagueDay) as refusal:
        parse_day(text, MONDAY)

    assert day == refusal.value.day.isoformat()


@pytest.mark.parametrize(
    "text", ["KW 54", "Montag KW 53/2027", "Anfang Mai 2926", "32. des Monats"]
)
def test_a_week_or_month_that_no_calendar_has_is_refused(text: str) -> None:
    with pytest.raises(NoSuchDay):
        parse_day(text, MONDAY)


WORDS = [
    "am",
    "den",
    "in",
    "der",
    "nächste",
    "letzten",
    "diese",
    "Freitag",
    "Fr.",
    "so",
    "Woche",
    "week",
    "KW",
    "12",
    "5",
    "5.",
    "5.3.",
    "/3",
    "-03",
    "2027",
    "26",
    "'27",
    "März",
    "Mai",
    "Ende",
    "Anfang",
    "Mitte",
    "des",
    "Monats",
    "vor",
    "3",
    "999",
    "Tagen",
    "Jahren",
    "halben",
    "einem",
    "a",
    "fortnight",
    "ago",
    "from",
    "heute",
    "morgen",
    "Abend",
    "früh",
    "um",
    "at",
    "halb",
    "viertel",
    "drei",
    "nach",
    "vor",
    "14",
    "24",
    "Uhr",
    "14:00",
    "2pm",
    "am",
    "noon",
    "midnight",
    ",",
    ".",
    ":",
    "-",
    "the",
    "of",
    "next",
    "month",
    "end",
    "zwei",
    "minus",
    "0",
    "99",
    "00",
]


@given(
    text=st.lists(st.sampled_from(WORDS), max_size=9).map(" ".join)
    | st.lists(st.sampled_from(WORDS), max_size=6).map("".join)
    | st.text()
)
def test_whatever_words_are_strung_together_give_a_value_or_a_refusal(text: str) -> None:
    for parse in (parse_day, parse_moment, parse_past_day):
        with suppress(WrongInput):
            assert 1900 <= parse(text, MONDAY).year <= 2199
    with suppress(WrongInput):
        parse_time(text)
