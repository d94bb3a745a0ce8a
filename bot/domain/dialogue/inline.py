"""What stands inside a sentence besides plain words."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Link:
    """An https address with the words that are shown for it."""

    url: str
    label: str


@dataclass(frozen=True, slots=True)
class Mention:
    """A person, shown as a pill; it pings only if the Reply's `mentions` names it too."""

    user_id: str


@dataclass(frozen=True, slots=True)
class Lines:
    """Words of a person whose line breaks count; in a plain string they become blanks."""

    text: str
