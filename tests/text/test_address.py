"""Each voice addresses its reader in one way: "Sie", "du", and never both."""

import pytest

from bot.domain.dialogue.voice import Voice
from tests.text.spoken import (
    addressing,
    commands,
    formal_address,
    informal_address,
    nothing_wrong,
    patterns,
    spoken,
    typed,
    written,
)

OVERLAYS = [voice for voice in Voice if voice.base]


def test_the_informal_voice_rewords_every_formal_address() -> None:
    lacking = [i for i in addressing(Voice.FORMAL) if i not in written(Voice.INFORMAL)]

    nothing_wrong(f"{Voice.INFORMAL.tag} lacks {i}: addresses formally" for i in lacking)


def test_the_informal_voice_never_addresses_formally() -> None:
    wrong = [
        f"{text_id} in {Voice.INFORMAL.tag} says {found}: {text}"
        for text_id, entry in spoken(Voice.INFORMAL).items()
        for text in patterns(entry)
        if (found := formal_address(text))
    ]

    nothing_wrong(wrong)


@pytest.mark.parametrize("voice", [Voice.FORMAL, Voice.PLAIN])
def test_the_formal_voices_never_address_informally(voice: Voice) -> None:
    wrong = [
        f"{text_id} in {voice.tag} says {found}: {text}"
        for text_id, entry in spoken(voice).items()
        for text in patterns(entry)
        if (found := informal_address(text))
    ]

    nothing_wrong(wrong)


def same(some: set[str], others: set[str]) -> bool:
    """Whether each is among the others; one may go on with an example of what follows."""
    return all(any(o.startswith(s) or s.startswith(o) for o in others) for s in some)


@pytest.mark.parametrize("voice", OVERLAYS)
def test_an_overlay_names_the_commands_that_its_base_names(voice: Voice) -> None:
    assert voice.base
    base = spoken(voice.base)
    different = [
        f"{text_id}: {voice.tag} names {sorted(mine)}, {voice.base.tag} {sorted(theirs)}"
        for text_id, entry in written(voice).items()
        if text_id in base
        for mine, theirs in [(commands(entry), commands(base[text_id]))]
        if not (same(mine, theirs) and same(theirs, mine))
    ]

    nothing_wrong(different)


def test_the_informal_voice_gives_the_same_examples() -> None:
    formal = spoken(Voice.FORMAL)
    missing = [
        f"{text_id}: {Voice.INFORMAL.tag} lacks {code}"
        for text_id, entry in written(Voice.INFORMAL).items()
        for code in typed(formal[text_id]) - typed(entry)
        if not formal_address(code)
    ]

    nothing_wrong(missing)


@pytest.mark.parametrize("voice", OVERLAYS)
def test_an_overlay_holds_only_what_it_says_differently(voice: Voice) -> None:
    assert voice.base
    base = spoken(voice.base)
    repeated = [
        text_id
        for text_id, entry in written(voice).items()
        if text_id in base and entry.equals(base[text_id], ["span", "comment"])
    ]

    nothing_wrong(f"{voice.tag} repeats {text_id}" for text_id in repeated)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Wenden Sie sich an Ihr Büro.", ["Sie", "Ihr"]),
        ("Sie hören von mir.", ["Sie"]),
        ("Sie sind dran. Sie selbst fragen.", ["Sie", "Sie"]),
        ("Sie … gern.", ["Sie"]),
        ("Gern, rufen Sie an.", ["Sie"]),
        ("<code>!pate anfragen NUMMER IHR SATZ</code>", ["IHR"]),
        ("Bitte schreiben Sie sie dazu.", ["Sie"]),
        ("… ist gesetzt. Sie kommt am:", []),
        ("Sie geht an: …", []),
        ("Deutsch mit „Sie“", []),
        ("Zeile eins\n    Sie käme zu spät", []),
        ("Bitte prüf sie, ihre Nummer und ihr Datum.", []),
    ],
)
def test_formal_address_is_told_from_she(text: str, words: list[str]) -> None:
    assert formal_address(text) == words


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Das ist dein Netzwerk, du sprichst für euch.", ["dein", "du", "euch"]),
        ("Dir fehlt [DEIN SATZ].", ["Dir", "DEIN"]),
        ("Wenn ihr mögt, frag sie oder ihr Büro.", ["ihr mögt"]),
        ("Fragen Sie: <code>Was kannst du?</code>", []),
        ("Ich sage „du“.", []),
        ("Ihr Text und ihre Nummer.", []),
        ("Der Dirigent duzt.", []),
    ],
)
def test_informal_address_is_seen_outside_of_what_people_type(text: str, words: list[str]) -> None:
    assert informal_address(text) == words
