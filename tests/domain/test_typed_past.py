"""Days that people report of, or ask since."""

from datetime import date

import pytest

from bot.domain.moments.past import parse_past_day, parse_since
from bot.domain.moments.refusals import AmbiguousDay, FutureDay, UnreadableDay, VagueDay

MONDAY = date(2026, 11, 23)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("heute", "2026-11-23"),
        ("gestern", "2026-11-22"),
        ("Gestern Abend", "2026-11-22"),
        ("vorgestern", "2026-11-21"),
        ("the day before yesterday", "2026-11-21"),
        ("Freitag", "2026-11-20"),
        ("am Fr.", "2026-11-20"),
        ("Montag", "2026-11-23"),
        ("diesen Montag", "2026-11-23"),
        ("letzten Montag", "2026-11-16"),
        ("letzten Freitag", "2026-11-20"),
        ("letzte Woche Mittwoch", "2026-11-18"),
        ("vor 3 Tagen", "2026-11-20"),
        ("vor zwei Wochen", "2026-11-09"),
        ("two weeks ago", "2026-11-09"),
        ("vor einem Monat", "2026-10-23"),
        ("5.3.", "2026-03-05"),
        ("23.11.", "2026-11-23"),
        ("24.11.", "2025-11-24"),
        ("29.2.", "2024-02-29"),
        ("Fr, 20.11.", "2026-11-20"),
        ("am 15.", "2026-11-15"),
        ("am 30.", "2026-10-30"),
        ("Ende März", "2026-03-31"),
        ("Ende 2025", "2025-12-31"),
        ("Mi, KW 12", "2026-03-18"),
    ],
)
def test_the_latest_such_day_is_meant(text: str, day: str) -> None:
    assert day == parse_past_day(text, MONDAY).isoformat()


@pytest.mark.parametrize(
    ("text", "refused"),
    [
        ("morgen", FutureDay),
        ("nächsten Freitag", FutureDay),
        ("1.12.2026", FutureDay),
        ("Monatsende", FutureDay),
        ("in 3 Tagen", UnreadableDay),
        ("Anfang Oktober", VagueDay),
        ("5/3", AmbiguousDay),
    ],
)
def test_what_has_not_been_or_is_unclear_is_refused(text: str, refused: type[Exception]) -> None:
    with pytest.raises(refused):
        parse_past_day(text, MONDAY)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("5.3.", "2026-03-05"),
        ("Oktober", "2026-10-01"),
        ("Anfang Oktober", "2026-10-01"),
        ("letzter Woche", "2026-11-16"),
        ("last month", "2026-10-01"),
        ("Mai 2025", "2025-05-01"),
    ],
)
def test_since_a_month_or_week_is_since_its_beginning(text: str, day: str) -> None:
    assert day == parse_since(text, MONDAY).isoformat()


def test_since_something_else_behind_a_month_is_refused() -> None:
    with pytest.raises(VagueDay):
        parse_since("Oktober vielleicht", MONDAY)
    with pytest.raises(FutureDay):
        parse_since("nächster Woche", MONDAY)
