"""The choices that every question knows, and the signs and words that mean them."""

from __future__ import annotations

from enum import StrEnum

MOST_CHOICES = 5
_SKIN = range(0x1F3FB, 0x1F400)
_VARIATION = 0xFE0F


class Option(StrEnum):
    """Choices that mean the same in every question."""

    YES = "yes"
    NO = "no"
    BACK = "back"
    LATER = "later"
    MORE = "more"
    FILE = "file"
    ACCEPT = "accept"
    DECLINE = "decline"


_TYPED = {
    Option.YES: "ja j jo jep ok okay klar stimmt passt gern gerne yes y yep sure",
    Option.NO: "nein n ne nö nee abbrechen abbruch stop stopp no nope cancel",
    Option.BACK: "zurück zurueck back",
    Option.LATER: "später spaeter later",
    Option.MORE: "mehr weiter more next",
    Option.FILE: "datei file",
    Option.ACCEPT: "annehmen angenommen zusagen zusage accept",
    Option.DECLINE: "ablehnen abgelehnt absagen absage decline",
}
WORDS = {option.value: tuple(words.split()) for option, words in _TYPED.items()}
IN_REPLY = {
    Option.ACCEPT.value: WORDS[Option.YES.value],
    Option.DECLINE.value: WORDS[Option.NO.value],
}
"""What means them only where it is clear which question is answered."""
EMOJI = {
    Option.YES: "✅",
    Option.NO: "❌",
    Option.BACK: "↩️",
    Option.LATER: "⏰",
    Option.MORE: "▶️",
    Option.FILE: "📄",
    Option.ACCEPT: "✅",
    Option.DECLINE: "❌",
}
LIGHT = frozenset({Option.MORE.value, Option.FILE.value})
"""Choices that decide nothing: the message stays as it is, and each may be taken once."""
DIGITS = ("1️⃣", "2️⃣", "3️⃣", "4️⃣", "5️⃣")


_CONTROL = {
    "abbrechen": Option.NO,
    "abbruch": Option.NO,
    "cancel": Option.NO,
    "zurück": Option.BACK,
    "zurueck": Option.BACK,
    "back": Option.BACK,
    "später": Option.LATER,
    "spaeter": Option.LATER,
    "later": Option.LATER,
}


def control_of(words: str) -> Option | None:
    """What steers a form, if the words are that and nothing else."""
    return _CONTROL.get(words.strip(" !.").casefold())


def folded(text: str) -> str:
    """Words as they are compared: any case, without quotation marks and marks behind them."""
    return text.strip().rstrip("!.?,").strip("„“”\"'»«").casefold()


def bare(emoji: str) -> str:
    """A sign without skin tone and style."""
    return "".join(c for c in emoji if ord(c) != _VARIATION and ord(c) not in _SKIN).strip()
