"""The voices in which the bot speaks: German in three manners, and English."""

from __future__ import annotations

from enum import StrEnum


class Voice(StrEnum):
    """By the code that settings, database and chat know it by."""

    FORMAL = "de"
    INFORMAL = "de-du"
    PLAIN = "de-einfach"
    ENGLISH = "en"

    @classmethod
    def of(cls, code: str) -> Voice:
        """The voice of that code; formal German where there is none."""
        return next((voice for voice in cls if voice == code), cls.FORMAL)

    @property
    def tag(self) -> str:
        """Its language tag (BCP 47), by which its folder of sentences is called, too."""
        return self.replace("-", "-x-")

    @property
    def locale(self) -> str:
        """The conventions that its dates, numbers and lists follow."""
        return "en_GB" if self is Voice.ENGLISH else "de_DE"

    @property
    def base(self) -> Voice | None:
        """The voice that it falls back to: an overlay holds only what it says differently."""
        return Voice.FORMAL if self in (Voice.INFORMAL, Voice.PLAIN) else None
