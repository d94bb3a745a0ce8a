"""Four voices: an overlay speaks for itself, and else as its base does."""

import re
import subprocess
import sys

import pytest

from bot.domain.dialogue.message import Text
from bot.domain.dialogue.voice import Voice
from bot.text import Catalogue, Catalogues
from bot.text.sentences import Sentences
from tests.text.realistic import texts
from tests.text.spoken import spoken

BASE = Sentences(
    "de_DE",
    {
        "a.ftl": """
ask = Fragen Sie { -office }.
more = Mehr: { ask }
count = { $count ->
    [one] eins
   *[other] viele
}
kind = { $kind }
-office = das Büro
"""
    },
)
OVERLAY = """
ask = Frag { -office }.
kind = { $kind ->
    [a] A
   *[other] sonst: { $kind }
}
-office = die Leute im Büro
"""


@pytest.fixture
def overlay() -> Catalogue:
    return Catalogue(Sentences("de_DE", {"a.ftl": OVERLAY}, BASE))


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        (Text("ask"), "Frag die Leute im Büro."),
        (Text("more"), "Mehr: Frag die Leute im Büro."),
        (Text("count", count=1), "eins"),
        (Text("kind", kind="a"), "A"),
        (Text("kind", kind="<b>"), "sonst: <b>"),
    ],
)
def test_an_overlay_speaks_over_its_base(overlay: Catalogue, text: Text, plain: str) -> None:
    assert overlay.line(text) == plain


def test_an_overlay_leaves_its_base_as_it_was(overlay: Catalogue) -> None:
    base = Catalogue(BASE)

    assert overlay.line(Text("kind", kind="a")) == "A"
    assert base.line(Text("kind", kind="a")) == "a"
    assert base.line(Text("more")) == "Mehr: Fragen Sie das Büro."


READING = """
import sys
from pathlib import Path
read = set()
def hear(event, args):
    if event == "open" and str(args[0]).endswith(".ftl"):
        read.add(Path(args[0]).parent.name)
sys.addaudithook(hear)
from bot.text import Catalogues
catalogues = Catalogues()
print(*sorted(read))
catalogues.get("de-du")
print(*sorted(read))
"""


def test_only_formal_german_is_read_before_somebody_asks() -> None:
    read = subprocess.run([sys.executable, "-c", READING], check=True, capture_output=True).stdout

    assert read.decode().split("\n") == ["de", "de de-x-du", ""]


def test_a_voice_is_read_once() -> None:
    catalogues = Catalogues()

    assert catalogues.get("de-du") is catalogues.get(Voice.INFORMAL)
    assert catalogues.get("de-du") is not catalogues.get("de")


@pytest.mark.parametrize("code", ["fr", "", "DE", "de-x-du", "de_DE"])
def test_an_unknown_voice_is_formal_german(code: str) -> None:
    catalogues = Catalogues()
    formal = catalogues.get(Voice.FORMAL)

    assert catalogues.get(code) is formal


@pytest.mark.parametrize(
    ("voice", "said"),
    [
        ("de", "Den Tag „x“ gibt es nicht. Bitte prüfen Sie das Datum."),
        ("de-du", "Den Tag „x“ gibt es nicht. Bitte prüf das Datum."),
        ("de-einfach", "Den Tag „x“ gibt es nicht. Bitte prüfen Sie das Datum."),
        ("en", "There is no day “x”. Please check the date."),
    ],
)
def test_each_voice_says_it_in_its_own_way(voice: str, said: str) -> None:
    assert Catalogues().get(voice).line(Text("error-no-such-day", text="x")) == said


def test_folders_are_called_by_language_tags() -> None:
    assert [voice.tag for voice in Voice] == ["de", "de-x-du", "de-x-einfach", "en"]


@pytest.mark.parametrize("voice", Voice)
def test_every_sentence_is_formed_in_all_its_variants_without_stray_blanks(voice: Voice) -> None:
    words = Catalogues().get(voice)

    for text_id in spoken(voice):
        if not text_id.startswith("-"):
            for text in texts(voice, text_id):
                assert not re.search(r"\S  |[ ]\n|\n[ ]", words.line(text)), words.line(text)
