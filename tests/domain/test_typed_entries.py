"""Offers and needs are read however a phone or a pedant writes them."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.community.network import Level
from bot.domain.errors import Refusal
from bot.domain.moments.refusals import AmbiguousDay, NoSuchDay, PastDay, UnreadableDay, VagueDay
from bot.domain.typed.entries import (
    LevelMissing,
    NoteTooLong,
    TopicMissing,
    UnclearFor,
    UnknownLevel,
    parse_need,
    parse_offer,
    typed_topic,
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
        ("Stufe: 2\nThema: MINT\nBemerkung: a\nb", None, "MINT", "2", "a b"),
        ("Stufe 2\nThema: MINT", None, "MINT", "2", ""),
        ("Netzwerk: WiL | Thema: MINT | Stufe: 3", "WiL", "MINT", "3", ""),
        ("für WiL:\nThema: MINT\nStufe: 3", "WiL", "MINT", "3", ""),
        ("MINT\nStufe 2\nBemerkung: gern", None, "MINT", "2", "gern"),
        ("MINT\nStufe Stufe 2", None, "MINT", "2", ""),
        ("MINT\nStufe erprobt", None, "MINT", "2", ""),
        ("MINT: 2", None, "MINT", "2", ""),
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
        ("Pflege: seit 8 Jahren", LevelMissing),
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
        ("Bis: 31.12.\nThema: Pflege\nBemerkung: Note", "Pflege", "Note", YEARS_END),
        ("Pflege\nbis bis 31.12.", "Pflege", "", YEARS_END),
        ("Pflege bis Ende des Jahres: Note", "Pflege", "Note", YEARS_END),
        ("Pflege bis 31.12. yy" + " x" * 40, "Pflege", "yy" + " x" * 40, YEARS_END),
        ("Pflege bis 31.12. " + "x " * 40, "Pflege", ("x " * 40).strip(), YEARS_END),
        (
            "Pflege: gern " + "bis bald " * 9 + "bis 31.12.",
            "Pflege",
            "gern " + "bis bald " * 9 + "bis 31.12.",
            None,
        ),
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
        ("Pflege bis irgendwann", UnreadableDay),
        ("Pflege bis Anfang Mai", VagueDay),
        ("Pflege bis 5/3", AmbiguousDay),
        ("Pflege bis 1.1.2020", PastDay),
        ("für Pflege", UnclearFor),
    ],
)
def test_a_need_that_cannot_be_read_is_refused(text: str, refusal: type[Refusal]) -> None:
    with pytest.raises(refusal):
        parse_need(text, TODAY)


def test_a_need_may_end_today() -> None:
    assert parse_need("Pflege bis heute", TODAY).until == TODAY


@pytest.mark.parametrize(
    ("text", "topic"),
    [
        ("MINT", "MINT"),
        ("MINT Stufe 2: gern", "MINT"),
        ("für WiL: Pflege bis 31.12.", "Pflege"),
        ("Stufe: 2\nThema: Pflege", "Pflege"),
        ("Pflege: seit 2016", "Pflege"),
        ("Stufe 2", ""),
        ("", ""),
    ],
)
def test_the_topic_is_seen_whatever_else_is_there(text: str, topic: str) -> None:
    assert typed_topic(text) == topic


def test_what_was_read_of_other_parts_is_told() -> None:
    with pytest.raises(LevelMissing) as missing:
        parse_offer("für WiL: MINT")

    assert (missing.value.field, missing.value.data) == ("level", {"topic": "MINT"})
    assert missing.value.read == {"network": "WiL"}


@given(st.text(max_size=200))
def test_any_text_is_read_or_refused(text: str) -> None:
    for parse in (lambda: parse_offer(text), lambda: parse_need(text, TODAY)):
        try:
            parse()
        except Refusal:
            continue


@given(st.permutations(["Thema: MINT", "Stufe: 2", "Bemerkung: gern", "Netzwerk: WiL"]))
def test_parts_with_labels_mean_the_same_in_any_order(parts: list[str]) -> None:
    typed = parse_offer("\n".join(parts))

    assert (typed.network, typed.topic, typed.level, typed.note) == ("WiL", "MINT", "2", "gern")
