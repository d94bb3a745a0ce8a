"""The border values: a Message comes in, a Reply goes out. Ids and data, never a sentence."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields
from datetime import datetime
from enum import StrEnum
from typing import Any

from bot.domain.dialogue.ask import Ask
from bot.domain.dialogue.signals import Signal
from bot.domain.dialogue.subject import Subject


@dataclass(frozen=True, slots=True, init=False)
class Text:
    """The id of a sentence in `locales/` and the data that it needs.

    Strings among the data are shown inert, whatever a user typed into them; a `datetime` is a
    moment with its zone, a tuple is worded as a list ("a, b und c").
    """

    id: str
    args: Mapping[str, object]

    def __init__(self, id: str, /, **args: object) -> None:  # noqa: A002 -- the field's name in Fluent
        object.__setattr__(self, "id", id)
        object.__setattr__(self, "args", args)


@dataclass(frozen=True, slots=True)
class Items:
    """A list; numbered from `first`, or with bullets when `first` is None."""

    texts: tuple[Text, ...]
    first: int | None = None


@dataclass(frozen=True, slots=True)
class Worded:
    """Words that were formed earlier, in both forms."""

    plain: str
    html: str


@dataclass(frozen=True, slots=True, kw_only=True)
class File:
    """A long result to take along: rows of a table, the first of them its heads."""

    name: str
    rows: tuple[tuple[str, ...], ...]


Block = Text | Items | Worded


@dataclass(frozen=True, slots=True)
class Post:
    """A message to somebody else than the asker.

    `to` is a room id or a person's full Matrix id (then it goes to their direct chat); `name`
    tells the posts of one cause apart, because cause and name make the transaction id. From
    `until` on it is no longer right as it stands.
    """

    to: str
    name: str
    blocks: tuple[Block, ...]
    mentions: tuple[str, ...] = ()
    ask: Ask | None = None
    about: Subject | None = None
    until: datetime | None = None


@dataclass(frozen=True, slots=True)
class Replace:
    """Our message of that key says something else from now on."""

    key: str
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Remove:
    """Our message, or our reaction, of that key goes."""

    key: str


@dataclass(frozen=True, slots=True, init=False)
class Reply:
    """What the asker is told, what others are told because of it, and what changed by it.

    `ask` makes the answer a question, `about` is the object that a reply to it means, `memory` is
    what the command's undo will need, `file` goes along, `changes` are made to earlier messages.
    `line` is for a confirmation: how its command must read so that exactly what was shown is done.
    """

    blocks: tuple[Block, ...]
    posts: tuple[Post, ...]
    signals: tuple[Signal, ...]
    ask: Ask | None
    about: Subject | None
    memory: Mapping[str, object] | None
    file: File | None
    changes: tuple[Replace | Remove, ...]
    line: str | None

    def __init__(
        self,
        *blocks: Block,
        posts: tuple[Post, ...] = (),
        signals: tuple[Signal, ...] = (),
        ask: Ask | None = None,
        about: Subject | None = None,
        memory: Mapping[str, object] | None = None,
        file: File | None = None,
        changes: tuple[Replace | Remove, ...] = (),
        line: str | None = None,
    ) -> None:
        object.__setattr__(self, "blocks", blocks)
        object.__setattr__(self, "posts", posts)
        object.__setattr__(self, "signals", signals)
        object.__setattr__(self, "ask", ask)
        object.__setattr__(self, "about", about)
        object.__setattr__(self, "memory", memory)
        object.__setattr__(self, "file", file)
        object.__setattr__(self, "changes", changes)
        object.__setattr__(self, "line", line)

    def having(self, **changes: Any) -> Reply:  # noqa: ANN401 -- as dataclasses.replace, which would name the blocks
        """The same reply with other `blocks`, `posts` and so on."""
        values = {field.name: getattr(self, field.name) for field in fields(self)} | changes
        return Reply(*values.pop("blocks"), **values)


class MessageKind(StrEnum):
    """A reaction's text is its emoji; what is withdrawn is a message or a reaction."""

    TEXT = "text"
    REACTION = "reaction"
    WITHDRAWAL = "withdrawal"


class Proof(StrEnum):
    """How sure it is that the sender wrote a message."""

    ROOM = "room"
    """Said in a room that is not encrypted: the homeserver's word for it."""
    DEVICE = "device"
    """Encrypted by a device that its owner has signed."""
    UNSIGNED = "unsigned"
    """Encrypted by a device that its owner has not signed, or that we cannot ask about."""
    CHANGED = "changed"
    """Encrypted by a device of an identity that is not the one we knew."""
    NONE = "none"
    """In clear, although the room is encrypted: anybody on the way may have written it."""

    @property
    def gives_rights(self) -> bool:
        """Whether the sender may use rights by it."""
        return self in (Proof.ROOM, Proof.DEVICE)


@dataclass(frozen=True, slots=True)
class Invocation:
    """A command that a client sent as data (MSC4391): its words, its arguments by name."""

    command: str
    arguments: Mapping[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Message:
    """One thing that a person wrote into a room, as the homeserver gave it."""

    event_id: str
    room_id: str
    sender: str
    text: str
    sent_at: datetime
    thread: str | None = None
    """Event id of the thread's root."""
    reply_to: str | None = None
    """The event that it answers, reacts to or withdraws."""
    answers: str | None = None
    """The key of our own message that it replies or reacts to."""
    about: Subject | None = None
    """What that message of ours is about."""
    direct: bool = False
    """Only the sender and the bot are in the room, so no prefix is needed."""
    replaces: str | None = None
    """Event id of the message that this one is an edit of."""
    kind: MessageKind = MessageKind.TEXT
    invocation: Invocation | None = None
    proof: Proof = Proof.ROOM

    @property
    def quoted(self) -> str | None:
        """The event that the answer replies to: a reaction's is the question, a deletion's none."""
        match self.kind:
            case MessageKind.REACTION:
                return self.reply_to
            case MessageKind.WITHDRAWAL:
                return None
        return self.event_id
