"""The words of which days and times are made, in German and English, and how they are matched."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable, Mapping

LONGEST = 200
"""Characters of a text that may be a day or a time and nothing else."""
SHOWN = 60
"""Characters of what was typed that a refusal repeats."""


def _numbered(names: Iterable[str], start: int = 0) -> dict[str, int]:
    return {name: number for number, line in enumerate(names, start) for name in line.split()}


# With the slips of thumbs and of phones that know no umlaut.
WEEKDAYS = _numbered(
    (
        "montag monday mon mo",
        "dienstag tuesday tues tue di",
        "mittwoch wednesday mitwoch wed mi",
        "donnerstag thursday donerstag thurs thur thu do",
        "freitag friday fri fr",
        "samstag sonnabend saturday sat sa",
        "sonntag sunday sun so",
    )
)
MONTHS = _numbered(
    (
        "januar january jänner jaenner jan",
        "februar february febuar feber feb",
        "märz march maerz marz mrz mär mar",
        "april apr",
        "mai may",
        "juni june jun",
        "juli july jul",
        "august aug",
        "september sept sep",
        "oktober october okt oct",
        "november nov",
        "dezember december dez dec",
    ),
    start=1,
)
_UNITS = "null ein zwei drei vier fünf sechs sieben acht neun zehn elf zwölf dreizehn vierzehn"
_UNITS += " fünfzehn sechzehn siebzehn achtzehn neunzehn"
_ENGLISH_UNITS = "zero one two three four five six seven eight nine ten eleven twelve thirteen"
_ENGLISH_UNITS += " fourteen fifteen sixteen seventeen eighteen nineteen"
_TENS = {"zwanzig": 20, "dreißig": 30, "dreissig": 30, "vierzig": 40, "fünfzig": 50}
_ENGLISH_TENS = {"twenty": 20, "thirty": 30, "forty": 40, "fifty": 50}
_GERMAN = _numbered(_UNITS.split())
_ENGLISH = _numbered(_ENGLISH_UNITS.split())


def _joined(
    tens: dict[str, int], form: Callable[[str, str], str], ones: dict[str, int]
) -> dict[str, int]:
    """21 to 59, but for the tens themselves."""
    digits = [(word, number) for word, number in ones.items() if number in range(1, 10)]
    return {form(ten, one): n + m for ten, n in tens.items() for one, m in digits}


_SIMPLE = {
    **_GERMAN,
    **_ENGLISH,
    **_TENS,
    **_ENGLISH_TENS,
    **dict.fromkeys(("eins", "einem", "einer", "einen", "eine", "a", "an"), 1),
    "fuenf": 5,
    "zwoelf": 12,
}
NUMBERS: Mapping[str, int] = {
    **_joined(_TENS, lambda ten, one: f"{one}und{ten}", _GERMAN),
    **_joined(_ENGLISH_TENS, lambda ten, one: f"{ten}-{one}", _ENGLISH),
    **_joined(_ENGLISH_TENS, lambda ten, one: f"{ten} {one}", _ENGLISH),
    **_SIMPLE,
}
_ONES = "|".join(word for word, number in _GERMAN.items() if number in range(1, 10))
_ENGLISH_ONES = "|".join(word for word, number in _ENGLISH.items() if number in range(1, 10))
NUMBER = (
    rf"(?:(?:{_ONES})und(?:{'|'.join(_TENS)})|(?:{'|'.join(_ENGLISH_TENS)})[- ](?:{_ENGLISH_ONES})"
    rf"|{'|'.join(_SIMPLE)})(?!\w)"
)
"""A pattern for the words of `NUMBERS`, shorter than all of them in a row."""
# A Turkish i matches an i where capitals do not count, but stands in no table.
_ODD_LETTERS = str.maketrans({"’": "'", "‘": "'", "´": "'", "`": "'", "İ": "I", "ı": "i"})
_INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]")
PART = r"(?:früh|frueh|morgens?|(?:vor|nach)?mittags?|abends?|morning|afternoon|evening)(?!\w)"
"""A part of the day, which is no time yet."""
_EDGE = " .,;!?"
_AROUND = "\"„“”'()[]"


def any_of(words: Iterable[str]) -> str:
    """A pattern for one whole word of a table."""
    return f"(?:{'|'.join(words)})(?!\\w)"


def pattern(text: str) -> re.Pattern[str]:
    """A pattern that takes no notice of capitals."""
    return re.compile(text, re.IGNORECASE)


def plain(text: str) -> str:
    """One blank between words, one kind of hyphen and apostrophe, whatever a phone made of it."""
    seen = _INVISIBLE.sub("", unicodedata.normalize("NFKC", text))
    text = re.sub(r"[\u2010-\u2015\u2212]", "-", seen)
    return " ".join(text.translate(_ODD_LETTERS).split())


def bare(text: str) -> str:
    """A `plain` text without quotation marks and brackets around it."""
    return text.strip(_AROUND).strip()


def left_over(rest: str) -> str:
    """What follows a day or time, but for the full stop of a sentence."""
    return rest.strip(_EDGE)


def after(start: re.Pattern[str], text: str) -> str:
    """What follows a beginning that may be missing."""
    match = start.match(text)
    return text[match.end() :] if match else text


def count_of(word: str) -> int:
    """The number that digits or a word of `NUMBERS` say."""
    return int(word) if word.isdecimal() else NUMBERS[word.casefold()]
