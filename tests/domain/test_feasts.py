"""Feasts: those of one day are days, of the others a day is proposed."""

from datetime import date

import pytest

from bot.domain.moments.days import parse_day
from bot.domain.moments.past import parse_past_day
from bot.domain.moments.refusals import NoSuchDay, UnreadableDay, VagueDay

MONDAY = date(2026, 11, 23)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Ostermontag", date(2027, 3, 29)),
        ("am Karfreitag", date(2027, 3, 26)),
        ("Gründonnerstag 2028", date(2028, 4, 13)),
        ("Christi Himmelfahrt", date(2027, 5, 6)),
        ("Pfingstmontag", date(2027, 5, 17)),
        ("Fronleichnam", date(2027, 5, 27)),
        ("Rosenmontag", date(2027, 2, 8)),
        ("Buß- und Bettag", date(2027, 11, 17)),
        ("Heiligabend", date(2026, 12, 24)),
        ("2. Weihnachtstag", date(2026, 12, 26)),
        ("Silvester", date(2026, 12, 31)),
        ("Neujahr", date(2027, 1, 1)),
        ("Tag der Deutschen Einheit", date(2027, 10, 3)),
        ("Easter Monday", date(2027, 3, 29)),
        ("Christmas Eve", date(2026, 12, 24)),
    ],
)
def test_a_feast_of_one_day_is_that_day(text: str, day: date) -> None:
    assert parse_day(text, MONDAY) == day


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Ostern", date(2027, 3, 28)),
        ("zu Weihnachten", date(2026, 12, 24)),
        ("nach Pfingsten", date(2027, 5, 18)),
        ("vor Weihnachten", date(2026, 12, 23)),
        ("nach Ostern 2028", date(2028, 4, 18)),
        ("nach dem Tag der Arbeit", date(2027, 5, 3)),
        ("vor Ostern", date(2027, 3, 25)),
        ("im Frühjahr", date(2027, 3, 1)),
        ("after Easter", date(2027, 3, 30)),
    ],
)
def test_of_more_than_a_day_a_working_day_or_the_usual_one_is_proposed(
    text: str, day: date
) -> None:
    with pytest.raises(VagueDay) as refused:
        parse_day(text, MONDAY)
    assert refused.value.days == (day,)
    assert text.endswith(refused.value.text)


def test_looking_back_it_is_the_latest() -> None:
    assert parse_past_day("Ostermontag", MONDAY) == date(2026, 4, 6)


@pytest.mark.parametrize("text", ["Sommerferien", "Osterei", "Weihnachtsfeier"])
def test_what_only_begins_like_a_feast_is_none(text: str) -> None:
    with pytest.raises(UnreadableDay):
        parse_day(text, MONDAY)


def test_no_calendar_reaches_so_far() -> None:
    with pytest.raises((NoSuchDay, UnreadableDay)):
        parse_day("Ostermontag 2926", MONDAY)
