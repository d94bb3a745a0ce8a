from dataclasses import replace
from datetime import date, time

import pytest

from bot.domain.errors import WrongInput
from bot.domain.moments.refusals import (
    AmbiguousDay,
    MissingDay,
    MissingTime,
    NoSuchDay,
    NoSuchTime,
    PastDay,
    UnreadableDay,
    UnreadableTime,
    VagueDay,
)
from bot.domain.plans.announcement import Repeat, Rule
from bot.domain.typed.rules import (
    MissingText,
    NoColon,
    RuleMissing,
    UnreadableRule,
    parse_rule,
    read_rule,
)

MONDAY = date(2026, 11, 23)
BERLIN = "Europe/Berlin"
NINE = time(9)
MONDAYS = Rule(repeat=Repeat.WEEKLY, start=MONDAY, at=NINE, zone=BERLIN)
FORTNIGHTLY = Rule(repeat=Repeat.WEEKLY, start=date(2026, 11, 27), at=NINE, zone=BERLIN, weeks=2)
DAILY = Rule(repeat=Repeat.DAILY, start=MONDAY, at=NINE, zone=BERLIN)
MONTHLY = Rule(repeat=Repeat.MONTHLY, start=MONDAY, at=NINE, zone=BERLIN, day=15)
TUESDAY = Rule(repeat=Repeat.ONCE, start=date(2026, 11, 24), at=NINE, zone=BERLIN)


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("24.11.2026 09:00", TUESDAY),
        ("morgen 9 Uhr", TUESDAY),
        ("Tues 9am", TUESDAY),
        ("9 Uhr morgen", TUESDAY),
        ("in einem Tag um neun", TUESDAY),
        ("täglich 9:00", DAILY),
        ("täglich früh um 9", DAILY),
        ("jeden Tag um 9 Uhr", DAILY),
        ("daily at 9am", DAILY),
        ("jeden Montag 09:00", MONDAYS),
        ("jeden Montag um 9", MONDAYS),
        ("jeden Montagmorgen um neun", MONDAYS),
        ("wöchentlich montags 9 Uhr", MONDAYS),
        ("wöchentlich am Montag um 9 Uhr", MONDAYS),
        ("montags, 9 Uhr", MONDAYS),
        ("every Monday 9:00", MONDAYS),
        ("Mondays at 9am", MONDAYS),
        ("alle 2 Wochen freitags 9.00 Uhr", FORTNIGHTLY),
        ("alle zwei Wochen am Freitag 9 Uhr", FORTNIGHTLY),
        ("every two weeks on Friday 9:00", FORTNIGHTLY),
        ("alle sechs Wochen freitags um 9", replace(FORTNIGHTLY, weeks=6)),
        ("monatlich am 15. 9 Uhr", MONTHLY),
        ("jeden Monat am 15. um 9.00 Uhr", MONTHLY),
        ("monthly on the 15th at 9am", MONTHLY),
        ("monthly 15 9:00", MONTHLY),
    ],
)
def test_one_rule_in_the_forms_that_people_type(text: str, rule: Rule) -> None:
    assert rule == read_rule(text, MONDAY, BERLIN)


@pytest.mark.parametrize(
    "text",
    [
        "jeden Montag 9:00 bis 31.3.2027",
        "montags 9 Uhr, bis zum 31. März 2027",
        "montags 9 Uhr bis Ende März",
    ],
)
def test_a_rhythm_may_end_on_a_day(text: str) -> None:
    assert date(2027, 3, 31) == read_rule(text, MONDAY, BERLIN).until


@pytest.mark.parametrize(
    "text",
    [
        "morgen 9 Uhr: Bitte anmelden: bis 12:00",
        "morgen 9:00:00: Bitte anmelden: bis 12:00",
        "morgen 9 Uhr\nBitte anmelden: bis 12:00",
        "morgen 9 Uhr:\n\n  Bitte anmelden: bis 12:00 ",
        "\nmorgen 9:00:Bitte anmelden: bis 12:00",
    ],
)
def test_the_text_begins_behind_the_colon_or_the_line(text: str) -> None:
    assert parse_rule(text, MONDAY, BERLIN) == (TUESDAY, "Bitte anmelden: bis 12:00")


@pytest.mark.parametrize(
    ("text", "refused"),
    [
        ("", RuleMissing),
        ("morgen 9 Uhr", MissingText),
        ("morgen 9 Uhr: ", MissingText),
        ("morgen 9 Uhr Bitte anmelden", NoColon),
        ("Bitte anmelden", NoColon),
        ("31.2.2027 9 Uhr", NoSuchDay),
        ("irgendwann:", UnreadableRule),
        ("x" * 300 + ": Text", RuleMissing),
        ("bald: Text", UnreadableRule),
        ("jeden zweiten Montag 9 Uhr: Text", UnreadableRule),
        ("alle 0 Wochen montags 9 Uhr: Text", UnreadableRule),
        ("monatlich 9 Uhr: Text", UnreadableTime),
        ("monatlich am 32. 9 Uhr: Text", NoSuchDay),
        ("jeden Montag: Text", MissingTime),
        ("täglich abends: Text", MissingTime),
        ("Anfang Mai 9 Uhr: Text", VagueDay),
        ("5/3 9 Uhr: Text", AmbiguousDay),
        ("9 Uhr: Text", MissingDay),
        ("täglich 25:00: Text", NoSuchTime),
        ("täglich 9:00 bis bald: Text", UnreadableDay),
        ("jeden Sonntag 9:00 bis 25.11.2026: Text", PastDay),
    ],
)
def test_a_rule_is_refused_for_the_part_that_is_wrong(text: str, refused: type[WrongInput]) -> None:
    with pytest.raises(WrongInput) as refusal:
        parse_rule(text, MONDAY, BERLIN)

    assert refused is type(refusal.value)
