"""What a message is about, so that a reply to it need not say the number again."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class SubjectKind(StrEnum):
    """Everything that has a short number."""

    NETWORK = "network"
    OFFER = "offer"
    NEED = "need"
    REQUEST = "request"
    PROJECT = "project"
    MEETING = "meeting"
    ANNOUNCEMENT = "announcement"


@dataclass(frozen=True, slots=True)
class Subject:
    """One object, by its short number."""

    kind: SubjectKind
    number: int
