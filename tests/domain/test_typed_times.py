from datetime import date, datetime, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.errors import WrongInput
from bot.domain.moments.refusals import (
    AmbiguousDay,
    MissingDay,
    MissingTime,
    NoSuchDay,
    NoSuchTime,
    UnclearMidnight,
    UnreadableDay,
    UnreadableTime,
    VagueDay,
)
from bot.domain.moments.times import parse_moment, parse_time

MONDAY = date(2026, 11, 23)


local = datetime.fromisoformat


@pytest.mark.parametrize(
    ("text", "at"),
    [
        ("10:00", time(10)),
        ("9:05", time(9, 5)),
        ("10 Uhr", time(10)),
        ("10Uhr", time(10)),
        ("10\u00a0Uhr 30", time(10, 30)),
        ("10.30 Uhr", time(10, 30)),
        ("10:00:30", time(10, 0, 30)),
        ("10am", time(10)),
        ("12 am", time(0)),
        ("12 p.m.", time(12)),
        ("1:30 PM", time(13, 30)),
        ("10 o’clock", time(10)),
    ],
)
def test_times_in_the_forms_that_people_type(text: str, at: time) -> None:
    assert at == parse_time(text)


@pytest.mark.parametrize("text", ["25 Uhr", "10:60", "13pm", "0 am", "10:00:61"])
def test_a_time_that_no_clock_has_is_refused_as_such(text: str) -> None:
    with pytest.raises(NoSuchTime):
        parse_time(text)


@pytest.mark.parametrize("text", ["", "10", "10:0", "10:00 bis 12:00", "10 Uhr 3"])
def test_what_is_no_time_is_refused(text: str) -> None:
    with pytest.raises(UnreadableTime):
        parse_time(text)


@pytest.mark.parametrize(
    "text",
    [
        "08.12.2026 10:00",
        "8.12. 10 Uhr",
        "8.12. 10.00 Uhr",
        "8.12.26, 10:00 Uhr",
        "2026-12-08T10:00",
        "8. Dezember 10 Uhr",
        "Dec 8 10:00",
        "Dec 8, 2026 at 10am",
        "Di., 8. Dezember 2026, 10:00 Uhr",
        "am 8. Dezember um 10 Uhr",
    ],
)
def test_one_moment_in_the_forms_that_people_type(text: str) -> None:
    assert local("2026-12-08 10:00") == parse_moment(text, MONDAY)


@pytest.mark.parametrize(
    ("text", "moment"),
    [
        ("morgen 9 Uhr", local("2026-11-24 09:00")),
        ("Freitag 10.12 Uhr", local("2026-11-27 10:12")),
        ("nächsten Freitag um 10.30 Uhr", local("2026-11-27 10:30")),
        ("Fr 14.30", local("2026-11-27 14:30")),
        ("5. 3. 14 Uhr", local("2027-03-05 14:00")),
        ("5.3.14 Uhr", local("2027-03-05 14:00")),
    ],
)
def test_a_time_after_a_weekday_is_not_taken_for_a_date(text: str, moment: datetime) -> None:
    assert moment == parse_moment(text, MONDAY)


@pytest.mark.parametrize(
    ("text", "refused"),
    [
        ("8.12.2026", MissingTime),
        ("8.12.2026 um", UnreadableTime),
        ("8.12.2026 abends", MissingTime),
        ("heute Abend", MissingTime),
        ("morgen früh", MissingTime),
        ("morgen 9", UnreadableTime),
        ("morgen 14 bis 16 Uhr", UnreadableTime),
        ("Freitag Mitternacht", UnclearMidnight),
        ("14 Uhr", MissingDay),
        ("nächste Woche 10 Uhr", VagueDay),
        ("5/3 14:00", AmbiguousDay),
        ("10 Uhr oder 11 Uhr morgen", UnreadableDay),
        ("10 Uhr am 31.2.", NoSuchDay),
        ("8.12.2026 25:00", NoSuchTime),
        ("31.2.2027 10:00", NoSuchDay),
    ],
)
def test_a_moment_is_refused_for_the_part_that_is_wrong(
    text: str, refused: type[WrongInput]
) -> None:
    with pytest.raises(refused):
        parse_moment(text, MONDAY)


@pytest.mark.parametrize(
    ("texts", "moment"),
    [
        (
            "nächsten Freitag 14 Uhr|Freitag um 2|2pm next Friday|next Friday at 2pm",
            "2026-11-27 14:00",
        ),
        ("Freitag Nachmittag um 2|Friday afternoon at 2|um 14 Uhr am Freitag", "2026-11-27 14:00"),
        ("Freitag, den 5. März um 14 Uhr|14 Uhr am 5. März|2pm on March 5th", "2027-03-05 14:00"),
        ("5.3., 14 Uhr|5.3 14:00|Fr. 5.3. 14h|5. 3. 27 14 Uhr|14:00, 5.3.2027", "2027-03-05 14:00"),
        ("2027-03-05T14:00:00|March 5th, 2027 at 2 p.m.|um 2 am 5. März", "2027-03-05 14:00"),
        ("halb drei am 5. März|5. März um halb drei", "2027-03-05 14:30"),
        (
            "morgen früh um 9|morgen um 9|9 Uhr morgen früh|tomorrow morning at 9",
            "2026-11-24 09:00",
        ),
        ("MORGEN  9\u00a0UHR.|morgen – 9 Uhr|morgen, 9Uhr|9am tomorrow", "2026-11-24 09:00"),
        ("heute Abend um 8|heute abend 20 Uhr|tonight at 8|abends um 8 heute", "2026-11-23 20:00"),
        ("Freitag morgen um 9|Freitagmorgen 9 Uhr|9 in the morning on Friday", "2026-11-27 09:00"),
        ("morgen Mittag|mittags morgen|tomorrow at noon|um zwölf morgen", "2026-11-24 12:00"),
        ("in zwei Wochen um 10 Uhr|in 14 Tagen 10:00|am 7. um 10 Uhr", "2026-12-07 10:00"),
        ("Mittwoch nächster Woche um halb drei", "2026-12-02 14:30"),
        ("9 Uhr 30.11.|9.00 Uhr 30.11.|Montag, 30.11., 9:00 Uhr", "2026-11-30 09:00"),
    ],
)
def test_day_and_time_come_in_either_order(texts: str, moment: str) -> None:
    for text in texts.split("|"):
        assert (text, local(moment)) == (text, parse_moment(text, MONDAY))


@given(moment=st.datetimes(local("1900-01-01 00:00"), local("2199-12-31 00:00")))
def test_every_moment_is_read_as_it_was_written(moment: datetime) -> None:
    moment = moment.replace(microsecond=0)
    typed = (moment.isoformat(), f"{moment:%d.%m.%Y %H:%M:%S}", f"{moment:%A, %d %B %Y, %X Uhr}")

    assert {moment} == {parse_moment(text, MONDAY) for text in typed}
