"""Announcements as the office types them."""

from datetime import date, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.errors import WrongInput
from bot.domain.plans.announcement import Repeat, Rule
from bot.domain.typed.announcements import TextTooLong, parse_announcement

TODAY = date(2026, 11, 23)
ZONE = "Europe/Berlin"
ONCE = Rule(repeat=Repeat.ONCE, start=date(2026, 12, 8), at=time(10), zone=ZONE)


@pytest.mark.parametrize(
    ("typed", "rooms", "text"),
    [
        ("8.12.2026 10:00: Hallo", (), "Hallo"),
        ("8.12.2026 10:00\nHallo\n\nWelt: ja", (), "Hallo\n\nWelt: ja"),
        ("8.12.2026 10:00 | Hallo", (), "Hallo"),
        ("8.12.2026 10 Uhr in #Büro: Hallo", ("#Büro",), "Hallo"),
        (
            "8.12.2026 10:00 in #a, #b und !c:example.org: Hallo",
            ("#a", "#b", "!c:example.org"),
            "Hallo",
        ),
        ("8.12.2026 10:00 in #a:example.org: Hallo", ("#a:example.org",), "Hallo"),
        ("in #a 8.12.2026 10:00: Hallo", ("#a",), "Hallo"),
        ("8.12.2026 10:00 in !abc\nHallo", ("!abc",), "Hallo"),
        ("8.12.2026 10:00: Treffen in #a", (), "Treffen in #a"),
        ("8.12.2026 10:00\nTreffen in #a: ja", (), "Treffen in #a: ja"),
        ("8.12.2026 10:00: Ha\x00l\u202elo\tWelt\r\nZwei", (), "Hallo Welt\nZwei"),
    ],
)
def test_rule_rooms_and_text_are_told_apart(typed: str, rooms: tuple[str, ...], text: str) -> None:
    found = parse_announcement(typed, TODAY, ZONE)
    assert (found.rule, found.rooms, found.text) == (ONCE, rooms, text)


def test_a_text_that_would_not_fit_a_message_is_refused() -> None:
    parse_announcement(f"8.12.2026 10:00: {'x' * 3500}", TODAY, ZONE)
    with pytest.raises(TextTooLong):
        parse_announcement(f"8.12.2026 10:00: {'x' * 3501}", TODAY, ZONE)


@given(st.text(max_size=200))
def test_whatever_is_typed_is_read_or_refused(text: str) -> None:
    for typed in (text, f"8.12.2026 10:00 in {text}", f"8.12.2026 10:00: {text}"):
        try:
            parse_announcement(typed, TODAY, ZONE)
        except WrongInput:
            continue
