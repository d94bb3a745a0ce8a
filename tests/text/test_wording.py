"""Each kind of value in words, German and English, plain and HTML."""

from datetime import date, datetime, timedelta, timezone
from zoneinfo import ZoneInfo

import pytest

from bot.domain.dialogue.inline import Lines, Link, Mention
from bot.domain.dialogue.message import Text
from bot.text import Body, BrokenText, Catalogue, Catalogues, MissingText
from bot.text.sentences import Sentences

FTL = """
date-pattern = EEE, d. MMMM y
moment-pattern = EEE, d. MMMM y, HH:mm 'Uhr'
moment-elsewhere = { $moment } ({ $zone })
says = Hier: { $x }.
strong = <strong>Hier: { $x }.</strong> Und <em>{ $x }</em>. { $x }.txt
twice = { $x } und <strong>{ $x }</strong>
inside = { says } Ende
bold = <em>{ $x }</em> & mehr < weniger
two-lines =
    Eins<br>zwei
    drei
loop = Noch { loop }
lost = { nowhere }
hollow =
    .attribute = nichts
"""
WORDS = Catalogue(Sentences("de_DE", {"test.ftl": FTL}))
BERLIN = ZoneInfo("Europe/Berlin")


@pytest.mark.parametrize(
    ("value", "plain", "html"),
    [
        ("a < b & c", "a < b & c", "a &lt; b &amp; c"),
        ("zwei\nZeilen", "zwei Zeilen", "zwei Zeilen"),
        (Lines("zwei\r\nZeilen"), "zwei\nZeilen", "zwei<br>Zeilen"),
        (1234567, "1.234.567", "1.234.567"),
        ("1234567", "1234567", "1234567"),
        (date(2026, 12, 8), *["Di., 8. Dezember 2026"] * 2),
        (datetime(2026, 12, 8, 10, tzinfo=BERLIN), *["Di., 8. Dezember 2026, 10:00 Uhr"] * 2),
        (
            Text("bold", x="<x>"),
            "<x> & mehr < weniger",
            "<em>&lt;x&gt;</em> &amp; mehr &lt; weniger",
        ),
        ((), "", ""),
        (("a",), "a", "a"),
        (("a", "<b>", "{0}"), "a, <b> und {0}", "a, &lt;b&gt; und {0}"),
        (
            ("a", Text("bold", x=7)),
            "a und 7 & mehr < weniger",
            "a und <em>7</em> &amp; mehr &lt; weniger",
        ),
        ((1000, date(2026, 5, 2)), *["1.000 und Sa., 2. Mai 2026"] * 2),
        (
            Link("https://x.de/?a=1&b='2'", "Zur <Anmeldung>"),
            "Zur <Anmeldung>: https://x.de/?a=1&b='2'",
            '<a href="https://x.de/?a=1&amp;b=&#x27;2&#x27;">Zur &lt;Anmeldung&gt;</a>',
        ),
        (
            Link("http://x.de", "http://x.de"),
            "http://x.de",
            '<a href="http://x.de">http://x.de</a>',
        ),
        (
            Link("mailto:a@x.de", "a@x.de"),
            "a@x.de",
            '<a href="mailto:a@x.de">a@x.de</a>',
        ),
        (
            Mention("@eva:x.de"),
            "@eva:x.de",
            '<a href="https://matrix.to/#/@eva:x.de">@eva:x.de</a>',
        ),
        (
            Mention("@a/b%c:x.de"),
            "@a/b%c:x.de",
            '<a href="https://matrix.to/#/@a%2Fb%25c:x.de">@a/b%c:x.de</a>',
        ),
    ],
)
def test_a_value_is_worded_in_both_forms(value: object, plain: str, html: str) -> None:
    body = WORDS.body((Text("says", x=value),))

    assert Body(f"Hier: {plain}.", f"Hier: {html}.") == body


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        (Text("inside", x="da"), "Hier: da. Ende"),
        (Text("twice", x="da"), "da und da"),
        (Text("two-lines"), "Eins\nzwei\ndrei"),
        (Text("says", x=Text("two-lines")), "Hier: Eins\nzwei\ndrei."),
    ],
)
def test_sentences_take_sentences_and_lines(text: Text, plain: str) -> None:
    assert plain == WORDS.line(text)


def test_line_breaks_of_a_sentence_are_breaks_in_html() -> None:
    assert WORDS.body((Text("two-lines"),)).html == "Eins<br>zwei<br>drei"


@pytest.mark.parametrize(
    ("zone", "shown"),
    [
        (ZoneInfo("Europe/Lisbon"), " (Westeuropäische Normalzeit)"),
        (ZoneInfo("UTC"), " (Koordinierte Weltzeit)"),
        (timezone(timedelta(hours=5)), " (GMT+05:00)"),
        (BERLIN, ""),
    ],
)
def test_a_moment_is_shown_in_its_own_zone(zone: timezone | ZoneInfo, shown: str) -> None:
    text = Text("says", x=datetime(2026, 12, 8, 10, 5, tzinfo=zone))

    assert f"Hier: Di., 8. Dezember 2026, 10:05 Uhr{shown}." == WORDS.line(text)


def test_equal_moments_of_two_zones_are_not_mixed_up() -> None:
    here = datetime(2026, 12, 8, 10, tzinfo=BERLIN)
    there = here.astimezone(ZoneInfo("UTC"))

    shown = [WORDS.line(Text("says", x=moment)) for moment in (here, there)]

    assert "10:00" in shown[0]
    assert "09:00" in shown[1]


def test_english_has_its_own_dates_and_lists() -> None:
    english = Catalogues().get("en")
    moment = datetime(2026, 12, 8, 10, tzinfo=ZoneInfo("UTC"))
    text = Text("moment-elsewhere", moment=moment, zone=(1234, date(2026, 12, 8), "c"))

    assert english.line(text) == (
        "Tue, 8 December 2026, 10:00 (Coordinated Universal Time) "
        "(1,234, Tue, 8 December 2026 and c)"
    )


@pytest.mark.parametrize(
    "text",
    [
        Text("says"),
        Text("says", y="other"),
        Text("says", x=None),
        Text("says", x=True),
        Text("says", x=("a", None)),
        Text("says", x=(True,)),
        Text("says", x=1.5),
        Text("says", x=datetime(2026, 12, 8, 10)),  # noqa: DTZ001 -- what is refused here
        Text("says", x=Text("says", x=None)),
        Text("loop"),
        Text("lost"),
    ],
)
def test_what_cannot_be_worded_is_an_error_and_never_shown(text: Text) -> None:
    with pytest.raises(BrokenText):
        WORDS.body((text,))


@pytest.mark.parametrize("text_id", ["unknown", "hollow"])
def test_a_missing_sentence_is_an_error(text_id: str) -> None:
    with pytest.raises(MissingText, match=text_id):
        WORDS.line(Text(text_id))


@pytest.mark.parametrize("name", ["Pflege e. V.", "Los!", "Warum?", "Und so …"])
def test_a_sentence_ends_with_one_full_stop(name: str) -> None:
    assert WORDS.line(Text("says", x=name)) == f"Hier: {name}"
    said = WORDS.body((Text("strong", x=name),))
    assert said.plain == f"Hier: {name} Und {name} {name}.txt"
    assert said.html == f"<strong>Hier: {name}</strong> Und <em>{name}</em> {name}.txt"
