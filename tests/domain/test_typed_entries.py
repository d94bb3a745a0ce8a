"""Offers and needs are read however a phone or a pedant writes them."""

from datetime import date

import pytest

from bot.domain.errors import Refusal
from bot.domain.network import Level
from bot.domain.typed_days import NoSuchDay, PastDay, UnreadableDay
from bot.domain.typed_entries import (
    LevelMissing,
    NoteTooLong,
    TopicMissing,
    UnclearFor,
    UnknownLevel,
    parse_need,
    parse_offer,
)

TODAY = date(2026, 11, 23)
YEARS_END = date(2026, 12, 31)


@pytest.mark.parametrize(
    ("text", "network", "topic", "level", "note"),
    [
        ("Verbundausbildung Stufe 3: Wir beraten", None, "Verbundausbildung", "3", "Wir beraten"),
        ("Verbundausbildung, Stufe 3", None, "Verbundausbildung", "3", ""),
        ("MINT | 2 | gern", None, "MINT", "2", "gern"),
        ("MINT\nStufe 1\nerste\nSchritte", None, "MINT", "1", "erste Schritte"),
        ("MINT 2", None, "MINT", "2", ""),
        ("MINT level three", None, "MINT", "3", ""),
        ("MINT (Stufe 2) gern", None, "MINT", "2", "gern"),
        ("Stufe 3 Pflege", None, "Pflege", "3", ""),
        ("Pflege: seit 3 Jahren, Stufe 2", None, "Pflege", "2", "seit 3 Jahren"),
        ("für FKB OWL: Pflege Stufe 2", "FKB OWL", "Pflege", "2", ""),
        ("for FKB OWL | Pflege 2", "FKB OWL", "Pflege", "2", ""),
        ("Familie, Pflege und Beruf Stufe 2", None, "Familie, Pflege und Beruf", "2", ""),
    ],
)
def test_an_offer_is_read(
    text: str, network: str | None, topic: str, level: str, note: str
) -> None:
    typed = parse_offer(text)

    assert (network, topic, Level(level), note) == (
        typed.network,
        typed.topic,
        typed.level,
        typed.note,
    )


@pytest.mark.parametrize(
    ("text", "refusal"),
    [
        ("", TopicMissing),
        (" : ", TopicMissing),
        ("Stufe 2", TopicMissing),
        ("Pflege", LevelMissing),
        ("Pflege 20 Betriebe", LevelMissing),
        ("Pflege Stufe 7", UnknownLevel),
        ("Pflege Stufe sehr", UnknownLevel),
        ("Pflege Stufe 2 " + "x" * 501, NoteTooLong),
        ("für Pflege Stufe 2", UnclearFor),
    ],
)
def test_an_offer_that_cannot_be_read_is_refused(text: str, refusal: type[Refusal]) -> None:
    with pytest.raises(refusal):
        parse_offer(text)


@pytest.mark.parametrize(
    ("text", "topic", "note", "until"),
    [
        ("Weiterbildung", "Weiterbildung", "", None),
        ("Weiterbildung bis 31.12.2026: Verbünde", "Weiterbildung", "Verbünde", YEARS_END),
        ("Weiterbildung until 31 December", "Weiterbildung", "", YEARS_END),
        ("Pflege | bis 31.12. | Note", "Pflege", "Note", YEARS_END),
        ("Pflege: wer hilft bis 31.12.2026?", "Pflege", "wer hilft ?", YEARS_END),
        ("Pflege: alles, bis wir es können", "Pflege", "alles, bis wir es können", None),
        ("Familie, Pflege und Beruf", "Familie, Pflege und Beruf", "", None),
    ],
)
def test_a_need_is_read(text: str, topic: str, note: str, until: date | None) -> None:
    typed = parse_need(text, TODAY)

    assert (topic, note, until) == (typed.topic, typed.note, typed.until)


@pytest.mark.parametrize(
    ("text", "refusal"),
    [
        ("", TopicMissing),
        ("Pflege bis 31.2.2027", NoSuchDay),
        ("Pflege bis Ende 2026", UnreadableDay),
        ("Pflege bis 1.1.2020", PastDay),
        ("für Pflege", UnclearFor),
    ],
)
def test_a_need_that_cannot_be_read_is_refused(text: str, refusal: type[Refusal]) -> None:
    with pytest.raises(refusal):
        parse_need(text, TODAY)


def test_a_need_may_end_today() -> None:
    assert parse_need("Pflege bis heute", TODAY).until == TODAY
