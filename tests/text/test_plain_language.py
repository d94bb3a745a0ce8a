"""The plain voice keeps the rules of plain German: short, whole, one thought per sentence."""

import re
from collections.abc import Iterator

import pytest

from bot.domain.dialogue.voice import Voice
from bot.text import Catalogues
from tests.text.realistic import prose, sentences, texts, words_in
from tests.text.spoken import GAP, nothing_wrong, patterns, spoken, written

MOST_WORDS = 15
PLAIN = Voice.PLAIN
IDS = [text_id for text_id in spoken(PLAIN) if text_id[0] != "-" and text_id[-8:] != "-pattern"]
CODE = re.compile("<code>.*?</code>", re.DOTALL)

NESTED = re.compile(
    r", (?:der|die|das|den|dem|deren|dessen|denen|dass|weil|wenn|damit|obwohl) [^.,:?!]+, \w"
)
SHORT = re.compile(r"\b(?:z\. ?B|d\. ?h|u\. ?a|bzw|ca|evtl|ggf|inkl|usw|Nr|Tel|Std)\.")


def faults(read: str) -> Iterator[str]:
    """What is hard to read in some prose."""
    for sentence in sentences(read):
        if (count := words_in(sentence)) > MOST_WORDS:
            yield f"{count} words in one sentence: {sentence}"
    if ";" in read:
        yield f"two thoughts in one sentence: {read}"
    if "(" in read:
        yield f"an aside in brackets: {read}"
    if NESTED.search(read):
        yield f"a clause within another: {read}"


def unexplained(text: str) -> list[str]:
    """The abbreviations that a text uses without saying what they mean."""
    bare = CODE.sub(GAP, text)
    capitals = re.findall(r"\b[A-ZÄÖÜ]{2,}\b", bare)
    known = [c for c in capitals if re.search(rf"\b{c}(?:-\w+)? (?:ist|heißt|steht für)\b", bare)]
    return SHORT.findall(bare) + [c for c in capitals if c not in known]


def where(text_id: str) -> str:
    """Where to mend a sentence: it may still be the formal one."""
    return f"{PLAIN.tag} {'says' if text_id in written(PLAIN) else 'lacks'} {text_id}"


def test_plain_sentences_are_short_and_say_one_thing() -> None:
    words = Catalogues().get(PLAIN)
    wrong = [
        f"{where(text_id)}: {fault}"
        for text_id in IDS
        for fault in dict.fromkeys(
            f for t in texts(PLAIN, text_id) for f in faults(prose(words, t))
        )
    ]

    nothing_wrong(wrong)


def test_plain_sentences_explain_their_abbreviations() -> None:
    wrong = [
        f"{where(text_id)}: what is {found}? {text}"
        for text_id in IDS
        for text in patterns(spoken(PLAIN)[text_id])
        if (found := unexplained(text))
    ]

    nothing_wrong(wrong)


def test_plain_usage_has_no_brackets_to_be_left_out() -> None:
    wrong = [
        f"{where(text_id)}: brackets in {code}"
        for text_id in IDS
        for text in patterns(spoken(PLAIN)[text_id])
        for code in CODE.findall(text)
        if "[" in code
    ]

    nothing_wrong(wrong)


def test_after_a_plain_command_something_new_stands_apart() -> None:
    wrong = [
        f"{where(text_id)}: {text}"
        for text_id in IDS
        for text in patterns(spoken(PLAIN)[text_id])
        if re.search("</code> [A-ZÄÖÜ]", text)
    ]

    nothing_wrong(wrong)


@pytest.mark.parametrize(
    "read",
    [
        "eins zwei drei vier fünf sechs sieben acht neun zehn elf zwölf dreizehn vierzehn 15 16.",
        "Das Datum ist am Dienstag, 8. Dezember 2026, 10:00 Uhr und das sind mehr als fünfzehn Worte.",
        "Das geht nicht; bitte prüfen Sie es.",
        "Das geht (hier) nicht.",
        "Das Netzwerk, das Sie suchen, kenne ich nicht.",
        "Was Sie, wenn Sie mögen, schreiben",
    ],
)
def test_what_is_hard_to_read_is_noticed(read: str) -> None:
    assert [*faults(read)] != []


def test_what_is_easy_to_read_is_no_fault() -> None:
    read = "Am Dienstag, 8. Dezember 2026, ist die 9. Fachtagung. So sehen Sie mehr: Befehl\nDanke!"

    assert [*faults(read)] == []
    assert [words_in(sentence) for sentence in sentences(read)] == [9, 4, 1, 1]


@pytest.mark.parametrize(
    ("text", "short"),
    [
        ("Die Datei ist kein JSON.", ["JSON"]),
        ("Kein JSON. JSON ist eine Form für Daten.", []),
        ("Wählen Sie UTF-8. UTF-8 ist eine Schreibweise.", []),
        ("Zum Beispiel <code>!pate Pflege in NRW</code>", []),
        ("Das geht z. B. hier bzw. da.", ["z. B.", "bzw."]),
    ],
)
def test_an_abbreviation_has_to_be_explained(text: str, short: list[str]) -> None:
    assert unexplained(text) == short
