"""The states of what came in and of what goes out."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import IntEnum, StrEnum

from bot.domain.dialogue.message import Message
from bot.domain.dialogue.subject import Subject


class InboxKind(StrEnum):
    """Why an event is in the inbox; of an `OTHER` one nothing but its id is kept."""

    COMMAND = "command"
    EDIT = "edit"
    REACTION = "reaction"
    REDACTION = "redaction"
    OTHER = "other"


class InboxState(StrEnum):
    """`NEW` until its one outcome is stored."""

    NEW = "new"
    DONE = "done"
    FAILED = "failed"
    CANCELLED = "cancelled"
    IGNORED = "ignored"


class Effect(StrEnum):
    """What one outbox row does at the homeserver."""

    SEND = "send"
    EDIT = "edit"
    REACT = "react"
    REDACT = "redact"
    STATE = "state"
    UPLOAD = "upload"
    INVITE = "invite"
    CREATE_ROOM = "create_room"


class OutboxState(StrEnum):
    """`SENDING` is stored before the request leaves; `DEAD` will never be sent."""

    NEW = "new"
    SENDING = "sending"
    SENT = "sent"
    DEAD = "dead"


class Priority(IntEnum):
    """Who goes first when the homeserver limits us: people who wait, then the schedule, then looks."""

    ANSWER = 0
    ANNOUNCEMENT = 1
    TRIMMING = 2
    """Reactions that offer choices, and taking them away again."""


Lane = tuple[str, Priority, str | None]
"""Where something goes, how urgent it is, and for an answer what it follows."""


class Purpose(StrEnum):
    """What a room serves, set by the configuration or by `raum`."""

    OFFICE = "office"
    ANNOUNCEMENTS = "announcements"
    SPACE = "space"
    """The community: who is joined there is a member."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Incoming:
    """An event as it enters the inbox; `message` only if it concerns us."""

    event_id: str
    room_id: str
    kind: InboxKind
    message: Message | None = None
    target: str | None = None
    """The event that an edit or a redaction is about."""
    outcome: str | None = None
    """Why it is not handled, where that is decided already."""


@dataclass(frozen=True, slots=True, kw_only=True)
class InboxRow:
    """A stored event that waits for its outcome."""

    seq: int
    event_id: str
    room_id: str
    message: Message


@dataclass(frozen=True, slots=True, kw_only=True)
class Outgoing:
    """One effect to come. `key` is the promise: it is unique and becomes the transaction id.

    `target` is a room id, or a person's Matrix id for their direct chat; `after` is the key of
    another row whose event id this one needs first; `cause` is the event id or the occurrence
    that it answers.
    """

    key: str
    target: str
    content: Mapping[str, object]
    cause: str
    effect: Effect = Effect.SEND
    priority: Priority = Priority.ANSWER
    after: str | None = None
    about: Subject | None = None
    not_before: datetime | None = None
    """Calm hours: it waits stored until then."""
    not_after: datetime | None = None
    """What nobody waits for may be right only until then: it is decided anew before it leaves."""


@dataclass(frozen=True, slots=True, kw_only=True)
class OutboxRow(Outgoing):
    """A stored effect and how far it is."""

    seq: int
    state: OutboxState
    attempts: int = 0
    first_attempt_at: datetime | None = None
    device_id: str | None = None
    event_id: str | None = None
    reason: str | None = None

    @property
    def open(self) -> bool:
        """Whether it is still to be sent, or may have been."""
        return self.state in (OutboxState.NEW, OutboxState.SENDING)

    def may_leave(self, now: datetime) -> bool:
        """Whether no calm hours hold it back, and it is not stale; or it may have left already."""
        early = self.not_before is not None and now < self.not_before
        return not early and not (self.state is OutboxState.NEW and self.is_stale(now))

    def is_stale(self, now: datetime) -> bool:
        """Whether it is not right any more as it stands: calm has begun, or it is late by now."""
        return self.not_after is not None and self.not_after <= now

    @property
    def lane(self) -> Lane:
        """Rows of one lane leave in order; an answer never waits behind an announcement.

        Nor does it wait behind another answer in its room, since it shows what it replies to;
        only what follows from one event, or changes one message, keeps its order. To a person
        answers do wait: two at once could open two chats.
        """
        alone = self.priority is Priority.ANSWER and not self.target.startswith("@")
        return (self.target, self.priority, (self.after or self.cause) if alone else None)
